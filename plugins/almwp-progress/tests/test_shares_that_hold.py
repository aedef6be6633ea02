"""How long a share that was told holds, and what takes it back."""

from fractions import Fraction

import pytest
from almwp_progress.delivery import score
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.score import Part
from almwp.model.text import Text
from almwp.model.timeframe import Edition, Recurrence, Timeframe
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question

ONGOING, COMPLETED, PLANNED = Status.ONGOING, Status.COMPLETED, Status.PLANNED
HALF, NOTHING = Fraction(1, 2), Absence.BLANK
ANYTHING = (Fraction(0), Fraction(1))
AS_OF = Moment.parse("2024-12-31")


def activity(*reports: Observation, timeframe: Timeframe | None = None) -> Activity:
    return Activity(
        id=ActivityId("VN:1"),
        title=Text.of("A study"),
        observations=reports,
        timeframe=timeframe or Timeframe(),
    )


def told(
    when: str, status: Status | Absence, percent: Fraction | Absence = NOTHING
) -> Observation:
    return Observation(as_of=Moment.parse(when), status=status, percent=percent)


def part_of(one: Activity) -> Part:
    scored = score(WorkPlan(activities=[one]), Question(by=(), as_of=AS_OF))
    (part,) = scored.lines[0].score.parts
    return part


def bounds(one: Activity) -> tuple[Fraction, Fraction]:
    scored = score(WorkPlan(activities=[one]), Question(by=(), as_of=AS_OF))
    return scored.lines[0].score.low, scored.lines[0].score.high


@pytest.mark.parametrize(
    ("later", "value", "low", "high"),
    [
        # Nothing newer is told of the share: the last one told stays.
        ([("2024", ONGOING, NOTHING)], HALF, HALF, HALF),
        ([("2024", NOTHING, NOTHING)], HALF, HALF, HALF),
        # Another answer in its place takes it back, and is named.
        ([("2024", ONGOING, Absence.WITHHELD)], Absence.WITHHELD, 0, 1),
        ([("2024", NOTHING, Absence.WITHHELD)], Absence.WITHHELD, 0, 1),
        ([("2024", ONGOING, Absence.NOT_APPLICABLE)], Absence.NOT_APPLICABLE, 0, 1),
        ([("2024", ONGOING, Absence.NOT_DUE)], Absence.NOT_DUE, 0, 1),
        (
            [("2023", ONGOING, Absence.WITHHELD), ("2024", ONGOING, NOTHING)],
            Absence.WITHHELD,
            0,
            1,
        ),
        # A state that says more than ongoing does takes it back for good.
        ([("2023", COMPLETED, NOTHING), ("2024", ONGOING, NOTHING)], NOTHING, 0, 1),
        ([("2023", PLANNED, NOTHING), ("2024", ONGOING, NOTHING)], NOTHING, 0, 1),
        ([("2024", COMPLETED, Absence.WITHHELD)], 1, 1, 1),
        ([("2024", PLANNED, Absence.WITHHELD)], 0, 0, 0),
        # What is told for the same time takes nothing back: it is no newer.
        ([("2022", ONGOING, Absence.WITHHELD)], HALF, HALF, HALF),
    ],
)
def test_a_share_holds_until_a_newer_report_tells_more_or_takes_it_back(
    later: list[tuple[str, Status | Absence, Fraction | Absence]],
    value: Fraction | Absence,
    low: Fraction | int,
    high: Fraction | int,
) -> None:
    one = activity(told("2022", ONGOING, HALF), *(told(*each) for each in later))
    assert part_of(one).value == value
    assert bounds(one) == (low, high)


def test_what_was_taken_back_is_told_with_the_share_and_the_absence() -> None:
    reports = (told("2022", ONGOING, HALF), told("2024", NOTHING, Absence.WITHHELD))
    assert part_of(activity(*reports)).reason == (
        "50 % was reported before, but as of 2024 the share was given as withheld: "
        "it may be anything from 0 to 1"
    )


def test_a_withdrawal_takes_the_share_back_even_if_it_is_taken_up_again() -> None:
    gone = evolve(told("2023", ONGOING), change=Change.WITHDRAWN)
    one = activity(told("2022", ONGOING, HALF), gone, told("2024", ONGOING))
    assert bounds(one) == ANYTHING


def test_a_share_of_what_recurs_holds_until_any_newer_state() -> None:
    yearly = Timeframe(start=Moment.parse("2021"), recurrence=Recurrence.ANNUAL)
    share = told("2022", ONGOING, HALF)
    assert bounds(activity(share, timeframe=yearly)) == (HALF, HALF)
    # Ongoing speaks of other editions by now: of which, nobody knows.
    newer = activity(share, told("2024", ONGOING), timeframe=yearly)
    assert bounds(newer) == ANYTHING


_days = ("2022-03-01", "2022-12-31", "2023-07-01", "2023", "2024-12-31", "2024-05-05")
_reports = st.lists(
    st.builds(
        told,
        st.sampled_from(_days),
        st.sampled_from(Status),
        st.sampled_from((NOTHING, HALF)),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda report: report.as_of,
)
_recurring = st.builds(
    Timeframe,
    start=st.sampled_from(("2021", "2022-06", "2023")).map(Moment.parse),
    end=st.none() | st.sampled_from(("2023", "2024-06", "2025")).map(Moment.parse),
    recurrence=st.sampled_from(
        (Recurrence.ANNUAL, Recurrence.HALF_YEARLY, Recurrence.BIENNIAL)
    ),
    editions=st.lists(
        st.sampled_from(("2021", "2022-06", "2023", "2024-11-07", "2025")).map(
            lambda when: Edition(label=when, when=Moment.parse(when))
        ),
        max_size=3,
        unique_by=lambda edition: edition.when,
    ),
)


@given(_reports, _recurring, st.data())
@settings(max_examples=150)
def test_more_progress_of_a_recurring_activity_never_scores_less(
    reports: list[Observation], timeframe: Timeframe, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(reports) - 1))
    less = reports[place]
    more = ONGOING if less.status is PLANNED else COMPLETED
    raised = [*reports[:place], evolve(less, status=more), *reports[place + 1 :]]
    before = bounds(activity(*reports, timeframe=timeframe))
    after = bounds(activity(*raised, timeframe=timeframe))
    assert before[0] <= after[0]
    assert before[1] <= after[1]
