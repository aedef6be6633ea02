"""The cells of a sheet, packed: some bytes for each, and texts that many share once."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain, compress, pairwise, repeat
from operator import lt
from typing import NamedTuple

from attrs import field, frozen

from almwp.intake.cells import Cell, CellKind, Row, Strike
from almwp.model.fields import frozen_items

_BATCH = 65_536
Stretch = tuple[int, int, int]
"""Cells of a row that stand side by side: the row, the place of the first of them, and
the place behind the last."""
_Lists = tuple["array[int]", "array[int]", Sequence[str], Sequence[str | None]]


class Look(NamedTuple):
    """All of a cell but its place, its text and its formula: few cells differ in it.

    Attributes:
        kind: What the cell stores.
        number_format: Excel's format code.
        hidden: Whether its row or its column is hidden.
        strike: How much of it is struck through.
    """

    kind: CellKind
    number_format: str
    hidden: bool
    strike: Strike


@frozen(kw_only=True, eq=False, slots=False)
class PackedCells:
    """The non-empty cells of a sheet, from the top down and from left to right.

    A cell is a number in each of a few lists, not an object: millions fit into memory.
    A :class:`Cell` is made of it when somebody looks at it.

    Attributes:
        numbers: The numbers of the rows that hold cells.
        starts: For each of these rows the place of its first cell, and at last how
            many cells there are.
        columns: The column of each cell.
        looks: The look of each cell, as its place among *known_looks*.
        known_looks: The looks that occur.
        texts: The text of each cell.
        formulas: The formula of each cell, or None; empty where no cell has one.
    """

    numbers: "array[int]" = field(repr=False)
    starts: "array[int]" = field(repr=False)
    columns: "array[int]" = field(repr=False)
    looks: "array[int]" = field(repr=False)
    known_looks: tuple[Look, ...] = field(converter=frozen_items)
    texts: Sequence[str] = field(repr=False)
    formulas: Sequence[str | None] = field(default=(), repr=False)

    def __len__(self) -> int:
        """Return how many cells there are."""
        return len(self.texts)

    def stretch(self, row: int) -> tuple[int, int]:
        """Return the place of the first cell of a row, and the place behind its last.

        Both are the same where the row holds no cell.
        """
        at = bisect_left(self.numbers, row)
        if at == len(self.numbers) or self.numbers[at] != row:
            return 0, 0
        return self.starts[at], self.starts[at + 1]

    def place(self, column: int, start: int, end: int) -> int:
        """Return the place of the cell of a column in a stretch, or -1."""
        at = bisect_left(self.columns, column, start, end)
        return at if at < end and self.columns[at] == column else -1

    def cells(self, row: int, start: int, end: int) -> list[Cell]:
        """Make the cells of *row* that stand in the places from *start* to *end*."""
        known, make = self.known_looks, partial(tuple.__new__, Cell)
        where = slice(start, end)
        formulas = self.formulas[where] or (None,) * (end - start)
        return [
            make((row, column, kind, text, number_format, formula, hidden, strike))
            for column, text, formula, (kind, number_format, hidden, strike) in zip(
                self.columns[where],
                self.texts[where],
                formulas,
                map(known.__getitem__, self.looks[where]),
                strict=True,
            )
        ]

    def rows(self) -> Iterator[Row]:
        """Make the cells of one row after the other."""
        for row, (start, end) in zip(self.numbers, pairwise(self.starts), strict=True):
            yield tuple(self.cells(row, start, end))

    def row_of(self, place: int) -> int:
        """Return the number of the row in which a place is."""
        return self.numbers[bisect_right(self.starts, place) - 1]

    def at(self, places: Iterable[int]) -> Iterator[Cell]:
        """Make the cells in some places."""
        for place in places:
            yield from self.cells(self.row_of(place), place, place + 1)

    def rows_of_texts(self) -> Iterator[int]:
        """Give the number of each row that holds a text."""
        is_text = [look.kind is CellKind.TEXT for look in self.known_looks]
        rows = zip(self.numbers, pairwise(self.starts), strict=True)
        for row, (start, end) in rows if any(is_text) else ():
            if any(map(is_text.__getitem__, self.looks[start:end])):
                yield row

    def count_of(self, kind: CellKind) -> int:
        """Return how many cells are of a kind."""
        is_meant = [look.kind is kind for look in self.known_looks]
        return sum(map(is_meant.__getitem__, self.looks))

    def different_texts(self) -> Iterator[set[str]]:
        """Give the texts of some cells at a time."""
        is_text = [look.kind is CellKind.TEXT for look in self.known_looks]
        for at in range(0, len(self) if any(is_text) else 0, _BATCH):
            where = slice(at, at + _BATCH)
            are_texts = map(is_text.__getitem__, self.looks[where])
            yield set(compress(self.texts[where], are_texts))

    @cached_property
    def _texts_once(self) -> set[str]:
        once = set[str]()
        for some in self.different_texts():
            once |= some
        return once

    def places_of_texts(self, is_meant: Callable[[str], bool]) -> list[int]:
        """Return the places of the texts that are meant; each is asked about once."""
        meant = set(filter(is_meant, self._texts_once))
        is_text = [look.kind is CellKind.TEXT for look in self.known_looks]
        told = zip(self.texts, self.looks, strict=True) if meant else ()
        return [at for at, (t, k) in enumerate(told) if t in meant and is_text[k]]

    def pick(self, stretches: Iterable[Stretch]) -> "PackedCells":
        """Return the cells of some stretches in order; some may be empty."""
        packer = CellPacker(self.known_looks)
        for row, start, end in stretches:
            packer.add_row(row, *self._lists(start, end))
        return packer.packed()

    def parted(self, places: Sequence[int]) -> tuple["PackedCells", "PackedCells"]:
        """Part the cells in some places, which are in order, from the others."""
        rest, apart = CellPacker(self.known_looks), CellPacker(self.known_looks)
        waiting = iter(places)
        place, rows = next(waiting, len(self)), pairwise(self.starts)
        for row, (start, end) in zip(self.numbers, rows, strict=True):
            while place < end:
                rest.add_row(row, *self._lists(start, place))
                apart.add_row(row, *self._lists(place, place + 1))
                start, place = place + 1, next(waiting, len(self))
            rest.add_row(row, *self._lists(start, end))
        return apart.packed(), rest.packed()

    def _lists(self, start: int, end: int) -> _Lists:
        """Return columns, looks, texts and formulas of the cells from *start* on."""
        where = slice(start, end)
        return (
            self.columns[where],
            self.looks[where],
            self.texts[where],
            self.formulas[where],
        )

    def ordered(self) -> "PackedCells":
        """Return the cells sorted; those of one place stand side by side."""
        lengths = (end - start for start, end in pairwise(self.starts))
        of_row = zip(self.numbers, lengths, strict=True)
        rows = array("I", chain.from_iterable(map(repeat, *zip(*of_row, strict=True))))
        places = sorted(range(len(self)), key=lambda at: (rows[at], self.columns[at]))
        return self.pick((rows[at], at, at + 1) for at in places)

    def fault(self) -> str:
        """Return what is wrong with the lists, if anything: they must fit together."""
        lengths = {len(self.columns), len(self.looks), len(self.texts)}
        if self.formulas:
            lengths.add(len(self.formulas))
        if len(lengths) > 1 or len(self.starts) != len(self.numbers) + 1:
            return "lists of cells of different lengths"
        ends = (self.starts[0], self.starts[-1])
        if ends != (0, len(self)) or not all(map(lt, self.starts, self.starts[1:])):
            return "a row without cells"
        if not all(map(lt, [0, *self.numbers], self.numbers)):
            return "rows twice or out of order"
        for start, end in pairwise(self.starts):
            columns = self.columns[start:end]
            if columns[0] < 1 or not all(map(lt, columns, columns[1:])):
                return "cells twice or out of order"
        if len(self) and max(self.looks) >= len(self.known_looks):
            return "a cell without a look"
        return ""


class CellPacker:
    """Packs the cells of a sheet, row by row."""

    def __init__(self, looks: Iterable[Look] = ()) -> None:
        """Begin with *looks* that have the numbers 0, 1 and so on."""
        self._numbers, self._starts = array("I"), array("I")
        self._columns, self._looks = array("I"), array("I")
        self._known = {look: number for number, look in enumerate(looks)}
        self._texts: list[str] = []
        self._formulas: list[str | None] = []

    @property
    def count(self) -> int:
        """How many cells were packed."""
        return len(self._texts)

    @property
    def rows(self) -> int:
        """How many rows hold them."""
        return len(self._numbers)

    def look(self, look: Look) -> int:
        """Return the number of a look."""
        return self._known.setdefault(look, len(self._known))

    def add_row(
        self,
        row: int,
        columns: Iterable[int],
        looks: Iterable[int],
        texts: Sequence[str],
        formulas: Sequence[str | None] = (),
    ) -> None:
        """Add cells of a row, which stand behind those that were added before.

        A row without any is left out.

        Args:
            row: Its number.
            columns: The column of each cell.
            looks: The number of the look of each.
            texts: The text of each.
            formulas: The formula of each, or nothing where none has one.
        """
        if not texts:
            return
        count = len(self._texts)
        if not self._numbers or self._numbers[-1] != row:
            self._numbers.append(row)
            self._starts.append(count)
        if formulas and not self._formulas:
            self._formulas = [None] * count
        if formulas or self._formulas:
            self._formulas += formulas or (None,) * len(texts)
        self._columns.extend(columns)
        self._looks.extend(looks)
        self._texts += texts

    def add(self, cell: Cell) -> None:
        """Add a cell that stands behind those that were added before."""
        look = Look(cell.kind, cell.number_format, cell.hidden, cell.strike)
        formulas = () if cell.formula is None else (cell.formula,)
        self.add_row(
            cell.row, (cell.column,), (self.look(look),), (cell.text,), formulas
        )

    def hide(self, is_hidden: Sequence[int]) -> None:
        """Hide the cells of columns; *is_hidden* tells of each column by its number."""
        if not any(is_hidden):
            return
        hidden = [self.look(look._replace(hidden=True)) for look in tuple(self._known)]
        hidden += range(len(hidden), len(self._known))  # those that are made by it
        self._looks = array(
            "I",
            (
                hidden[look] if is_hidden[column] else look
                for column, look in zip(self._columns, self._looks, strict=True)
            ),
        )

    def packed(self) -> PackedCells:
        """Return what was packed; nothing can be added any more."""
        self._starts.append(len(self._texts))
        return PackedCells(
            numbers=self._numbers,
            starts=self._starts,
            columns=self._columns,
            looks=self._looks,
            known_looks=self._known,
            texts=self._texts,
            formulas=self._formulas,
        )
