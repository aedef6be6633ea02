"""What is always true of merging: no order, nothing lost, nothing invented."""

import time
from collections import Counter
from random import Random

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.model.activity import Activity
from almwp.model.folding import fold
from almwp.model.ids import ActivityId
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.merge import merge, part_of
from almwp.testing.strategies import submissions


def told_apart(submission: Submission) -> Submission:
    """Give each row of a file its own id, as intake does."""
    activities: dict[str, Activity] = {}
    for activity in submission.activities:
        activities.setdefault(activity.id, activity)
    return evolve(submission, activities=tuple(activities.values()))


contents = st.sampled_from([digit * 64 for digit in "0123"])
files = st.builds(
    lambda submission, sha256: evolve(told_apart(submission), sha256=sha256),
    submissions,
    contents,
)
piles = st.lists(files, max_size=4)
"""Submissions as they come in; some of one content, read in different ways."""


@given(pile=piles, order=st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_of_submissions_does_not_matter(
    pile: list[Submission], order: Random
) -> None:
    turned = list(pile)
    order.shuffle(turned)
    assert merge(turned) == merge(pile)


@given(files)
@settings(max_examples=30)
def test_one_submission_alone_keeps_its_activities(submission: Submission) -> None:
    plan = merge([submission])
    kept = {activity.id: activity for activity in plan.activities}
    assert kept.keys() == {activity.id for activity in submission.activities}
    for activity in submission.activities:
        merged = kept[activity.id]
        assert Counter(merged.observations) == Counter(activity.observations)
        assert evolve(merged, observations=()) == evolve(activity, observations=())
    assert plan.submissions == (submission,)


@given(piles)
@settings(max_examples=30)
def test_merging_again_changes_nothing(pile: list[Submission]) -> None:
    plan = merge(pile)
    assert merge(plan.sent) == plan
    assert merge([*pile, *plan.sent]) == plan


@given(piles)
@settings(max_examples=30)
def test_the_same_file_twice_counts_once(pile: list[Submission]) -> None:
    assert merge([*pile, *pile]) == merge(pile)


@given(piles)
@settings(max_examples=30)
def test_every_report_of_every_file_is_in_the_plan(pile: list[Submission]) -> None:
    plan = merge(pile)
    merged = {o for activity in plan.activities for o in activity.observations}
    rows = {row for activity in plan.activities for row in activity.origins}
    for submission in plan.submissions:
        for activity in submission.activities:
            assert merged.issuperset(activity.observations)
            assert rows.issuperset(activity.origins)
    said = {o for s in pile for activity in s.activities for o in activity.observations}
    assert merged <= said


@given(piles)
@settings(max_examples=30)
def test_every_title_is_still_there(pile: list[Submission]) -> None:
    plan = merge(pile)
    kept = {
        fold(words)
        for activity in plan.activities
        for title in (activity.title, *activity.other_titles)
        for _, words in title.forms
    }
    for submission in plan.submissions:
        for activity in submission.activities:
            for _, words in activity.title.forms:
                assert fold(words) in kept


@given(piles)
@settings(max_examples=30)
def test_ids_are_unique_and_no_file_loses_a_row(pile: list[Submission]) -> None:
    plan = merge(pile)
    ids = [activity.id for activity in plan.activities]
    assert len(set(ids)) == len(ids)
    most = max((len(s.activities) for s in plan.submissions), default=0)
    assert len(ids) >= most
    followed = {indicator.id for indicator in plan.indicators}
    assert {str(conflict.activity) for conflict in plan.conflicts} <= {*ids, *followed}
    assert all(len(conflict.claims) > 1 for conflict in plan.conflicts)


@given(piles, st.data())
@settings(max_examples=20)
def test_a_part_of_a_plan_keeps_its_own_conflicts(
    pile: list[Submission], data: st.DataObject
) -> None:
    plan = merge(pile)
    if not plan.activities:
        return
    one = data.draw(st.sampled_from(plan.activities))
    part = part_of(plan, [one])
    assert part.activities == (one,)
    kept = {one.id, *(indicator.id for indicator in plan.indicators)}
    assert part.conflicts == tuple(c for c in plan.conflicts if c.activity in kept)
    assert part.submissions == plan.submissions


def test_thousands_of_activities_are_merged_in_a_moment() -> None:
    def submission(country: str, count: int) -> Submission:
        return Submission(
            file=f"{country}.xlsx",
            sha256=country.lower().encode().hex().ljust(64, "0"),
            activities=tuple(
                Activity(
                    id=ActivityId(f"{country}:{n}"),
                    title=Text.of(f"A study of working conditions, part {n}"),
                )
                for n in range(count)
            ),
        )

    pile = [submission(c, 5_000) for c in ("ID", "PH", "VN")]
    began = time.process_time()
    plan = merge(pile)
    took = time.process_time() - began
    assert len(plan.activities) == 5_000
    assert took < 10, "merging grows faster than the number of activities"
