"""Merge submissions into one plan; contradictions are kept, both sides named."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from attrs import evolve, frozen

from almwp.model.activity import Activity, in_order
from almwp.model.folding import fold
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.submission import Submission
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Claim, Conflict, WorkPlan
from almwp.plan.fieldwords import COMPARED, says_less, words_of_field


@frozen(kw_only=True)
class _Report:
    """An activity as one sender reports it."""

    activity: Activity
    submission: Submission

    @property
    def owner(self) -> str:
        """Who says so: country or file, and institution."""
        who = self.submission.country or self.submission.file
        institution = self.submission.institution
        return f"{who}, {institution}" if institution else who


def merge(submissions: Iterable[Submission]) -> WorkPlan:
    """Return what *submissions* say together.  Their order does not matter.

    Activities with the same title, accents and case aside, are the same activity; so
    are those with the same id.  Files of the same content count once.
    """
    known = {s.sha256: s for s in sorted(submissions, key=lambda s: (s.file, s.sha256))}
    ordered = sorted(known.values(), key=lambda s: (s.country or "", s.file, s.sha256))
    reports = [_Report(activity=a, submission=s) for s in ordered for a in s.activities]
    activities: list[Activity] = []
    conflicts: list[Conflict] = []
    for same in _same(reports):
        merged, contradictions = _join(same)
        activities.append(merged)
        conflicts += contradictions
    return WorkPlan(
        framework=_main_framework(ordered),
        activities=tuple(sorted(activities, key=lambda a: _order(a.id))),
        indicators=tuple(i for s in ordered for i in s.indicators),
        submissions=tuple(ordered),
        conflicts=tuple(sorted(conflicts, key=lambda c: (_order(c.activity), c.field))),
    )


def _order(activity: ActivityId) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Sort ``VN:2`` before ``VN:10``."""
    sender, _, number = activity.partition(":")
    pieces = fold(number).split()
    return sender, tuple((int(p) if p.isdecimal() else 0, p) for p in pieces)


def _same(reports: list[_Report]) -> list[list[_Report]]:
    """Group the reports of one activity: those that share an id or a title."""
    group_of = list(range(len(reports)))

    def root(place: int) -> int:
        while group_of[place] != place:
            group_of[place] = group_of[group_of[place]]
            place = group_of[place]
        return place

    first_with: dict[str, int] = {}
    doubled = _doubled_titles(reports)
    for place, report in enumerate(reports):
        for name in _names(report, doubled):
            group_of[root(place)] = root(first_with.setdefault(name, place))
    groups: dict[int, list[_Report]] = defaultdict(list)
    for place, report in enumerate(reports):
        groups[root(place)].append(report)
    return list(groups.values())


def _titles(activity: Activity) -> set[str]:
    titles = (activity.title, *activity.other_titles)
    return {fold(form) for title in titles for _, form in title.forms}


def _doubled_titles(reports: list[_Report]) -> set[str]:
    """Return titles that stand twice in one file: they tell nothing apart."""
    counted = Counter(
        (r.submission.sha256, title) for r in reports for title in _titles(r.activity)
    )
    return {title for (_, title), count in counted.items() if count > 1}


def _names(report: _Report, doubled: set[str]) -> list[str]:
    """Return the names by which reports of one activity find each other."""
    activity = report.activity
    is_own = activity.id.startswith("unknown:") or "#" in activity.id
    names = [] if is_own else [f"id {activity.id}"]
    return names + [f"title {t}" for t in sorted(_titles(activity) - doubled)]


def _join(same: list[_Report]) -> tuple[Activity, list[Conflict]]:
    ordered = sorted(same, key=lambda r: (_order(r.activity.id), r.submission.sha256))
    first = ordered[0].activity
    conflicts = []
    filled: dict[str, Any] = {}
    for key in COMPARED:
        claims = _claims(ordered, key)
        if len(claims) > 1:
            conflicts.append(Conflict(activity=first.id, field=key, claims=claims))
    for name in _FILLED:
        values = [getattr(r.activity, name) for r in ordered]
        filled[name] = next((value for value in values if _is_filled(value)), values[0])
    for name in _UNITED:
        everything = [v for r in ordered for v in getattr(r.activity, name)]
        filled[name] = tuple(dict.fromkeys(everything))
    observations = [o for r in ordered for o in r.activity.observations]
    merged = evolve(
        first, **filled, observations=in_order(tuple(dict.fromkeys(observations)))
    )
    return merged, conflicts


def _is_filled(value: object) -> bool:
    return bool(value.raw if isinstance(value, Timeframe) else value)


_FILLED = (
    "number",
    "kind",
    "level",
    "leads",
    "co_leads",
    "budget",
    "timeframe",
    "place",
    "host",
    "output",
    "remarks",
)
"""Fields of which the first filled one is kept; contradictions are in the conflicts."""

_UNITED = (
    "other_titles",
    "references",
    "bodies",
    "partners",
    "funders",
    "indicators",
    "marks",
    "links",
    "sources",
    "extras",
    "origins",
)
"""Fields whose values are put together, each once."""


def _claims(reports: list[_Report], key: str) -> tuple[Claim, ...]:
    """Return what is claimed of a field, if two senders claim different things."""
    claims: dict[str, Claim] = {}
    for report in reports:
        for when, words in words_of_field(report.activity, key):
            if not words:
                continue
            origin = report.activity.origin_of(key)
            claim = Claim(value=words, owner=report.owner, origin=origin)
            claims.setdefault(f"{when}|{fold(words)}", claim)
    by_time: dict[str, list[Claim]] = defaultdict(list)
    for name, claim in claims.items():
        by_time[name.partition("|")[0]].append(claim)
    differing: list[Claim] = []
    for same in by_time.values():
        most = [
            c for c in same if not any(says_less(key, c.value, o.value) for o in same)
        ]
        differing += most if len(most) > 1 else []
    return tuple(differing)


def _main_framework(submissions: list[Submission]) -> FrameworkId | None:
    """Return the programme on which most activities report."""
    counted: Counter[FrameworkId] = Counter()
    for submission in submissions:
        if submission.framework:
            counted[submission.framework] += len(submission.activities)
    if not counted:
        return None
    return min(counted, key=lambda framework: (-counted[framework], framework))


def part_of(plan: WorkPlan, activities: Iterable[Activity]) -> WorkPlan:
    """Return *plan* with only some of its *activities*, and their conflicts."""
    kept = tuple(activities)
    ids = {activity.id for activity in kept}
    conflicts = tuple(c for c in plan.conflicts if c.activity in ids)
    return evolve(plan, activities=kept, conflicts=conflicts)
