"""What is expected by a day, and what stands beside the columns of timeliness."""

from fractions import Fraction

import pytest
from almwp_progress.timeliness import score

from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.score import Score, Scorecard
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question

AS_OF = Moment.parse("2024-12-31")
ONGOING, COMPLETED = Status.ONGOING, Status.COMPLETED


def told(
    status: Status, when: str = "2024-12-30", change: Change | None = None
) -> Observation:
    return Observation(as_of=Moment.parse(when), status=status, change=change)


GONE = told(ONGOING, change=Change.WITHDRAWN)


def activity(name: str, *reports: Observation, end: str = "2023-12-31") -> Activity:
    return Activity(
        id=ActivityId(name),
        title=Text.of(name),
        observations=reports,
        timeframe=Timeframe(start=Moment.parse("2021-01-01"), end=Moment.parse(end)),
    )


def card(*activities: Activity) -> Scorecard:
    return score(WorkPlan(activities=activities), Question(by=(), as_of=AS_OF))


def expected(*activities: Activity) -> Score:
    (figure,) = (f for f in card(*activities).lines[0].figures if f.name == "expected")
    return figure.score


@pytest.mark.parametrize("truth", [GONE, told(ONGOING), told(COMPLETED)])
def test_what_may_be_withdrawn_leaves_open_how_much_is_expected(
    truth: Observation,
) -> None:
    done = activity("a", told(COMPLETED))
    half = activity("b", told(ONGOING), end="2028-12-30")
    before = expected(done, half, activity("c", end="2030-12-31"))
    after = expected(done, half, activity("c", truth, end="2030-12-31"))
    assert before.low <= after.low <= after.high <= before.high
    assert "it may be withdrawn" in before.parts[2].reason
    assert before.parts[2].low == 0
    assert before.parts[2].high == 1


def test_contradictions_that_do_not_speak_of_a_withdrawal_leave_it_expected() -> None:
    rivals = (told(ONGOING), told(COMPLETED))
    assert expected(activity("a", *rivals)).value == 1
    perhaps = expected(activity("a", told(ONGOING), GONE))
    assert (perhaps.low, perhaps.high) == (Fraction(0), Fraction(1))


def test_withdrawn_activities_are_told_beside_those_that_are_counted() -> None:
    scored = card(activity("a", told(COMPLETED)), activity("b", GONE))
    (line,) = scored.lines
    assert line.score.total == 1
    values = (share.score.value for share in line.shares)
    stand = sum(value * 2 for value in values if isinstance(value, Fraction))
    assert stand == line.score.total + 1
    (remark,) = (each for each in scored.remarks if each.about == "withdrawn")
    assert remark.text.in_("en").endswith("counted in the score: 1")
    assert remark.text.in_("vi").endswith("tính trong điểm: 1")
    assert not card(activity("a", told(COMPLETED))).remarks


@pytest.mark.parametrize(
    ("end", "timing"), [("2024-Q2", "overdue"), ("2024", "due"), ("2023", "overdue")]
)
def test_a_promise_for_a_year_is_kept_on_any_day_of_it(end: str, timing: str) -> None:
    """A time frame is a promise: one for a year is not one for an unknown day of it."""
    line = card(activity("a", told(ONGOING), end=end)).lines[0]
    (stands,) = (s for s in line.shares if s.score.value == 1)
    assert stands.name == timing
    assert line.score.value == Fraction(timing == "due")
