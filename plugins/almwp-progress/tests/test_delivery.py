"""The delivery scorer: progress of activities, with what is not known as bounds."""

from fractions import Fraction
from typing import Any

import almwp_progress
import pytest
from almwp_progress.delivery import score
from almwp_progress.progress import progress_of
from attrs import evolve
from hypothesis import given, settings

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.moment import Moment
from almwp.model.policy import AbsenceRule, AbsenceRules, GivenWeight, Policy, Weighting
from almwp.model.score import Part, Score, Scorecard
from almwp.model.timeframe import Edition, Recurrence, Timeframe
from almwp.model.workplan import WorkPlan
from almwp.plugins.records import Scorer
from almwp.scoring.question import Question
from almwp.testing.conformance.scorers import check_scorer
from almwp.testing.sampleactivities import activity
from almwp.testing.strategies import plans


def scorer() -> Scorer:
    return next(s for s in almwp_progress.almwp_scorers() if s.name == "delivery")


def test_keeps_scorer_promises() -> None:
    check_scorer(scorer())


@given(plans)
@settings(max_examples=15)
def test_keeps_scorer_promises_on_any_plan(plan: WorkPlan) -> None:
    settled = (evolve(a, observations=a.observations[-1:]) for a in plan.activities)
    check_scorer(scorer(), [evolve(plan, activities=tuple(settled))])


def told(
    state: Status | Absence, when: str | None = None, percent: str | None = None
) -> Observation:
    return Observation(
        as_of=Moment.parse(when) if when else None,
        status=state,
        percent=Fraction(percent) if percent else Absence.BLANK,
    )


def card(
    *several: Activity, as_of: str | None = None, policy: Policy | None = None
) -> Scorecard:
    moment = Moment.parse(as_of) if as_of else None
    question = Question(by=(), as_of=moment, policy=policy or Policy())
    return score(WorkPlan(activities=several), question)


def total(*several: Activity, **asked: Any) -> Score:
    return card(*several, **asked).lines[0].score


def only_part(one: Activity, as_of: str | None = None) -> Part:
    (part,) = total(one, as_of=as_of).parts
    return part


WITHDRAWN = Observation(status=Status.ONGOING, change=Change.WITHDRAWN)
GONE = evolve(WITHDRAWN, as_of=Moment.parse("2024"))


@pytest.mark.parametrize(
    ("reports", "value", "low", "high"),
    [
        ((), Absence.BLANK, "0", "1"),
        ((told(Status.COMPLETED),), "1", "1", "1"),
        ((told(Status.PLANNED),), "0", "0", "0"),
        ((told(Status.ONGOING),), Absence.BLANK, "0", "1"),
        ((told(Status.ONGOING, percent="2/5"),), "2/5", "2/5", "2/5"),
        ((told(Absence.BLANK, percent="2/5"),), "2/5", "2/5", "2/5"),
        ((told(Absence.WITHHELD),), Absence.WITHHELD, "0", "1"),
        ((told(Status.COMPLETED, percent="2/5"),), Absence.BLANK, "2/5", "1"),
        ((told(Status.PLANNED, percent="2/5"),), Absence.BLANK, "0", "2/5"),
        (
            (told(Status.ONGOING, "2023", "2/5"), told(Status.COMPLETED, "2024")),
            "1",
            "1",
            "1",
        ),
        (
            (told(Status.ONGOING, "2023", "2/5"), told(Status.ONGOING, "2024")),
            "2/5",
            "2/5",
            "2/5",
        ),
        (
            (told(Status.ONGOING, "2023", "2/5"), told(Status.ONGOING, "2024", "3/5")),
            "3/5",
            "3/5",
            "3/5",
        ),
        (
            (
                told(Status.ONGOING, "2024-05-01", "2/5"),
                told(Status.ONGOING, "2024-05-01", "3/5"),
            ),
            Absence.BLANK,
            "2/5",
            "3/5",
        ),
        (
            (told(Status.ONGOING, "2024-05-01"), told(Status.COMPLETED, "2024-05-01")),
            Absence.BLANK,
            "0",
            "1",
        ),
        ((GONE, told(Absence.BLANK, "2025", "1/2")), Absence.NOT_APPLICABLE, "0", "1"),
    ],
)
def test_progress_is_the_share_reported_else_what_the_state_allows(
    reports: tuple[Observation, ...], value: str | Absence, low: str, high: str
) -> None:
    known = progress_of(activity(1, *reports), None, None)
    is_absence = isinstance(value, Absence)
    assert known.value == (value if is_absence else Fraction(value))
    assert (known.low, known.high) == (Fraction(low), Fraction(high))


def test_ongoing_without_a_share_is_never_a_half() -> None:
    done, running = (
        activity(1, told(Status.COMPLETED)),
        activity(2, told(Status.ONGOING)),
    )
    scored = total(done, running)
    assert scored.value is Absence.BLANK
    assert (scored.low, scored.high) == (Fraction(1, 2), Fraction(1))
    assert (scored.known, scored.total) == (1, 2)


def test_what_was_withdrawn_is_left_out_and_counted() -> None:
    scored = total(activity(1, told(Status.COMPLETED)), activity(2, GONE))
    assert scored.value == 1
    assert (scored.known, scored.total) == (1, 1)
    assert [part.weight for part in scored.parts] == [1, 0]
    assert "withdrawn and left out: 1" in scored.reasons


def test_a_plan_where_all_is_withdrawn_has_no_score() -> None:
    scored = total(activity(1, GONE))
    assert scored.value is Absence.NOT_APPLICABLE
    assert (scored.low, scored.high) == (Fraction(0), Fraction(1))
    assert scored.total == 0


def test_an_empty_plan_has_no_score() -> None:
    assert total().value is Absence.NOT_APPLICABLE


YEARLY = Timeframe(
    start=Moment.parse("2021"), end=Moment.parse("2025"), recurrence=Recurrence.ANNUAL
)
LISTED = evolve(
    YEARLY,
    editions=[
        Edition(label="8th", when=Moment.parse("2021")),
        Edition(label="9th", when=Moment.parse("2022")),
    ],
)


@pytest.mark.parametrize(
    ("timeframe", "reports", "low", "high"),
    [
        (YEARLY, (), "0", "1"),
        (YEARLY, (told(Status.ONGOING, "2023"),), "0", "1"),
        (YEARLY, (told(Status.PLANNED, "2023"),), "0", "0"),
        (YEARLY, (told(Status.PLANNED, "2022"),), "0", "1/3"),
        (YEARLY, (told(Status.COMPLETED, "2023"),), "1", "1"),
        (YEARLY, (told(Status.COMPLETED, "2022"),), "2/3", "1"),
        (
            YEARLY,
            (told(Status.COMPLETED, "2021"), told(Status.PLANNED, "2022")),
            "1/3",
            "1",
        ),
        (LISTED, (told(Status.ONGOING, "2023"),), "2/3", "1"),
        (LISTED, (told(Status.ONGOING, "2021"),), "1/3", "1"),
        (LISTED, (told(Status.PLANNED, "2020"),), "0", "1"),
        (LISTED, (told(Status.ONGOING, "2023", "1/2"),), "1/2", "1/2"),
    ],
)
def test_a_recurring_activity_counts_by_its_editions_due_so_far(
    timeframe: Timeframe, reports: tuple[Observation, ...], low: str, high: str
) -> None:
    part = only_part(activity(1, *reports, timeframe=timeframe), as_of="2023-12-31")
    if low == high:
        assert part.value == Fraction(low)
    else:
        assert part.value is Absence.BLANK
        assert (part.low, part.high) == (Fraction(low), Fraction(high))


def test_all_editions_that_are_listed_and_due_are_held() -> None:
    report = told(Status.ONGOING, "2022")
    part = only_part(activity(1, report, timeframe=LISTED), as_of="2022-12-31")
    assert part.value == 1
    assert part.reason == (
        "of 2 editions due by 2022-12-31, 2 are known to be held; "
        "the last state told is 'ongoing'"
    )


def test_the_year_that_is_running_may_or_may_not_be_due() -> None:
    report = told(Status.ONGOING, "2022")
    part = only_part(activity(1, report, timeframe=LISTED), as_of="2023-06-01")
    assert (part.low, part.high) == (Fraction(2, 3), Fraction(1))
    assert part.reason.startswith("of 2 to 3 editions due by 2023-06-01, 2 are known")


def test_the_day_of_the_newest_report_is_said_where_editions_depend_on_it() -> None:
    scored = card(activity(1, told(Status.ONGOING, "2022"), timeframe=LISTED))
    (remark,) = scored.remarks
    assert remark.about == "the day"
    assert "the newest report is of 2022" in remark.text.in_("en")
    assert scored.lines[0].score.value == 1


def test_the_policy_weighs_and_leaves_out() -> None:
    done, silent = activity(1, told(Status.COMPLETED)), activity(2)
    planned = activity(3, told(Status.PLANNED))
    rules = AbsenceRules(not_reported=AbsenceRule.LEAVE_OUT)
    weights = (GivenWeight(id="VN:1", weight=3), GivenWeight(id="VN:3", weight=1))
    policy = Policy(absences=rules, weights=Weighting.GIVEN, given=weights)
    scored = total(done, silent, planned, policy=policy)
    assert scored.value == Fraction(3, 4)
    assert (scored.known, scored.total) == (2, 2)
    assert "left out by the policy, as not reported: 1" in scored.reasons


def test_weights_of_nothing_divide_nothing() -> None:
    weights = (GivenWeight(id="VN:1", weight=0),)
    policy = Policy(weights=Weighting.GIVEN, given=weights)
    scored = total(activity(1, told(Status.COMPLETED)), policy=policy)
    assert scored.value is Absence.NOT_APPLICABLE


def test_completed_on_the_very_day_means_all_editions_however_many_are_due() -> None:
    report = told(Status.COMPLETED, "2023-06-01")
    part = only_part(activity(1, report, timeframe=YEARLY), as_of="2023-06-01")
    assert part.value == 1
    assert part.reason.startswith("of 2 to 3 editions due by 2023-06-01")
