"""The columns in which a table is shown: what each holds, and how wide it is."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from attrs import frozen

from almwp.model.report import Column, Table, TableCell
from almwp_excel.export.dates import day_of, first_day
from almwp_excel.export.numbers import count_of, format_of
from almwp_excel.export.page import Pages

_LEAST, _MOST = 9, 60
"""How narrow and how wide a column is, in characters."""
WORDS, TYPED, NUMBERS, DAYS = "words", "typed", "numbers", "days"


@frozen(kw_only=True)
class Shown:
    """A column as it is shown.

    Attributes:
        place: Which column of the table it is.
        heading: Its heading.
        width: Its width, in characters.
        longest: The length of its longest word; a day is one, as Excel breaks no day.
        holds: ``words``, ``typed`` (numbers that look like their words), ``numbers``
            (those behind a column of words) or ``days`` (the first days of times).
        is_right: Whether it is set flush right.
    """

    place: int
    heading: str
    width: int
    longest: int
    holds: str
    is_right: bool = False

    @property
    def is_behind(self) -> bool:
        """Whether it stands behind a column that has the words."""
        return self.holds in (NUMBERS, DAYS)


def columns_of(table: Table, pages: Pages, *, has_days: bool) -> Iterator[Shown]:
    """Give the columns in which *table* is shown.

    Args:
        table: The table.
        pages: What the sheets of the workbook share.
        has_days: Whether times stand beside their first days, to sort by them.
    """
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        said = Counter(cell.text for cell in cells)  # many say the same
        numbers = [cell for cell in cells if cell.number is not None]
        is_typed = all(format_of(cell) for cell in numbers)
        yield Shown(
            place=place,
            heading=column.heading,
            width=_width(column, said),
            longest=_longest(column, said, _days(cells)),
            holds=TYPED if is_typed else WORDS,
            is_right=column.is_number or _are_counts(cells),
        )
        if not is_typed:
            heading = pages.translate("{heading} (number)")
            yield _behind(place, heading.format(heading=column.heading), NUMBERS)
        if has_days and any(cell.order and first_day(cell) for cell in cells):
            heading = pages.translate("{heading} (first day)")
            yield _behind(place, heading.format(heading=column.heading), DAYS)


def _behind(place: int, heading: str, holds: str) -> Shown:
    longest = max(map(len, heading.split()), default=0)
    return Shown(place=place, heading=heading, width=14, longest=longest, holds=holds)


def _are_counts(cells: Sequence[TableCell]) -> bool:
    """Tell whether cells hold counts alone: they sort as numbers, 10 after 2.

    A year is a time, which has an order of its own.
    """
    said = [cell for cell in cells if cell.text]
    return bool(said) and all(
        cell.number is None and not cell.order and count_of(cell.text) is not None
        for cell in said
    )


def _width(column: Column, said: Mapping[str, int]) -> int:
    """Return a width in which words stand whole and most texts on few lines."""
    longest = max((len(word) for word in column.heading.split()), default=0) + 4
    lines = [(len(line), n) for text, n in said.items() for line in text.splitlines()]
    widest = max((length for length, _ in lines), default=0)
    count = sum(n for _, n in lines)
    mean = sum(length * n for length, n in lines) // count if count else 0
    fitting = widest + 2 if widest <= 24 else max(24, min(widest, mean * 3 // 2))
    return max(_LEAST, min(longest, _MOST), min(fitting, _MOST))


def _longest(column: Column, said: Mapping[str, int], days: Container[str]) -> int:
    texts = (column.heading, *said)
    words = (w for text in texts for w in ([text] if text in days else text.split()))
    return max(map(len, words), default=0)


def _days(cells: Sequence[TableCell]) -> frozenset[str]:
    """Return the texts that stand in their cells as days."""
    ordered = {cell.text: cell for cell in cells if cell.order and cell.number is None}
    return frozenset(text for text, cell in ordered.items() if day_of(cell))
