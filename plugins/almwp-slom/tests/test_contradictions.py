"""What the files contradict each other on does not stand in a paper as a plain fact."""

from collections.abc import Callable

import almwp_slom
import pytest
from almwp_slom.contested import contested_fields
from almwp_slom.paper import build

from almwp.model.activity import Activity, Observation, Status
from almwp.model.ids import ActivityId
from almwp.model.nationalposition import NationalPosition
from almwp.model.position import Audience
from almwp.model.report import Report, Table
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Claim, Conflict, WorkPlan
from almwp.plugins import Exporter, ReportRequest
from almwp.testing.papers import every_byte, listed, words_under
from almwp.testing.twosenders import OTHER, OWN, at, read_in, sent

Ask = Callable[..., ReportRequest]
Make = Callable[..., Activity]
Tell = Callable[..., Observation]

EXPORTERS = tuple(almwp_slom.almwp_exporters())
KINDS = {kind.name: kind for kind in almwp_slom.almwp_reports()}
CONTESTED = "(contradicted, see What is not known)"


def conflict(activity: str, field: str, *values: str) -> Conflict:
    claims = tuple(Claim(value=value, owner="INTERNAL-owner") for value in values)
    return Conflict(activity=ActivityId(activity), field=field, claims=claims)


@pytest.fixture
def torn_plan(activity: Make, reported: Tell) -> WorkPlan:
    """Return a plan of two senders who contradict each other."""
    torn = activity(
        1,
        "Torn",
        reported(Status.ONGOING, "2024", origin=at(OWN, "F7")),
        reported(Status.PLANNED, "2024", origin=at(OTHER, "F9")),
        origins=read_in(OWN, 7),
    )
    disputed = activity(
        2, "Disputed", reported(Status.ONGOING, "2025"), origins=read_in(OWN, 8)
    )
    lost = activity(6, "Lost", leads="PH", origins=read_in(OWN, 12))
    worded = activity(
        7,
        "Worded",
        Observation(as_of=reported(Status.PLANNED, "2019").as_of, word="INTERNAL-word"),
        origins=read_in(OWN, 13),
    )
    return WorkPlan(
        activities=(torn, disputed, lost, worded),
        submissions=(
            sent(OTHER, "PH"),
            sent(OWN, "VN", institution="INTERNAL-institution"),
        ),
        conflicts=(
            conflict("a2", "timeframe", "2021- 2022", "INTERNAL-2023"),
            conflict("a2", "leads", "VN", "PH"),
            conflict("a2", "outcome", "1", "3"),
            conflict("a2", "title", "Disputed", "INTERNAL-title"),
            conflict("a6", "leads", "PH", "VN, TH"),
        ),
    )


def row(report: Report, number: str) -> list[str]:
    """Return the cells of the activity of that number."""
    rows = [
        [cell.text for cell in cells]
        for block in report.blocks
        if isinstance(block, Table) and len(block.columns) == 6
        for cells in block.rows
    ]
    (found,) = (cells for cells in rows if cells[0] == number)
    return found


def test_reports_that_differ_are_not_called_missing(
    ask: Ask, torn_plan: WorkPlan
) -> None:
    report = build(ask(plan=torn_plan))
    assert listed(report, "Reports differ on the state of these activities:") == [
        "1. Torn: Ongoing (as of 2024, Viet Nam, INTERNAL-institution,"
        " INTERNAL-VN.xlsx!Plan!F7); Planned (as of 2024, Philippines,"
        " INTERNAL-PH.xlsx!Plan!F9)"
    ]
    worded = listed(report, "The state of these activities is told in other words:")
    assert worded == ["3. Worded: 'INTERNAL-word'"]
    grounds = " ".join(words_under(report, "What this paper rests on"))
    assert "No state is reported" not in " ".join(words_under(report))
    assert "A state is surely reported for 1 of them." in grounds
    assert "Told in words that are none of the three states: 1." in grounds
    assert "States on which the reports differ: 1." in grounds


def test_a_contradicted_field_does_not_stand_as_a_plain_fact(
    ask: Ask, torn_plan: WorkPlan
) -> None:
    report = build(ask(plan=torn_plan))
    _, title, role, time, status, _ = row(report, "2")
    assert title == f"Disputed\n{CONTESTED}"
    assert role == f"Lead\n{CONTESTED}"
    assert time == f"2021- 2022\n{CONTESTED}"
    assert status == "Ongoing\nas of 2025"
    assert row(report, "1")[4] == "Reports differ: Ongoing / Planned\nas of 2024"
    assert "on the outcome of No. 2." in " ".join(words_under(report))


def test_the_meeting_reads_that_a_contradicted_field_is_not_settled(
    ask: Ask, torn_plan: WorkPlan
) -> None:
    report = build(ask(plan=torn_plan, audience=Audience.MEETING))
    _, title, role, time, status, _ = row(report, "2")
    assert title == "Disputed\n(title not settled)"
    assert (role, time) == ("not settled", "not settled")
    assert status == "Ongoing\nas of 2025"
    assert row(report, "1")[4] == "not settled"
    assert "States that are not settled: 1." in " ".join(words_under(report))
    data = report.data
    assert isinstance(data, NationalPosition)
    torn, disputed, _ = data.own_activities
    assert torn.observations == ()
    assert (disputed.leads, disputed.timeframe) == ((), Timeframe())


def test_a_regional_paper_marks_what_is_contradicted_and_points_nowhere(
    ask: Ask, torn_plan: WorkPlan
) -> None:
    request = ask(plan=torn_plan, country=None, meeting=None)
    said = " ".join(words_under(KINDS["progress"].build(request)))
    assert "2021- 2022\n(the files contradict each other)" in said
    assert "see What is not known" not in said


def test_an_activity_that_another_file_takes_from_the_country_is_not_lost(
    ask: Ask, torn_plan: WorkPlan
) -> None:
    said = words_under(build(ask(plan=torn_plan)), "What is not known")
    assert said.count("Lost (in no table of this paper)") == 2
    assert "Viet Nam, Thailand" in said


def test_a_contradiction_on_an_older_state_takes_nothing_from_the_newest(
    activity: Make, reported: Tell
) -> None:
    cells = (at(OWN, "F7"), at(OTHER, "F7"))
    older = Conflict(
        activity=ActivityId("a1"),
        field="status",
        claims=[Claim(value="x", owner="y", origin=cell) for cell in cells],
    )
    newest = reported(Status.COMPLETED, "2025", origin=at(OWN, "G7"))
    plan = WorkPlan(activities=(activity(1, "x", newest),), conflicts=(older,))
    assert contested_fields(plan, None) == {}


def test_the_meeting_reads_no_day_of_what_was_not_a_state(
    ask: Ask, torn_plan: WorkPlan
) -> None:
    said = {
        audience: row(build(ask(plan=torn_plan, audience=audience)), "3")[4]
        for audience in Audience
    }
    assert said[Audience.MEETING] == "Reported, as none of the three states"
    assert said[Audience.INTERNAL].endswith("'INTERNAL-word'\nas of 2019")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_no_contradiction_reaches_the_meeting(
    ask: Ask, torn_plan: WorkPlan, kind: str, exporter: Exporter
) -> None:
    report = KINDS[kind].build(ask(plan=torn_plan, audience=Audience.MEETING))
    for content in (every_byte(exporter.render(report)), repr(report).encode()):
        assert b"INTERNAL" not in content
        assert b"What is not known" not in content
        assert b"contradict" not in content
