"""Know columns of which a mark chooses one: ``2021 | 2022 | 2023`` with ticks below.

They are times, or states, and stand for the one column that tables elsewhere have.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import evolve, field, frozen

from almwp.findings import sheet_rules
from almwp.findings.rule import Finding
from almwp.intake.calendars import in_common_era
from almwp.intake.cells import Cell, CellKind, column_letters
from almwp.intake.display import words_of
from almwp.intake.fieldlist import field_of
from almwp.intake.grid import Grid
from almwp.intake.headings import Heading, HeadingBlock
from almwp.intake.headingwords import word_of
from almwp.intake.lexicon import HeadingWord, Lexicon
from almwp.intake.moments import read_moment
from almwp.intake.values import Values
from almwp.model.fields import frozen_items
from almwp.model.moment import Moment, Precision

_SIGNS = frozenset("✓✔☑✅√xX\u00d7✕✖☒vV●•■▪◼★*+/ü")
"""What stands for a mark; *ü* is the tick of the typeface Wingdings."""
_LONGEST = 100
_LOOKED_AT = 20
"""Rows below headings in which marks are looked for, to know headings by them."""
_BY_MARKS = Fraction(85, 100)
"""How sure such columns are."""


@frozen(kw_only=True)
class MarkedColumns:
    """Columns that tell one field together.

    Attributes:
        key: The field.
        columns: Each column with what a mark in it says, from left to right.
    """

    key: str
    columns: tuple[tuple[int, str], ...] = field(converter=frozen_items)

    @property
    def first(self) -> int:
        """The column that stands for all."""
        return self.columns[0][0]

    def told(self, cells: Mapping[int, Cell]) -> Cell | None:
        """Return the first marked cell of a row with the words of all its marks.

        Neighbours are written as a stretch of time: ``2021 - 2023, 2025``.
        """
        marked = self._marked(cells)
        if not marked:
            return None
        words = [words for _, words in self.columns]
        told = [words[place] for place in marked]
        if self.key == "timeframe":
            told = [_between(words[a], words[b]) for a, b in _stretches(marked)]
        text = ", ".join(told)
        cell = cells[self.columns[marked[0]][0]]
        return cell._replace(kind=CellKind.TEXT, text=text, number_format="General")

    def too_many(self, cells: Mapping[int, Cell]) -> tuple[Cell, ...]:
        """Return the marked cells of a row where one alone may be marked.

        It is empty where no more than one is, and for times, which may be several.
        """
        marked = self._marked(cells)
        if self.key == "timeframe" or len(marked) < 2:
            return ()
        return tuple(cells[self.columns[place][0]] for place in marked)

    def _marked(self, cells: Mapping[int, Cell]) -> list[int]:
        """Return the places of the marks among the columns."""
        return [
            place
            for place, (column, _) in enumerate(self.columns)
            if (cell := cells.get(column)) and words_of(cell) in _SIGNS
        ]


def _between(first: str, last: str) -> str:
    return first if first == last else f"{first} - {last}"


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last of each stretch of neighbours."""
    gaps = [(a, b) for a, b in pairwise(places) if b - a > 1]
    begins = [places[0], *(b for _, b in gaps)]
    return zip(begins, [*(a for a, _ in gaps), places[-1]], strict=True)


def marked_columns(block: HeadingBlock, lexicon: Lexicon) -> tuple[MarkedColumns, ...]:
    """Return the columns of *block* that :func:`with_marked_columns` has found."""
    found: dict[str, list[tuple[int, str]]] = {}
    for heading in block.headings:
        if heading.word and heading.is_marked:
            key = heading.word.key
            for words, _ in _TOLD_BY[key](heading, lexicon):
                found.setdefault(key, []).append((heading.column, words))
                break
    return tuple(MarkedColumns(key=key, columns=found[key]) for key in found)


def with_marked_columns(
    grid: Grid, block: HeadingBlock, until: int | None, lexicon: Lexicon
) -> HeadingBlock:
    """Take columns for one field where each names a value of it and holds marks only.

    A table that has a column for the field itself keeps them as they are; so does one
    in which anything but a mark stands below one of them, beside a title.
    """
    for key in _TOLD_BY:
        if any(of.key == key for of in lexicon.columns):
            block = _with_marked(grid, block, until, lexicon, key)
    return block


def _with_marked(
    grid: Grid, block: HeadingBlock, until: int | None, lexicon: Lexicon, key: str
) -> HeadingBlock:
    found: dict[int, Moment | str] = {}
    for heading in block.headings:
        word = heading.word
        is_free = word is None or heading.near or heading.by == "mapping"
        named = next(iter(_TOLD_BY[key](heading, lexicon)), None) if is_free else None
        if named and (word is None or heading.near or word.key == key):
            found[heading.column] = named[1]
        elif word is not None and word.key == key:
            return block
    if len(found) < 2 or not _are_in_order(list(found.values())):
        return block
    if not _hold_marks(grid, block, until, found, lexicon):
        return block
    word = HeadingWord(key=key, language="")
    headings = [
        evolve(
            heading,
            word=word,
            near="",
            rivals=(),
            is_marked=True,
            confidence=_BY_MARKS,  # the same for all: the first stands for them
        )
        if heading.column in found
        else heading
        for heading in block.headings
    ]
    return evolve(block, headings=headings)


def _are_in_order(values: Sequence[Moment | str]) -> bool:
    """Say whether all differ, and times come one after the other."""
    times = [value for value in values if isinstance(value, Moment)]
    if times:
        return all(a.end < b.start for a, b in pairwise(times))
    return len(set(values)) == len(values)


def _hold_marks(
    grid: Grid,
    block: HeadingBlock,
    until: int | None,
    columns: Iterable[int],
    lexicon: Lexicon,
) -> bool:
    """Say whether there are marks below the headings, and nothing else but dashes."""
    titles = [h.column for key, h in block.chosen.items() if key in block.titles]
    again = [range(first, last + 1) for first, last in block.repeats]
    is_marked = False
    for row in grid.between(block.last_row + 1, until):
        cells = grid.rows[row]
        if not any(grid.filled_down(row, column) for column in titles):
            continue
        if any(row in rows for rows in again):
            continue
        for column in columns:
            if cell := cells.get(column):
                words = words_of(cell)
                if words in _SIGNS:
                    is_marked = True
                elif not lexicon.meaning("absence", words):
                    return False
    return is_marked


def _times(heading: Heading, lexicon: Lexicon) -> Iterator[tuple[str, Moment | str]]:
    """Give the words of a heading that are a time, with that time."""
    for words in _words(heading):
        if any(sign.isdigit() for sign in words):
            when = read_moment(in_common_era(words).text, lexicon)
            if isinstance(when, Moment) and when.precision is not Precision.DAY:
                yield words, when


def _states(heading: Heading, lexicon: Lexicon) -> Iterator[tuple[str, Moment | str]]:
    """Give the words of a heading that are a state."""
    for words in _words(heading):
        meaning = lexicon.meaning("status", words)
        if meaning:
            yield words, words


def _words(heading: Heading) -> Iterator[str]:
    """Give the words of a heading's lowest cell, and of all its rows."""
    lowest = [words_of(cell) for cell in heading.cells[-1:]]
    for words in dict.fromkeys((*lowest, heading.text)):
        if 0 < len(words) <= _LONGEST:
            yield words


_TOLD_BY = {"timeframe": _times, "status": _states}
"""The fields that marks may tell, and how a heading names a value of each."""
MARKED = frozenset(_TOLD_BY)
"""Keys of the fields that marks may tell."""


def is_group_of_marked(grid: Grid, row: int, lexicon: Lexicon) -> bool:
    """Say whether a row names the values of the groups above it, with marks below.

    As ``2021 | 2022 | 2023`` does below a time frame over three columns.
    """
    cells = grid.rows[row]
    for column, cell in cells.items():
        group = grid.shown(row - 1, column)
        word = word_of(group.text, lexicon) if group else None
        if word is None or word.key not in _TOLD_BY:
            return False
        heading = Heading(column=column, text=words_of(cell), word=None, cells=[cell])
        if not any(_TOLD_BY[word.key](heading, lexicon)):
            return False
    below = [grid.rows.get(row + step, {}) for step in range(1, _LOOKED_AT + 1)]
    words = [words_of(own[c]) for own in below for c in cells if c in own]
    return any(each in _SIGNS for each in words) and all(
        each in _SIGNS or lexicon.meaning("absence", each) for each in words
    )


def about_several_marks(
    several: MarkedColumns, cells: Iterable[Cell], values: Values
) -> Finding:
    """Return what is said at the first of *cells*, of which one alone may be marked."""
    marked = {cell.column: cell for cell in cells}
    return sheet_rules.SEVERAL_MARKS.at(
        values.spot.at(next(iter(marked.values()))),
        field=several.key,
        found=", ".join(words for column, words in several.columns if column in marked),
        label=_label(several.key, values),
    )


def _label(key: str, values: Values) -> str:
    return field_of(values.lexicon.columns, key).label.in_(values.language)


def about_marks(block: HeadingBlock, values: Values) -> Iterator[Finding]:
    """Say which columns were read together as one field."""
    for marked in marked_columns(block, values.lexicon):
        first = next(h for h in block.headings if h.column == marked.first)
        ref = f"{column_letters(marked.first)}{block.last_row}"
        yield sheet_rules.MARKED_COLUMNS.at(
            values.spot.at(first.cells[-1].ref if first.cells else ref),
            field=marked.key,
            found=marked.columns[0][1],
            last=marked.columns[-1][1],
            label=_label(marked.key, values),
        )
