"""What a sender revised from one round to the next, and what stood on a given day."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from attrs import evolve

from almwp.model.activity import Activity, ActivityLevel
from almwp.model.earliervalue import EarlierValue
from almwp.model.ids import CountryCode
from almwp.model.moment import Moment
from almwp.model.party import Party
from almwp.model.submission import Submission
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.plan.fieldwords import SINGLE, hold_one_value, said_of
from almwp.plan.onesender import may_be_one_sender
from almwp.plan.reported import ReportedActivity


def has_revised(later: Submission, earlier: Submission) -> bool:
    """Say whether *later* is surely a later word of the sender of *earlier*.

    The days of which they speak do not overlap, and both name a country, or the same
    institution: what one says anew does not contradict what it said before.
    """
    if not later.as_of or not earlier.as_of:
        return False
    if earlier.as_of.end >= later.as_of.start:
        return False
    if not later.country and not (
        later.institution and later.institution == earlier.institution
    ):
        return False
    return may_be_one_sender(later, earlier)


class LastWords:
    """The last word of each sender on each matter: what it said before is revised.

    Of a sender who reports every month the last report is enough to ask, where each
    with each would be the square of the months.
    """

    def __init__(self) -> None:
        self._last: dict[str, dict[tuple[str, str], Submission]] = defaultdict(dict)
        self._newest: dict[str, date] = {}

    def take(self, submission: Submission, about: str = "") -> None:
        """Take note that *submission* speaks of a matter."""
        day = submission.as_of
        if day is None:
            return
        senders = self._last[about]
        known = senders.setdefault(
            (submission.country or "", submission.institution), submission
        )
        if known.as_of and known.as_of.start < day.start:
            senders[submission.country or "", submission.institution] = submission
        self._newest[about] = max(self._newest.get(about, date.min), day.start)

    def revise(self, submission: Submission, about: str = "") -> bool:
        """Say whether its sender surely said something else of the matter later."""
        day, newest = submission.as_of, self._newest.get(about, date.min)
        if day is None or day.end >= newest:
            return False
        last = self._last[about].values()
        return any(has_revised(later, submission) for later in last)


def revisions(
    merged: Activity, reports: Sequence[ReportedActivity]
) -> tuple[tuple[EarlierValue, ...], tuple[tuple[str, Moment], ...]]:
    """Return the values that later reports replaced, and since when others stand.

    Args:
        merged: The activity with the values that stand.
        reports: The reports of it, the newest first.
    """
    found: list[EarlierValue] = []
    since: list[tuple[str, Moment]] = []
    activities = (merged, *(report.activity for report in reports))
    for key in SINGLE:
        if hold_one_value(activities, key):
            continue
        stands = {said.sense for said in said_of(merged, key)}
        told = [(r, said) for r in reports for said in said_of(r.activity, key)]
        if all(said.sense in stands for _, said in told):
            continue
        last = LastWords()
        for report, _ in told:
            last.take(report.submission)
        standing: list[EarlierValue] = []
        replaced: list[EarlierValue] = []
        for report, said in told:
            day = report.submission.as_of
            if day and said.sense in stands:
                standing.append(_earlier(report, key, said.words, day))
            elif day and last.revise(report.submission):
                replaced.append(_earlier(report, key, said.words, day))
        if replaced and standing:
            # The value that stands may have stood before the others, too.
            newest = max(each.as_of.end for each in replaced)
            again = [each for each in standing if each.as_of.end > newest]
            replaced += [e for e in standing if again and e.as_of.end <= newest]
            found += sorted(
                dict.fromkeys(replaced), key=lambda v: (v.as_of.end, v.words)
            )
            days = (each.as_of for each in again or standing)
            since.append((key, min(days, key=lambda day: (day.end, day.start))))
    return tuple(found), tuple(since)


def _earlier(
    report: ReportedActivity, key: str, words: str, day: Moment
) -> EarlierValue:
    """Return the value of a field that *report* says of a day."""
    value = getattr(report.activity, key)
    return EarlierValue(
        field=key,
        words=words,
        as_of=day,
        origin=report.activity.origin_of(key),
        timeframe=value if isinstance(value, Timeframe) else None,
        parties=value if isinstance(value, tuple) else (),
    )


def as_it_stood(plan: WorkPlan, day: date | None) -> WorkPlan:
    """Return *plan* with the values that stood on *day*; as it is for no day.

    Of a field that was revised the newest value that was reported by that day counts,
    and before the first report of it the oldest.
    """
    if day is None or not any(activity.earlier for activity in plan.activities):
        return plan
    return evolve(plan, activities=[_stood(a, day) for a in plan.activities])


def _stood(activity: Activity, day: date) -> Activity:
    since = dict(activity.since)
    changes: dict[str, Any] = {}
    for key, moment in since.items():
        if moment.end <= day:
            continue
        own = [each for each in activity.earlier if each.field == key]
        made = [each for each in own if each.as_of.end <= day]
        if own:
            changes[key] = _value(made[-1] if made else own[0])
    return evolve(activity, **changes) if changes else activity


def _value(
    earlier: EarlierValue,
) -> Timeframe | tuple[Party, ...] | ActivityLevel | CountryCode | str:
    if earlier.timeframe is not None:
        return earlier.timeframe
    if earlier.parties:
        return earlier.parties
    if earlier.field == "level":
        return ActivityLevel(earlier.words)
    if earlier.field == "host":
        return CountryCode(earlier.words)
    return earlier.words


def without_rejected(activity: Activity, key: str, rejected: Sequence[str]) -> Activity:
    """Return *activity* without earlier values of *key* that a person rejected."""
    kept = [e for e in activity.earlier if e.field != key or e.words not in rejected]
    still = {each.field for each in kept}
    since = [(name, day) for name, day in activity.since if name in still]
    return evolve(activity, earlier=kept, since=since)
