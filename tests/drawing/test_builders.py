"""Figures made from the model say what the model says, and nothing more."""

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.catalogue.members import members, members_on
from almwp.drawing.drawn import draw_svg
from almwp.drawing.fatesfigure import Passage, fates_figure
from almwp.drawing.membersfigure import members_figure
from almwp.drawing.progressfigure import outcomes_figure
from almwp.drawing.targetfigure import target_path_figure
from almwp.drawing.timelinefigure import timeline_figure
from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.figures import Standing
from almwp.model.ids import ActivityId, CountryCode, IndicatorId
from almwp.model.indicator import Disaggregation, Indicator, Reading, Target
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.score import Scorecard
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.testing.strategies.scores import scorecards
from almwp.testing.strategies.submissions import plans

VN, ID = CountryCode("VN"), CountryCode("ID")


def activity(
    title: str,
    *,
    start: str | None = None,
    end: str | None = None,
    status: Status | Absence = Absence.BLANK,
    change: Change | None = None,
    leads: tuple[CountryCode, ...] = (),
) -> Activity:
    told = status is not Absence.BLANK or change is not None
    report = Observation(as_of=Moment.year(2023), status=status, change=change)
    return Activity(
        id=ActivityId(title),
        title=Text.of(title),
        timeframe=Timeframe(
            raw=f"{start}-{end}",
            start=Moment.parse(start) if start else None,
            end=Moment.parse(end) if end else None,
        ),
        observations=(report,) if told else (),
        leads=[Party(kind=PartyKind.COUNTRY, id=code) for code in leads],
    )


@given(scorecards)
def test_each_line_of_a_scorecard_has_its_bar(card: Scorecard) -> None:
    figure = outcomes_figure(card)
    assert len(figure.bars) == len(card.lines)
    for bar, line in zip(figure.bars, card.lines, strict=True):
        assert (bar.low, bar.high) == (line.score.low, line.score.high)
        assert line.scope.title.in_("en") in bar.label
        is_absent = isinstance(line.score.value, Absence)
        assert (bar.value is None) == is_absent


@pytest.mark.parametrize(
    ("status", "change", "as_of", "standing"),
    [
        (Status.COMPLETED, None, "2025", Standing.DONE),
        (Status.ONGOING, None, "2024", Standing.RUNNING),
        (Status.ONGOING, None, None, Standing.RUNNING),
        (Status.ONGOING, None, "2025", Standing.LATE),
        (Status.PLANNED, None, "2024", Standing.AHEAD),
        (Status.PLANNED, None, "2025", Standing.LATE),
        (Status.PLANNED, Change.WITHDRAWN, "2025", Standing.WITHDRAWN),
        (Absence.BLANK, None, "2025", Standing.NOT_REPORTED),
        (Status.COMPLETED, None, "2022", Standing.NOT_REPORTED),
    ],
)
def test_a_stretch_stands_as_was_reported_by_the_day(
    status: Status | Absence,
    change: Change | None,
    as_of: str | None,
    standing: Standing,
) -> None:
    study = activity("a", start="2021", end="2024", status=status, change=change)
    moment = Moment.parse(as_of) if as_of else None
    figure = timeline_figure([study], moment)
    assert figure.stretches[0].standing is standing
    assert figure.as_of == moment


def test_what_begins_first_stands_first_and_what_has_no_time_last() -> None:
    rows = [
        activity("none"),
        activity("late", start="2024", end="2025"),
        activity("early", start="2021-03", end="2021-05"),
        activity("only an end", end="2022"),
    ]
    labels = [s.label for s in timeline_figure(rows).stretches]
    assert labels == ["early", "only an end", "late", "none"]


@settings(max_examples=25, deadline=None)
@given(plans, st.none() | st.just(Moment.year(2024)))
def test_any_plan_gives_figures_that_can_be_drawn(
    plan: WorkPlan, as_of: Moment | None
) -> None:
    figure = timeline_figure(plan.activities, as_of, language="vi")
    assert len(figure.stretches) == len(plan.activities)
    draw_svg(figure)
    draw_svg(members_figure(plan.activities, Question(), members()))
    for indicator in plan.indicators:
        draw_svg(target_path_figure(indicator))


def test_each_member_has_a_column_in_the_order_of_names() -> None:
    plan = [activity("a", leads=(VN, ID)), activity("b", leads=(VN,)), activity("c")]
    grid = members_figure(plan, Question(), members_on(date(2026, 1, 1)))
    assert grid.columns[:3] == ("Brunei Darussalam", "Cambodia", "Indonesia")
    assert len(grid.columns) == 12  # eleven, and one where nobody is named
    (row,) = grid.rows
    counts = dict(zip(grid.columns, (s.text for s in row.squares), strict=True))
    assert counts["Viet Nam"] == "2"
    assert counts["Indonesia"] == counts["no member named"] == "1"
    assert counts["Cambodia"] == ""
    depths = dict(zip(grid.columns, (s.depth for s in row.squares), strict=True))
    assert (depths["Viet Nam"], depths["Indonesia"]) == (Fraction(1), Fraction(1, 2))


def test_before_timor_leste_joined_there_are_ten() -> None:
    plan = [activity("a", leads=(VN,))]
    grid = members_figure(plan, Question(), members_on(date(2025, 1, 1)))
    assert len(grid.columns) == 10


def test_what_all_members_owe_has_a_column_of_its_own() -> None:
    everybody = Party(kind=PartyKind.ALL_MEMBERS, id="ALL")
    owed = Activity(id=ActivityId("x"), title=Text.of("x"), leads=[everybody])
    grid = members_figure([owed], Question(), members())
    assert grid.columns[-1] == "all members"
    assert [s.text for s in grid.rows[0].squares][-1] == "1"


def test_a_path_goes_from_the_baseline_to_the_end_of_each_year() -> None:
    women = (Disaggregation(by="sex", group="women"),)
    indicator = Indicator(
        id=IndicatorId("trained"),
        name=Text.of("Trained workers"),
        unit="%",
        baseline=Reading(when=Moment.year(2020), value=Fraction(24)),
        targets=[
            Target(year=2025, value=Fraction(30)),
            Target(year=2023, value=Fraction(55, 2)),
            Target(year=2025, value=Fraction(40), group=women),
        ],
        readings=[
            Reading(when=Moment.year(2022), value=Fraction(1, 3)),
            Reading(when=Moment.year(2023), value=Absence.WITHHELD),
            Reading(when=Moment.year(2022), value=Fraction(9), group=women),
        ],
    )
    figure = target_path_figure(indicator)
    assert [(str(p.when), p.text) for p in figure.path] == [
        ("2020", "24"),
        ("2023-12-31", "27.5"),
        ("2025-12-31", "30"),
    ]
    assert [(str(p.when), p.text) for p in figure.readings] == [("2022", "~0.33")]
    assert "2023: withheld" in figure.alternative
    assert figure.unit == "%"
    early = target_path_figure(indicator, Moment.parse("2022-06"))
    assert early.readings == ()
    assert early.path == figure.path
    assert early.caption == "Trained workers, as of 2022-06"


def test_a_path_without_baseline_and_targets_says_so() -> None:
    bare = Indicator(id=IndicatorId("x"), name=Text())
    figure = target_path_figure(bare)
    assert figure.caption == "x"
    lacking = {"no baseline is known", "nothing was measured", "no target is known"}
    assert lacking <= set(figure.alternative.split("; "))


names = st.sampled_from(["Outcome 1", "Outcome 2", "closed", ""])


@given(st.lists(st.builds(Passage, place=names, fate=names)))
def test_every_passage_is_counted_once(passages: list[Passage]) -> None:
    flow = fates_figure(passages, before="2021-2025", after="2026-2030")
    counted = {(s.source, s.to): s.count for s in flow.streams}
    assert counted == Counter((p.place, p.fate) for p in passages)
    assert all(s.count for s in flow.streams)


def test_places_stand_in_the_order_that_is_asked_for() -> None:
    passages = [Passage(place="B", fate="closed"), Passage(place="A", fate="new")]
    flow = fates_figure(
        passages, before="", after="", places=["A", "B"], fates=["new", "closed"]
    )
    assert [(s.source, s.to) for s in flow.streams] == [("A", "new"), ("B", "closed")]
