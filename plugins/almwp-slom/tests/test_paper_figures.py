"""Figures of the papers: where they stand, what they say, and what they keep back."""

import io
import sys
import zipfile
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import almwp_slom
import attrs
import pytest

from almwp.drawing.wording import description
from almwp.errors import CallError
from almwp.model.activity import Activity, Observation, Status
from almwp.model.figures import Flow, Grid, Standing, TargetPath, Timeline
from almwp.model.ids import ActivityId, CountryCode, IndicatorId
from almwp.model.indicator import Indicator, Reading, Target
from almwp.model.moment import Moment
from almwp.model.position import Audience, Clearance, Proposal
from almwp.model.prepared import Prepared
from almwp.model.report import Block, Bullets, Heading, Report
from almwp.model.source import Origin
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Claim, Conflict, WorkPlan
from almwp.plugins import ReportRequest

Request = Callable[..., ReportRequest]
Make = Callable[..., Any]

KINDS = {kind.name: kind.build for kind in almwp_slom.almwp_reports()}
EXPORTERS = {each.name: each.render for each in almwp_slom.almwp_exporters()}
VN = CountryCode("VN")
CELL = Origin(file="vn.xlsx", sha256="e" * 64, sheet="Plan", cell="C4")


def figures(report: Report, kind: type[Block]) -> list[Any]:
    return [block for block in report.blocks if isinstance(block, kind)]


@pytest.fixture
def timed(ask: Request, plan: WorkPlan) -> Request:
    """Ask of activities whose time frames are known; the first is over and ongoing."""

    def frame(activity: Activity, year: int) -> Activity:
        when = Timeframe(
            raw=str(year), start=Moment.year(year), end=Moment.year(year + 1)
        )
        return attrs.evolve(activity, timeframe=when)

    activities = [frame(a, 2021 + n) for n, a in enumerate(plan.activities)]

    def asked(**changes: Any) -> ReportRequest:
        return ask(
            plan=attrs.evolve(plan, activities=activities),
            as_of=Moment.parse("2025-10-21"),
            **changes,
        )

    return asked


@pytest.fixture
def proposed() -> Prepared:
    """Two proposals: one cleared for the meeting, one a draft of the ministry."""
    return Prepared(
        proposals=[
            Proposal(
                id="P1",
                title=Text.of("Study on readiness, second part"),
                continues=[ActivityId("a1"), ActivityId("a3")],
                audience=Audience.MEETING,
                clearance=Clearance.CLEARED,
            ),
            Proposal(
                id="P2",
                title=Text.of("SECRET training"),
                continues=[ActivityId("a4")],
                audience=Audience.INTERNAL,
                clearance=Clearance.DRAFT,
            ),
        ]
    )


def test_own_activities_stand_on_a_timeline_by_their_numbers(timed: Request) -> None:
    report = KINDS["position"](timed())
    (timeline,) = figures(report, Timeline)
    assert timeline.caption == "Activities over time, as of 21 October 2025"
    numbers = [stretch.label.split(". ")[0] for stretch in timeline.stretches]
    assert sorted(numbers) == ["1", "2", "3", "4", "5", "6"]
    starts = [stretch.start.start for stretch in timeline.stretches]
    assert starts == sorted(starts)
    assert timeline.origins
    assert timeline.period is not None
    assert (timeline.period.first, timeline.period.last) == (2021, 2025)
    assert "completed: 1" in timeline.alternative


def test_what_is_contradicted_has_no_state_on_the_timeline(timed: Request) -> None:
    for audience in Audience:
        (timeline,) = figures(KINDS["position"](timed(audience=audience)), Timeline)
        (system,) = [s for s in timeline.stretches if "market" in s.label]
        assert system.standing is Standing.NOT_KNOWN
        assert "not settled" in system.text


def test_the_meeting_is_not_told_that_something_is_late(timed: Request) -> None:
    late = attrs.evolve(
        timed().plan,
        activities=[
            attrs.evolve(
                a,
                observations=[
                    Observation(status=Status.ONGOING, as_of=Moment.year(2021))
                ],
            )
            for a in timed().plan.activities
        ],
    )

    def standings(audience: Audience) -> set[Standing]:
        request = attrs.evolve(timed(audience=audience), plan=late)
        (timeline,) = figures(KINDS["position"](request), Timeline)
        assert ("late" in description(timeline)) == (audience is not Audience.MEETING)
        return {stretch.standing for stretch in timeline.stretches}

    assert Standing.LATE in standings(Audience.INTERNAL)
    assert Standing.LATE in standings(Audience.DELEGATION)
    assert standings(Audience.MEETING) == {Standing.RUNNING, Standing.NOT_KNOWN}


def test_a_timeline_of_less_than_two_known_times_is_left_out(ask: Request) -> None:
    assert not figures(KINDS["position"](ask()), Timeline)


def test_it_is_drawn_which_activities_go_on_in_which_proposal(
    ask: Request, proposed: Prepared
) -> None:
    (flow,) = figures(KINDS["position"](ask(prepared=proposed)), Flow)
    assert {(s.source, s.to, s.count) for s in flow.streams} == {
        ("Completed", "1. Study on readiness, second part", 1),
        ("Planned", "1. Study on readiness, second part", 1),
        ("Not known", "2. [DRAFT, not cleared] SECRET training", 1),
        ("Not known", "in none of these proposals", 1),
        ("Withdrawn", "in none of these proposals", 1),
        ("not settled", "in none of these proposals", 1),
    }
    assert "ASEAN Study on Human Resources" in flow.alternative
    assert "in none of these proposals: 3" in flow.alternative


def test_the_meeting_sees_only_what_goes_on_in_cleared_proposals(
    ask: Request, proposed: Prepared
) -> None:
    request = ask(prepared=proposed, audience=Audience.MEETING)
    report = KINDS["position"](request)
    (flow,) = figures(report, Flow)
    assert {stream.to for stream in flow.streams} == {
        "1. Study on readiness, second part"
    }
    assert not flow.origins
    assert "SECRET" not in description(flow)
    assert "none of these" not in description(flow)


def test_proposals_that_continue_nothing_have_no_figure(ask: Request) -> None:
    prepared = Prepared(proposals=[Proposal(id="P1", title=Text.of("New"))])
    assert not figures(KINDS["position"](ask(prepared=prepared)), Flow)


def test_members_stand_in_the_order_of_names_without_a_sum(ask: Request) -> None:
    report = KINDS["progress"](ask(country=None))
    (grid,) = figures(report, Grid)
    members = grid.columns[:10]  # Timor-Leste joined five days after the meeting
    assert list(members) == sorted(members)
    assert grid.columns[10:] == ("all ASEAN member states",)
    counts = {row.label: [s.text for s in row.squares] for row in grid.rows}
    assert "– Gender mainstreaming" in counts
    first = counts["Outcome 1: Skilled and Adaptable Workforce"]
    assert first[grid.columns.index("Philippines")] == "1"
    assert grid.alternative.startswith("activities: 8")


def indicator(name: str, **more: Any) -> Indicator:
    made = Indicator(
        id=IndicatorId(name),
        name=Text.of(name),
        country=VN,
        unit="%",
        targets=[Target(year=2025, value=Fraction(30), origin=CELL)],
        readings=[Reading(when=Moment.year(2023), value=Fraction(27), origin=CELL)],
    )
    return attrs.evolve(made, **more)


@pytest.mark.parametrize("kind", ["position", "progress"])
def test_indicators_with_a_target_are_drawn_and_the_others_named(
    ask: Request, plan: WorkPlan, kind: str
) -> None:
    its = (
        indicator("Trained workers"),
        indicator("Never measured", readings=[]),
        indicator("Indonesian rate", country=CountryCode("ID")),
    )
    request = ask(plan=attrs.evolve(plan, indicators=its))
    report = KINDS[kind](request)
    drawn = figures(report, TargetPath)
    wanted = ["Trained workers (VN)", "Indonesian rate (ID)"]
    assert [path.caption for path in drawn] == wanted[: 1 + (kind == "progress")]
    assert drawn[0].origins == (CELL,)
    assert "newest reading: 27 (2023)" in drawn[0].alternative
    assert "target: 30 by the end of 2025" in drawn[0].alternative
    named = [item for b in figures(report, Bullets) for item in b.items]
    assert any(item.startswith("Never measured: ") for item in named)


@pytest.mark.parametrize("kind", ["position", "progress"])
def test_the_meeting_sees_no_indicator(ask: Request, plan: WorkPlan, kind: str) -> None:
    with_one = attrs.evolve(plan, indicators=(indicator("Trained workers"),))
    report = KINDS[kind](ask(plan=with_one, audience=Audience.MEETING))
    assert not figures(report, TargetPath)
    assert "Annex: Indicators" not in [h.text for h in figures(report, Heading)]
    assert b"Trained workers" not in EXPORTERS["markdown"](report)


def test_the_brief_has_no_picture_and_stays_on_two_pages(
    timed: Request, proposed: Prepared
) -> None:
    report = KINDS["brief"](timed(prepared=proposed))
    assert not [b for b in report.blocks if isinstance(b, Timeline | Grid | Flow)]


def test_a_word_document_says_each_picture_in_words(
    timed: Request, proposed: Prepared
) -> None:
    report = KINDS["position"](timed(prepared=proposed))
    document = EXPORTERS["docx"](report)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = archive.read("word/document.xml").decode()
        assert sum(name.endswith(".png") for name in archive.namelist()) == 2
    assert 'descr="completed: 1' in body
    assert "in none of these proposals: 3" in body


@pytest.mark.parametrize("name", ["docx", "html"])
def test_without_matplotlib_a_picture_is_refused_and_the_table_is_still_told(
    timed: Request, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with_picture = KINDS["position"](timed())
    without = Report(title="Plain", blocks=[Heading(text="1 Nothing drawn")])
    for module in ("matplotlib", "matplotlib.ft2font"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(CallError, match=r'pip install "almwp\[figures\]"') as refused:
        EXPORTERS[name](with_picture)
    assert refused.value.exit_code == 2
    assert EXPORTERS[name](without)
    told = EXPORTERS["markdown"](with_picture).decode()
    assert "Activities over time" in told
    assert "| completed |" in told


def test_an_activity_whose_lead_is_contradicted_counts_for_no_member(
    ask: Request, plan: WorkPlan
) -> None:
    claims = [Claim(value=code, owner=code) for code in ("VN", "ID")]
    every = [
        Conflict(activity=activity.id, field="leads", claims=claims)
        for activity in plan.activities
    ]
    doubtful = attrs.evolve(plan, conflicts=every)
    for audience in Audience:
        request = ask(plan=doubtful, country=None, audience=audience)
        (grid,) = figures(KINDS["progress"](request), Grid)
        assert grid.columns[-1] == "not settled"
        for row in grid.rows:
            assert not any(square.text for square in row.squares[:-1])
