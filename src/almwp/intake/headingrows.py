"""Find the rows in which headings can begin, for each kind of table, in one pass."""

from collections.abc import Mapping

from almwp.intake.cells import CellKind
from almwp.intake.fieldlist import SheetFields
from almwp.intake.grid import Grid
from almwp.intake.headingwords import word_of
from almwp.intake.lexicon import Lexicon

_NEAR_TOP = 60
"""Rows in which one known word is enough: a heading may be split over several rows."""
_DEEP = 3
"""Rows over which headings may reach."""
_MOST = 4096
"""So many different texts are kept in mind: most columns say few things."""
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
    meant: dict[str, _Named | None] = {}
    for row, cells in grid.rows.items():
        texts = [cell.text for cell in cells.values() if cell.kind is CellKind.TEXT]
        for text in texts:
            if text not in meant:
                meant[text] = _named_by(text, lexicon) if word_of(text, every) else None
        known = [own for text in texts if (own := meant[text]) is not None]
        if known:
            fields[row] = frozenset().union(*known)
        if len(meant) > _MOST:
            meant.clear()
    found: dict[str, list[int]] = {sheet.key: [] for sheet in sheets}
    for place, (row, own) in enumerate(fields.items()):
        window = own.union(*(fields.get(row + more, ()) for more in range(1, _DEEP)))
        named_here = {key for key, _ in own}
        for sheet in sheets:
            if sheet.key in named_here and (
                place < _NEAR_TOP or _are_enough(sheet, window, named)
            ):
                found[sheet.key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _named_by(text: str, lexicon: Lexicon) -> _Named:
    """Return the tables and their fields that *text* names."""
    return frozenset(
        (sheet.key, word.key)
        for sheet in lexicon.fields.sheets
        if (word := word_of(text, lexicon.of(sheet.key)))
    )


def _are_enough(sheet: SheetFields, window: _Named, named: str) -> bool:
    keys = {field for key, field in window if key == sheet.key}
    is_told = not sheet.telling or sheet.key == named
    return len(keys) >= 2 and (is_told or not keys.isdisjoint(sheet.telling))
