"""Find progress that goes backwards between two reports of one activity."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import frozen

from almwp.model.activity import Observation, Status
from almwp.model.folding import fold
from almwp.model.moment import Moment
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.plan.reported import ReportedActivity
from almwp.plan.sameness import same_activities

_RANK = {Status.PLANNED: 0, Status.ONGOING: 1, Status.COMPLETED: 2}


@frozen(kw_only=True)
class Reported:
    """A status or a percentage, as one report gave it.

    Attributes:
        words: What was reported.
        as_of: The day of which the report speaks.
        origin: The cell in which it stands.
        rank: What is compared: it should not fall.
    """

    words: str
    as_of: Moment
    origin: Origin
    rank: Fraction


@frozen(kw_only=True)
class Setback:
    """A later report of an activity that says less than an earlier one.

    Attributes:
        field: ``status`` or ``percent``.
        earlier: What was reported before.
        later: What was reported then.
    """

    field: str
    earlier: Reported
    later: Reported


def setbacks(submissions: Iterable[Submission]) -> Iterator[Setback]:
    """Give each report that says less of an activity than the one before it.

    Reports are compared where the same country sends both, in two files, and the one
    surely speaks of a later day than the other.  Each is compared with the newest of
    those before it; where that was said is the setback's ``earlier``.
    """
    reports = [
        ReportedActivity(activity=activity, submission=submission)
        for submission in submissions
        for activity in submission.activities
    ]
    for same in same_activities(reports):
        by_sender: dict[str, list[ReportedActivity]] = defaultdict(list)
        for report in same:
            if sender := _sender(report.submission):
                by_sender[sender].append(report)
        for own in by_sender.values():
            if len(own) > 1:
                for key in ("status", "percent"):
                    yield from _falls(key, own)


def _sender(submission: Submission) -> str:
    return submission.country or fold(submission.institution)


def _falls(key: str, reports: Iterable[ReportedActivity]) -> Iterator[Setback]:
    known = [told for report in reports for told in _told(key, report)]
    known.sort(key=lambda told: (told.as_of.end, told.as_of.start, told.origin.sha256))
    ends = [told.as_of.end for told in known]
    for later in known:
        # All that surely stand before it are the first of those in order.
        surely = range(bisect_left(ends, later.as_of.start) - 1, -1, -1)
        before = (known[place] for place in surely)
        own = later.origin.sha256
        newest = next((told for told in before if told.origin.sha256 != own), None)
        if newest and later.rank < newest.rank:
            yield Setback(field=key, earlier=newest, later=later)


def _told(key: str, report: ReportedActivity) -> Iterator[Reported]:
    for observation in report.activity.observations:
        read = _status(observation) if key == "status" else _percent(observation)
        if read is None or observation.as_of is None:
            continue
        words, rank = read
        origin = report.activity.origin_of(key) or observation.origin
        if key == "status":
            origin = observation.origin or origin
        elif key == "percent":
            origin = observation.percent_origin or origin
        if origin:
            yield Reported(
                words=words, as_of=observation.as_of, origin=origin, rank=rank
            )


def _status(observation: Observation) -> tuple[str, Fraction] | None:
    status = observation.status
    if not isinstance(status, Status):
        return None
    return observation.word or status.value, Fraction(_RANK[status])


def _percent(observation: Observation) -> tuple[str, Fraction] | None:
    share = observation.percent
    if not isinstance(share, Fraction):
        return None
    return f"{float(share * 100):g} %", share
