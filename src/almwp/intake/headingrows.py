"""Find the rows in which headings can begin, for each kind of table, in one pass."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from almwp.intake.fieldlist import SheetFields
from almwp.intake.grid import Grid
from almwp.intake.headingwords import word_of
from almwp.intake.lexicon import Lexicon

_NEAR_TOP = 60
"""Rows in which one known word is enough: a heading may be split over several rows."""
_DEEP = 3
"""Rows over which headings may reach."""
_Named = frozenset[tuple[str, str]]


def heading_rows(
    grid: Grid, lexicon: Lexicon, named: str
) -> Mapping[str, tuple[int, ...]]:
    """Return the rows in which headings can begin, by the key of the table.

    Further down than the first rows of a sheet, headings name two fields of their
    table at least: there are many rows of data, in which a word may be a heading too.

    Args:
        grid: The sheet.
        lexicon: The words of all languages.
        named: Key of the table after which the sheet is named, or nothing.
    """
    every, sheets = lexicon.any_heading, lexicon.fields.sheets
    fields: dict[int, _Named] = {}
    named_by: dict[tuple[str, ...], _Named] = {}  # most rows of data are alike in it
    for row, known in known_texts(grid, every):
        told = tuple(known)
        if told not in named_by:
            named_by[told] = _named_by(told, lexicon)
        fields[row] = named_by[told]
    found: dict[str, list[int]] = {sheet.key: [] for sheet in sheets}
    for place, (row, own) in enumerate(fields.items()):
        window = own.union(*(fields.get(row + more, ()) for more in range(1, _DEEP)))
        for sheet in sheets:
            if any(key == sheet.key for key, _ in own) and (
                place < _NEAR_TOP or _are_enough(sheet, window, named)
            ):
                found[sheet.key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def known_texts(grid: Grid, lexicon: Lexicon) -> Iterator[tuple[int, list[str]]]:
    """Give each row that holds headings of *lexicon*, and these headings.

    Each text is looked up once, in however many cells it stands.
    """
    cells = grid.packed
    places = cells.places_of_texts(lambda text: word_of(text, lexicon) is not None)
    for row, own in groupby(places, key=cells.row_of):
        yield row, [cells.texts[place] for place in own]


def _named_by(texts: Iterable[str], lexicon: Lexicon) -> _Named:
    """Return the tables and their fields that *texts* name."""
    return frozenset(
        (sheet.key, word.key)
        for text in texts
        for sheet in lexicon.fields.sheets
        if (word := word_of(text, lexicon.of(sheet.key)))
    )


def _are_enough(sheet: SheetFields, window: _Named, named: str) -> bool:
    keys = {field for key, field in window if key == sheet.key}
    is_told = not sheet.telling or sheet.key == named
    return len(keys) >= 2 and (is_told or not keys.isdisjoint(sheet.telling))
