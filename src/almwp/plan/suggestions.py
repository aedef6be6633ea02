"""Suggest activities of several files that may be one; never decide that they are.

Titles are compared inside one outcome or area, or else among the activities of one
year, and with few neighbours where such a group is large: the work grows with the
activities and not with their pairs.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from attrs import frozen

from almwp.model.ids import ActivityId
from almwp.model.source import Origin
from almwp.model.workplan import Suggestion
from almwp.plan.reported import ReportedActivity, may_overlap

ALIKE = 82
"""How alike, of 100, two titles must be, the order of their words aside."""

MOST = 3
"""How many suggestions one activity gives at most: the nearest."""

_LARGE = 60
"""In a larger group a title is compared with its neighbours only."""

_NEIGHBOURS = 12

Group = tuple[ActivityId, tuple[ReportedActivity, ...]]
Pair = frozenset[ActivityId]


@frozen(kw_only=True, eq=False)
class _Title:
    """One title of an activity, made ready for comparing."""

    place: int
    leads: frozenset[str]
    words: str
    in_order: str
    numbers: frozenset[str]
    report: ReportedActivity
    form: str


@frozen(kw_only=True, eq=False)
class _Near:
    alike: int
    one: _Title
    other: _Title


def suggestions(
    groups: Sequence[Group], settled: Collection[Pair]
) -> tuple[Suggestion, ...]:
    """Return which activities may be one, the nearest titles of each pair.

    Titles with other numbers are of other activities, such as two editions of one
    conference; so are activities that other countries lead, those of programmes of
    other years, and two rows of one file.

    Args:
        groups: Each activity of the plan, with the reports of it.
        settled: Pairs of which is known or asked otherwise whether they are one.
    """
    nearest: dict[Pair, _Near] = {}
    names = [name for name, _ in groups]
    files = [{r.submission.sha256 for r in group} for _, group in groups]
    for one, other in _neighbours(groups):
        if not files[one.place].isdisjoint(files[other.place]):
            continue
        pair = frozenset((names[one.place], names[other.place]))
        if pair in settled:
            continue
        alike = _alike(one, other)
        known = nearest.get(pair)
        if alike >= ALIKE and (known is None or alike > known.alike):
            nearest[pair] = _Near(alike=alike, one=one, other=other)
    by_place: dict[int, list[_Near]] = defaultdict(list)
    for near in nearest.values():
        for place in (near.one.place, near.other.place):
            by_place[place].append(near)
    kept = {
        id(near): near
        for rivals in by_place.values()
        for near in sorted(rivals, key=lambda near: _order(near, names))[:MOST]
    }
    ordered = sorted(kept.values(), key=lambda near: _order(near, names))
    return tuple(_suggestion(near, names) for near in ordered)


def _order(near: _Near, names: Sequence[ActivityId]) -> tuple[int, list[str]]:
    return -near.alike, sorted((names[near.one.place], names[near.other.place]))


def _alike(one: _Title, other: _Title) -> int:
    from rapidfuzz import fuzz

    if one.numbers != other.numbers and one.numbers and other.numbers:
        return 0
    frameworks = (t.report.submission.framework for t in (one, other))
    if not may_overlap(*frameworks):
        return 0
    return int(fuzz.ratio(one.in_order, other.in_order, score_cutoff=ALIKE))


def _suggestion(near: _Near, names: Sequence[ActivityId]) -> Suggestion:
    one, other = sorted((near.one, near.other), key=lambda t: names[t.place])
    return Suggestion(
        activities=(names[one.place], names[other.place]),
        titles=(one.form, other.form),
        owners=(one.report.owner, other.report.owner),
        origins=(_origin(one), _origin(other)),
        alike=near.alike,
    )


def _origin(title: _Title) -> Origin | None:
    return title.report.activity.origin_of("title")


def _neighbours(groups: Sequence[Group]) -> Iterator[tuple[_Title, _Title]]:
    """Give the pairs of titles that are compared, each at least once.

    Activities that other countries lead are two: their titles are not compared.
    """
    blocks: dict[Hashable, list[_Title]] = defaultdict(list)
    for place, (_, group) in enumerate(groups):
        leads = frozenset(country for report in group for country in report.leads)
        titles = {t.words: t for r in group for t in _titles(place, leads, r)}
        for block in dict.fromkeys(b for report in group for b in _blocks(report)):
            blocks[block] += titles.values()
    for same in blocks.values():
        if len(same) <= _LARGE:
            for title, other in combinations(same, 2):
                mine, theirs = title.leads, other.leads
                if not (mine and theirs and mine.isdisjoint(theirs)):
                    yield title, other
            continue
        for order in (_by_words, _by_words_in_order):
            ordered = sorted(same, key=order)
            for at, title in enumerate(ordered, start=1):
                mine = title.leads
                for other in ordered[at : at + _NEIGHBOURS]:
                    theirs = other.leads
                    if not (mine and theirs and mine.isdisjoint(theirs)):
                        yield title, other


def _by_words(title: _Title) -> tuple[str, str]:
    return title.words, title.form


def _by_words_in_order(title: _Title) -> tuple[str, str]:
    return title.in_order, title.form


def _titles(
    place: int, leads: frozenset[str], report: ReportedActivity
) -> Iterator[_Title]:
    for form, words in report.titled:
        parts = words.split()
        if len(parts) < 2:
            continue  # one word alone is near to too many others
        numbers = (p for p in parts if not p.isalpha() and any(map(str.isdigit, p)))
        yield _Title(
            place=place,
            leads=leads,
            words=words,
            in_order=" ".join(sorted(parts)),
            numbers=frozenset(numbers),
            report=report,
            form=form,
        )


def _blocks(report: ReportedActivity) -> Iterable[Hashable]:
    """Return the groups in which the titles of a report are compared."""
    places = {(r.framework, r.node) for r in report.activity.references if r.node}
    begin = report.activity.timeframe.start
    return (*places, ("from", begin.start.year if begin else None))
