"""Suggest activities of several files that may be one; never decide that they are.

Titles are compared inside one outcome or area, or else among the activities of one
year, and with few neighbours where such a group is large: the work grows with the
activities and not with their pairs.
"""

from collections import defaultdict
from collections.abc import (
    Collection,
    Container,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from itertools import chain, filterfalse

from attrs import frozen

from almwp.model.ids import ActivityId
from almwp.model.source import Origin
from almwp.model.workplan import Suggestion
from almwp.plan.reported import ReportedActivity, may_overlap, shared

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
    """One title of an activity, made ready for comparing.

    Attributes:
        place: The activity, by its place among all.
        files: The files that report it.
        leads: A bit for each country that leads it; all of them where none does.
        words: The title, folded.
        in_order: Its words in the order of the alphabet.
        numbers: What of them is a number.
        report: The report that has it.
        form: The title as it is written.
    """

    place: int
    files: frozenset[str]
    leads: int
    words: str
    in_order: str
    numbers: frozenset[str]
    report: ReportedActivity
    form: str


_NO_NUMBERS = frozenset[str]()

_Placed = tuple[_Title, tuple[int, ...]]
"""A title, and the numbers of the groups in which it is compared."""


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
    for one, other, alike in _alike(_neighbours(groups)):
        pair = frozenset((names[one.place], names[other.place]))
        if pair in settled:
            continue
        known = nearest.get(pair)
        if known is None or alike > known.alike:
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


def _alike(
    pairs: Iterable[tuple[_Title, _Title]],
) -> Iterator[tuple[_Title, _Title, int]]:
    """Give those of *pairs* that are alike, and how alike they are."""
    coming = iter(pairs)
    first = next(coming, None)
    if first is None:  # as of one file, whose rows are not compared
        return
    from rapidfuzz.fuzz import ratio

    for one, other in chain((first,), coming):
        alike = ratio(one.in_order, other.in_order, score_cutoff=ALIKE)
        # Few are alike at all: the rest need no further look.
        if alike and not _are_two(one, other):
            yield one, other, int(alike)


def _are_two(one: _Title, other: _Title) -> bool:
    """Say whether the years of their programmes tell two alike titles apart."""
    frameworks = (t.report.submission.framework for t in (one, other))
    return not may_overlap(*frameworks)


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

    Activities that other countries lead are two, as are rows of one file, and titles
    with other numbers: these are not compared.
    """
    blocks: dict[int, list[_Title]] = defaultdict(list)
    numbers: dict[Hashable, int] = {}
    known: dict[tuple[int, ...], tuple[int, ...]] = {}  # what many have is held once
    placed: list[_Placed] = []
    bits: dict[str, int] = {}
    together: dict[frozenset[str], int] = {}
    for place, (_, group) in enumerate(groups):
        countries = frozenset().union(*[report.leads for report in group])
        if countries not in together:
            for country in countries:
                bits.setdefault(country, 1 << len(bits))
            together[countries] = sum(bits[country] for country in countries) or -1
        leads = together[countries]
        files = shared([report.submission.sha256 for report in group])
        titles: dict[str, _Title] = {}
        for report in group:
            titles |= _titles(place, files, leads, report)
        named = dict.fromkeys([b for report in group for b in _blocks(report)])
        inside = tuple([numbers.setdefault(block, len(numbers)) for block in named])
        own = known.setdefault(inside, inside)
        for block in own:
            blocks[block] += titles.values()
        placed += [(title, own) for title in titles.values()]
    large = {block for block, same in blocks.items() if len(same) > _LARGE}
    orders = [
        _in_large_blocks(sorted(placed, key=order), large)
        for order in (_by_words, _by_words_in_order)
    ]
    for block, same in blocks.items():
        if block in large:
            for ordered in orders:
                yield from _may_be_one(ordered[block], _NEIGHBOURS)
        else:
            yield from _may_be_one(same, len(same))


def _in_large_blocks(
    ordered: Iterable[_Placed], large: Container[int]
) -> Mapping[int, Sequence[_Title]]:
    """Deal titles that are in order out to their blocks: none is sorted by itself."""
    found: dict[int, list[_Title]] = defaultdict(list)
    for title, blocks in ordered:
        for block in blocks:
            if block in large:
                found[block].append(title)
    return found


def _may_be_one(
    titles: Sequence[_Title], reach: int
) -> Iterator[tuple[_Title, _Title]]:
    """Give each title and those of the *reach* next that may be of its activity."""
    for at, title in enumerate(titles, start=1):
        leads, numbers, files = title.leads, title.numbers, title.files
        for other in titles[at : at + reach]:
            if (
                leads & other.leads
                and (other.numbers == numbers or not (numbers and other.numbers))
                and files.isdisjoint(other.files)
            ):
                yield title, other


def _by_words(placed: _Placed) -> tuple[str, str]:
    return placed[0].words, placed[0].form


def _by_words_in_order(placed: _Placed) -> tuple[str, str]:
    return placed[0].in_order, placed[0].form


def _titles(
    place: int, files: frozenset[str], leads: int, report: ReportedActivity
) -> dict[str, _Title]:
    found: dict[str, _Title] = {}
    for form, words in report.titled:
        parts = sorted(words.split())
        if len(parts) < 2:
            continue  # one word alone is near to too many others
        mixed = filterfalse(str.isalpha, parts)
        numbers = [part for part in mixed if any(map(str.isdigit, part))]
        found[words] = _Title(
            place=place,
            files=files,
            leads=leads,
            words=words,
            in_order=" ".join(parts),
            numbers=shared(numbers) if numbers else _NO_NUMBERS,
            report=report,
            form=form,
        )
    return found


def _blocks(report: ReportedActivity) -> Iterable[Hashable]:
    """Return the groups in which the titles of a report are compared."""
    places = [(r.framework, r.node) for r in report.activity.references if r.node]
    begin = report.activity.timeframe.start
    return (*places, ("from", begin.start.year if begin else None))
