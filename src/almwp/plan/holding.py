"""What a country's files do not agree on, and what is therefore held back.

What goes to the meeting is cleared in every file that speaks of it, and is the same in
all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from attrs import evolve, frozen

from almwp.model.folding import fold
from almwp.model.opening import is_for
from almwp.model.position import AgendaStance, Ask, Audience, Piece, Proposal
from almwp.model.prepared import Held, WhyHeld
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.versions import may_be_versions

Row = AgendaStance | Proposal | Ask


@frozen(kw_only=True)
class _Said:
    """A row and the place of its file among all."""

    row: Row
    file: int


def held_back(
    used: Sequence[Submission], beside: Sequence[Submission] = ()
) -> tuple[Held, ...]:
    """Return what of *used* does not go to the meeting, and why.

    Args:
        used: The files of a country that count.
        beside: Files that may be for this meeting and do not count.
    """
    files = (*used, *beside)
    found: list[Held] = []
    for name in ("agenda", "proposals", "asks"):
        rows = [
            _Said(row=row, file=place)
            for place, sent in enumerate(files)
            for row in getattr(sent, name)
        ]
        for group in _of_one_matter(rows):
            found += _held(group, len(used))
    return (*found, *_missing(used, {id(r) for held in found for r in held.rows}))


def doubtful(used: Sequence[Submission]) -> tuple[tuple[int, int], ...]:
    """Return the places of files of which nobody knows which is the newer one.

    Two files of one institution that share nothing are parts of one paper.
    """
    shared: set[tuple[int, int]] = set()
    for name in ("agenda", "proposals", "asks"):
        rows = [
            _Said(row=row, file=place)
            for place, sent in enumerate(used)
            for row in getattr(sent, name)
        ]
        for group in _of_one_matter(rows):
            files = sorted({each.file for each in group})
            shared |= set(combinations(files, 2))
    return tuple(
        pair
        for pair in sorted(shared)
        if may_be_versions(used[pair[0]], used[pair[1]])
        and _says(used[pair[0]]) != _says(used[pair[1]])
    )


def torn(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return those of *rows* for the meeting that the others do not say as well."""
    said = [_Said(row=row, file=0) for row in rows]
    groups = _of_one_matter(said)
    held = (each for group in groups for each in _held(group, 1))
    return tuple(row for each in held for row in each.rows)


def _held(group: Sequence[_Said], counting: int) -> Iterator[Held]:
    rows = [each.row for each in group if each.file < counting]
    going = [row for row in rows if is_for(row, Audience.MEETING)]
    everything = [each.row for each in group]
    if not going or len(everything) < 2:
        return
    if not all(is_for(row, Audience.MEETING) for row in everything):
        why = WhyHeld.NOT_CLEARED
    elif not _agree(everything):
        why = WhyHeld.DIFFERS
    else:
        return
    yield Held(rows=going, why=why, cells=_cells(everything))


def _missing(used: Sequence[Submission], known: set[int]) -> Iterator[Held]:
    """Give what one of two doubtful versions clears, and the other has no longer."""
    pairs = doubtful(used)
    for name in ("agenda", "proposals", "asks") if pairs else ():
        rows = [
            _Said(row=row, file=place)
            for place, sent in enumerate(used)
            for row in getattr(sent, name)
        ]
        for group in _of_one_matter(rows):
            files = {each.file for each in group}
            lacks = any(len({*pair} & files) == 1 for pair in pairs)
            going = [e.row for e in group if is_for(e.row, Audience.MEETING)]
            going = [row for row in going if id(row) not in known]
            if lacks and going:
                cells = _cells([each.row for each in group])
                yield Held(rows=going, why=WhyHeld.MISSING, cells=cells)


def _of_one_matter(said: Sequence[_Said]) -> tuple[tuple[_Said, ...], ...]:
    """Put together what is said of one item, one proposal or one ask.

    Rows are of one item if they have one number; if their files number differently,
    if they have one title.
    """
    above = list(range(len(said)))

    def root(place: int) -> int:
        while above[place] != place:
            place = above[place] = above[above[place]]
        return place

    numbered: dict[str, list[int]] = defaultdict(list)
    titled: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(said):
        if number := _number(each.row):
            numbered[number].append(place)
        for title in _titles(each.row):
            titled[title].append(place)
    for places in numbered.values():
        for place in places[1:]:
            above[root(place)] = root(places[0])
    files = {n: {said[p].file for p in places} for n, places in numbered.items()}
    for places in titled.values():
        for one, other in _neighbours(places, said, files):
            above[root(other)] = root(one)
    groups: dict[int, list[_Said]] = defaultdict(list)
    for place, each in enumerate(said):
        groups[root(place)].append(each)
    return tuple(tuple(group) for group in groups.values())


def _neighbours(
    places: Sequence[int], said: Sequence[_Said], files: Mapping[str, set[int]]
) -> Iterator[tuple[int, int]]:
    """Give places of one title that are one matter: their numbers must not tell."""
    pairs = [*pairwise(places)]
    pairs += ((places[0], other) for other in places[2:])
    for one, other in pairs:
        first, second = said[one], said[other]
        number, its = _number(first.row), _number(second.row)
        if number and its:
            is_apart = first.file == second.file
            # Each has its match by number in the file of the other.
            is_apart |= second.file in files[number] or first.file in files[its]
            if is_apart:
                continue
        yield one, other


def _number(row: Row) -> str:
    """Return the number of an item; proposals of two ministries may share one."""
    if isinstance(row, AgendaStance) and row.number:
        return fold(row.number) or row.number
    return ""


def _titles(row: Row) -> tuple[str, ...]:
    match row:
        case AgendaStance():
            return _forms(row.item)
        case Proposal():
            by = row.proposed_by or ""
            return tuple(f"{by}:{form}" for form in _forms(row.title))
        case Ask():
            to = f"{row.to.kind}:{fold(row.to.id)}:{row.is_offer}"
            return tuple(f"{to}:{form}" for form in _forms(row.text.text))


def _forms(text: Text) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(form) or form for _, form in text.forms))


def _agree(rows: Sequence[Row]) -> bool:
    """Say whether all rows tell the meeting the same."""
    first, *others = rows
    return all(_matter(row) == _matter(first) for row in others) and _one_title(rows)


def _matter(row: Row) -> object:
    """Return what the meeting would be told, without the places where it was read."""
    match row:
        case AgendaStance():
            points, wording = _words(row.talking_points), _words(row.wording)
            return row.asked, row.stance, points, wording
        case Proposal():
            return evolve(
                row,
                id="-",
                number="",
                title=Text(),
                cleared_by="",
                remarks="",
                extras=(),
                origin=None,
                origins=(),
                rationale=_words(row.rationale),
            )
        case Ask():
            return _words([row.text])


def _words(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(evolve(piece, cleared_by="", origin=None) for piece in pieces)


def _one_title(rows: Sequence[Row]) -> bool:
    """Say whether no language has two titles."""
    said: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if isinstance(row, Ask):
            continue
        title = row.item if isinstance(row, AgendaStance) else row.title
        for language, form in title.forms:
            said[language].add(fold(form) or form)
    return all(len(forms) == 1 for forms in said.values())


def _says(sent: Submission) -> object:
    """Return what a file says, wherever it stands in it."""
    rows: tuple[Row, ...] = (*sent.agenda, *sent.proposals, *sent.asks)
    return [
        (*_titles(row), _matter(row), is_for(row, Audience.MEETING)) for row in rows
    ]


def _cells(rows: Iterable[Row]) -> tuple[Origin, ...]:
    cells = []
    for row in rows:
        first = row.text.origin if isinstance(row, Ask) else row.origin
        keys = ("item", "title", "text", "number")
        named = (row_.of(key) for row_ in row.origins for key in keys)
        cells.append(first or next((cell for cell in named if cell), None))
    return tuple(dict.fromkeys(cell for cell in cells if cell))
