"""Merge submissions into one plan; contradictions are kept, both sides named."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from datetime import date
from typing import Any

from attrs import evolve

from almwp.model.activity import Activity, in_order
from almwp.model.folding import fold
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Claim, Conflict, WorkPlan
from almwp.plan.fieldwords import COMPARED, SINGLE, Said, said_of, says_less
from almwp.plan.indicators import merge_indicators
from almwp.plan.sameness import (
    ReportedActivity,
    look_alikes,
    same_activities,
    unshared_titles,
)
from almwp.plan.serialnumbers import Files, serial_files


def merge(submissions: Iterable[Submission]) -> WorkPlan:
    """Return what *submissions* say together.  Their order does not matter.

    Which reports are of one activity is told in :mod:`almwp.plan.sameness`; those
    that look alike and were kept apart are among the conflicts.  Files of the same
    content count once.  Of two values the newer report's stands first.
    """
    ordered = _each_once(submissions)
    reports = [
        ReportedActivity(activity=a, submission=s)
        for s in ordered
        for a in s.activities
    ]
    activities: list[Activity] = []
    conflicts: list[Conflict] = []
    used: set[ActivityId] = set()
    names: dict[int, ActivityId] = {}
    groups = same_activities(reports)
    for same in groups:
        # The first of two activities with one id keeps it, as in a single file.
        merged, contradictions = _join(same, used)
        used.add(merged.id)
        activities.append(merged)
        conflicts += contradictions
        names |= {id(report): merged.id for report in same}
    serial = serial_files(
        (place, report.activity, report.submission)
        for place, group in enumerate(groups)
        for report in group
    )
    for key, rivals in look_alikes(groups):
        if key == "number" and _only_count(rivals, serial):
            continue
        claims = tuple(_claim(r, key, _claimed(r, key)) for r in rivals)
        conflicts += [
            Conflict(activity=names[id(rival)], field=key, claims=claims)
            for rival in rivals
        ]
    followed = merge_indicators(ordered)
    conflicts += followed.conflicts
    return WorkPlan(
        framework=_main_framework(ordered),
        activities=tuple(sorted(activities, key=lambda a: _order(a.id))),
        indicators=sorted(followed.indicators, key=lambda i: _order(ActivityId(i.id))),
        submissions=ordered,
        conflicts=tuple(sorted(conflicts, key=lambda c: (_order(c.activity), c.field))),
    )


def _only_count(rivals: tuple[ReportedActivity, ...], serial: Container[Files]) -> bool:
    """Say whether the number that reports share only counts the rows of their files."""
    first, *others = (report.submission.sha256 for report in rivals)
    return all(frozenset((first, other)) in serial for other in others)


def part_of(plan: WorkPlan, activities: Iterable[Activity]) -> WorkPlan:
    """Return *plan* with only some of its *activities*, and their conflicts.

    Conflicts on indicators stay, as these do.
    """
    kept = tuple(activities)
    ids = {activity.id for activity in kept}
    ids |= {ActivityId(indicator.id) for indicator in plan.indicators}
    conflicts = tuple(c for c in plan.conflicts if c.activity in ids)
    return evolve(plan, activities=kept, conflicts=conflicts)


def _each_once(submissions: Iterable[Submission]) -> tuple[Submission, ...]:
    """Return one submission for each file content, in an order of their own."""
    by_content: dict[str, list[Submission]] = defaultdict(list)
    for submission in submissions:
        if submission not in by_content[submission.sha256]:
            by_content[submission.sha256].append(submission)
    # One content was read in two ways only if the calls differed: any fixed choice.
    chosen = [
        min(same, key=lambda s: (s.file, repr(s))) if len(same) > 1 else same[0]
        for same in by_content.values()
    ]
    return tuple(sorted(chosen, key=lambda s: (s.country or "", s.file, s.sha256)))


def _order(activity: ActivityId) -> tuple[str, tuple[tuple[int, str], ...], str]:
    """Sort ``VN:2`` before ``VN:10``."""
    sender, _, number = activity.partition(":")
    pieces = fold(number).split()
    return sender, tuple((_number(piece), piece) for piece in pieces), activity


def _number(piece: str, most_digits: int = 9) -> int:
    """Return a number; one that no list reaches is a word like any other."""
    return int(piece) if piece.isdecimal() and len(piece) <= most_digits else 0


def _unused(wanted: ActivityId, used: set[ActivityId]) -> ActivityId:
    found, count = wanted, 1
    while found in used:
        count += 1
        found = ActivityId(f"{wanted}#{count}")
    return found


def _join(
    same: tuple[ReportedActivity, ...], used: set[ActivityId]
) -> tuple[Activity, list[Conflict]]:
    by_id = sorted(same, key=lambda r: (_order(r.activity.id), r.submission.sha256))
    name = _unused(by_id[0].activity.id, used)
    ordered = sorted(by_id, key=_day, reverse=True)
    first = ordered[0].activity
    if len(ordered) == 1:
        alone = evolve(first, id=name, observations=in_order(first.observations))
        return alone, list(_conflicts(name, ordered))
    joined: dict[str, Any] = {}
    for field in FILLED:
        values = [getattr(r.activity, field) for r in ordered]
        joined[field] = next(
            (value for value in values if _is_filled(value)), values[0]
        )
    for field in UNITED:
        everything = [v for r in ordered for v in getattr(r.activity, field)]
        joined[field] = tuple(dict.fromkeys(everything))
    observations = in_order(joined.pop("observations"))
    title, others = _titles([r.activity for r in ordered])
    remarks = [r.activity.remarks for r in ordered if r.activity.remarks]
    merged = evolve(
        first,
        **joined,
        id=name,
        title=title,
        other_titles=others,
        remarks="\n".join(dict.fromkeys(remarks)),
        observations=observations,
    )
    return merged, list(_conflicts(name, ordered))


def _day(report: ReportedActivity) -> date:
    """Return the day of which a report speaks; one without a day is the oldest."""
    as_of = report.submission.as_of
    told = [o.as_of.end for o in report.activity.observations if o.as_of]
    return max([*told, *([as_of.end] if as_of else [])], default=date.min)


def _claimed(report: ReportedActivity, key: str) -> str:
    """Say what tells two look-alikes apart: who leads, or what the number is of."""
    activity = report.activity
    if key == "number":
        return str(activity.title)
    leads = ", ".join(str(party) for party in activity.leads)
    return f"{activity.title} ({leads})" if leads else str(activity.title)


def _titles(activities: list[Activity]) -> tuple[Text, tuple[Text, ...]]:
    """Return the first title, completed in further languages, and all others."""
    title = activities[0].title
    others: list[Text] = []
    for activity in activities:
        for language, words in activity.title.forms:
            if title.says(language) is None:
                title = title.with_(language, words)
            elif fold(words) not in {fold(form) for _, form in title.forms}:
                others.append(Text.of(words, language))
        others += activity.other_titles
    return title, tuple(dict.fromkeys(others))


def _is_filled(value: object) -> bool:
    return bool(value.raw if isinstance(value, Timeframe) else value)


FILLED = ("number", *SINGLE)
"""Fields of which the first filled one is kept; contradictions are in the conflicts."""

UNITED = (
    "parts",
    "references",
    "bodies",
    "partners",
    "funders",
    "indicators",
    "observations",
    "marks",
    "links",
    "sources",
    "extras",
    "origins",
)
"""Fields whose values are put together, each once."""


def _conflicts(name: ActivityId, reports: list[ReportedActivity]) -> Iterable[Conflict]:
    """Give the contradictions: in titles, where only the ids agree, and in fields."""
    strangers = list(unshared_titles(reports))
    if strangers:
        claims = tuple(
            _claim(report, "title", str(report.activity.title))
            for report in (reports[0], *strangers)
        )
        yield Conflict(activity=name, field="title", claims=claims)
    for key in COMPARED:
        found = _claims(reports, key)
        if found:
            yield Conflict(activity=name, field=key, claims=found)


def _claims(reports: list[ReportedActivity], key: str) -> tuple[Claim, ...]:
    """Return what is claimed of a field, if different things are claimed."""
    by_matter: dict[str, dict[str, tuple[Said, Claim]]] = defaultdict(dict)
    for report in reports:
        for said in said_of(report.activity, key, report.submission.language):
            claim = _claim(report, key, said.words, said.origin)
            by_matter[said.about].setdefault(said.sense, (said, claim))
    differing: list[Claim] = []
    for same in by_matter.values():
        both = list(same.values())
        most = [
            claim
            for said, claim in both
            if not any(says_less(key, said, other) for other, _ in both)
        ]
        differing += most if len(most) > 1 else []
    return tuple(differing)


def _claim(
    report: ReportedActivity, key: str, words: str, origin: Origin | None = None
) -> Claim:
    return Claim(
        value=words,
        owner=report.owner,
        origin=origin or report.activity.origin_of(key),
    )


def _main_framework(submissions: Iterable[Submission]) -> FrameworkId | None:
    """Return the programme on which most activities report."""
    counted: Counter[FrameworkId] = Counter()
    for submission in submissions:
        if submission.framework:
            counted[submission.framework] += len(submission.activities)
    if not counted:
        return None
    return min(counted, key=lambda framework: (-counted[framework], framework))
