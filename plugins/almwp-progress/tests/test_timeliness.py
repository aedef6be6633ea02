"""The timeliness scorer: what is due, overdue and in time, expected against actual."""

from fractions import Fraction

import almwp_progress
import pytest
from almwp_progress.timeliness import score
from attrs import evolve
from hypothesis import given, settings

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.moment import Moment
from almwp.model.score import Score, Scorecard
from almwp.model.timeframe import Recurrence, Timeframe
from almwp.model.workplan import WorkPlan
from almwp.plugins.records import Scorer
from almwp.scoring.question import Question
from almwp.testing.conformance.scorers import check_scorer
from almwp.testing.sampleactivities import activity, told
from almwp.testing.strategies import plans


def scorer() -> Scorer:
    return next(s for s in almwp_progress.almwp_scorers() if s.name == "timeliness")


def test_keeps_scorer_promises() -> None:
    check_scorer(scorer())


@given(plans)
@settings(max_examples=15)
def test_keeps_scorer_promises_on_any_plan(plan: WorkPlan) -> None:
    settled = (evolve(a, observations=a.observations[-1:]) for a in plan.activities)
    check_scorer(scorer(), [evolve(plan, activities=tuple(settled))])


def card(*several: Activity, as_of: str | None = None) -> Scorecard:
    moment = Moment.parse(as_of) if as_of else None
    return score(WorkPlan(activities=several), Question(by=(), as_of=moment))


def share(scored: Scorecard, name: str) -> Score:
    return next(s.score for s in scored.lines[0].shares if s.name == name)


def figure(scored: Scorecard, name: str) -> Score:
    return next(s.score for s in scored.lines[0].figures if s.name == name)


ONGOING, COMPLETED = Status.ONGOING, Status.COMPLETED


@pytest.mark.parametrize(
    ("reports", "end", "timing", "reason"),
    [
        (
            (told(ONGOING, "2024-03"),),
            "2023",
            "overdue",
            "to end by 2023, overdue by 6 to 17 months, reported as ongoing (2024-03)",
        ),
        (
            (told(ONGOING, "2024-03-16"),),
            "2024-03-15",
            "overdue",
            "to end by 2024-03-15, overdue by 3 months, reported as ongoing "
            "(2024-03-16)",
        ),
        (
            # Made on some day of March, so perhaps before the end.
            (told(ONGOING, "2024-03"),),
            "2024-03-15",
            "not known",
            "to end by 2024-03-15, which is 3 months ago: overdue unless completed "
            "since it was reported as ongoing (2024-03)",
        ),
        (
            (told(ONGOING, "2022"),),
            "2023",
            "not known",
            "to end by 2023, which is 6 to 17 months ago: overdue unless completed "
            "since it was reported as ongoing (2022)",
        ),
        (
            (told(Absence.NOT_DUE, "2024-03"),),
            "2025",
            "not due yet",
            "to end by 2025, not due yet, reported as not due (2024-03)",
        ),
        (
            (told(Status.PLANNED, "2024-03"),),
            "2024",
            "due",
            "to end by 2024, due now, reported as planned (2024-03)",
        ),
        (
            (told(Status.PLANNED, "2024-03"),),
            "2025",
            "not due yet",
            "to end by 2025, not due yet, reported as planned (2024-03)",
        ),
        (
            (told(ONGOING, "2024-03"),),
            None,
            "no time frame",
            "no time frame with an end is stated",
        ),
        (
            (told(COMPLETED, "2023-10-28"),),
            "2023",
            "completed in time",
            "to end by 2023, completed in time: reported by 2023-10-28",
        ),
        (
            (told(ONGOING, "2024-01-05"), told(COMPLETED, "2024-02")),
            "2023",
            "completed late",
            "to end by 2023, completed late: on 2024-01-05 it was not completed yet",
        ),
        (
            (told(COMPLETED, "2024-02"),),
            "2023",
            "not known",
            "to end by 2023, completed: whether in time is not known, as it was "
            "reported only by 2024-02-29",
        ),
        (
            (),
            "2023",
            "not known",
            "to end by 2023, which is 6 to 17 months ago; no state was reported",
        ),
        (
            # One of them says so: what was not reported is which of them holds.
            (told(ONGOING, "2024-03"), told(COMPLETED, "2024-03")),
            "2023",
            "not known",
            "to end by 2023, which is 6 to 17 months ago; reported as completed as of "
            "2024-03 and as ongoing as of 2024-03",
        ),
        (
            (told(Absence.WITHHELD, "2024-03"),),
            "2024",
            "not known",
            "to end by 2024, due now; the state was given as withheld as of 2024-03",
        ),
        (
            (told(ONGOING, "2024-03", change=Change.WITHDRAWN),),
            "2023",
            "withdrawn",
            "reported as withdrawn as of 2024-03",
        ),
    ],
)
def test_every_activity_stands_somewhere_and_says_why(
    reports: tuple[Observation, ...], end: str | None, timing: str, reason: str
) -> None:
    scored = card(activity(1, *reports, end=end), as_of="2024-06-30")
    assert share(scored, timing).value == 1
    (part,) = scored.lines[0].score.parts
    assert part.reason == reason


def test_the_score_is_what_is_in_time_of_what_was_not_withdrawn() -> None:
    gone = told(ONGOING, "2024", change=Change.WITHDRAWN)
    scored = card(
        activity(1, told(COMPLETED, "2023"), end="2023"),
        activity(2, told(ONGOING, "2023"), end="2025"),
        activity(3, told(ONGOING, "2023"), end="2022"),
        activity(4, gone, end="2022"),
        activity(5, told(ONGOING, "2023")),
        as_of="2024",
    )
    made = scored.lines[0].score
    assert (made.value, made.low, made.high) == (
        Fraction(1, 2),
        Fraction(1, 2),
        Fraction(3, 4),
    )
    assert (made.known, made.total) == (3, 4)
    assert [part.weight for part in made.parts] == [1, 1, 1, 0, 1]
    assert "withdrawn and left out: 1" in made.reasons


def test_the_day_of_the_newest_report_is_used_and_said() -> None:
    scored = card(activity(1, told(ONGOING, "2024-06-30"), end="2023"))
    assert str(scored.as_of) == "2024-06-30"
    assert share(scored, "overdue").value == 1
    (remark,) = scored.remarks
    assert "the newest report is of 2024-06-30" in remark.text.in_("en")


def test_without_any_day_nothing_is_said_to_be_due() -> None:
    scored = card(activity(1, told(ONGOING), end="2023"))
    assert scored.as_of is None
    made = scored.lines[0].score
    assert (made.low, made.high) == (Fraction(0), Fraction(1))
    assert share(scored, "not known").value == 1
    assert "no report has a date" in scored.remarks[0].text.in_("en")


def test_expected_and_actual_stand_beside_each_other() -> None:
    half = told(ONGOING, "2024-01-05", percent=Fraction(1, 4))
    scored = card(
        activity(1, half, start="2024-01-01", end="2024-01-10"), as_of="2024-01-05"
    )
    assert figure(scored, "expected").value == Fraction(1, 2)
    assert figure(scored, "actual").value == Fraction(1, 4)


def test_a_rough_time_frame_gives_rough_expectations() -> None:
    told_of = told(ONGOING, "2024-03")
    scored = card(activity(1, told_of, start="2023", end="2024"), as_of="2024-06-30")
    expected = figure(scored, "expected")
    assert expected.value is Absence.BLANK
    assert (expected.low, expected.high) == (Fraction(183, 367), Fraction(1))


def test_what_comes_back_without_an_end_is_never_overdue() -> None:
    yearly = evolve(
        activity(1, told(ONGOING, "2024")),
        timeframe=Timeframe(recurrence=Recurrence.ANNUAL),
    )
    scored = card(yearly, as_of="2030")
    assert share(scored, "no time frame").value == 1
    assert (
        scored.lines[0].score.parts[0].reason == "it comes back, and no end is stated"
    )
