"""Find the rows in which headings can begin, for each kind of table, in one pass."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from almwp.intake.fieldlist import SheetFields
from almwp.intake.grid import Grid
from almwp.intake.headingdepth import MOST_ROWS
from almwp.intake.headingwords import may_be_heading, word_of
from almwp.intake.lexicon import Lexicon
from almwp.intake.limits import Limits

_NEAR_TOP = 60
"""Rows in which one known word is enough: a heading may be split over several rows."""
_USUAL = Limits()
_Named = frozenset[tuple[str, str]]
_NOTHING: _Named = frozenset()


def heading_rows(
    grid: Grid, lexicon: Lexicon, named: str, likely: Sequence[int]
) -> Mapping[str, tuple[int, ...]]:
    """Return the rows in which headings can begin, by the key of the table.

    Further down than the first rows of a sheet, headings name two fields of their
    table at least: there are many rows of data, in which a word may be a heading too.

    Args:
        grid: The sheet.
        lexicon: The words of all languages.
        named: Key of the table after which the sheet is named, or nothing.
        likely: Where :func:`likely_headings` found what may be headings.
    """
    every, sheets = lexicon.any_heading, lexicon.fields.sheets
    fields: dict[int, _Named] = {}
    for row, known in known_texts(grid, every, likely):
        fields[row] = _NOTHING.union(*[_named_by(text, lexicon) for text in known])
    found: dict[str, list[int]] = {sheet.key: [] for sheet in sheets}
    tables: dict[tuple[_Named, ...], tuple[str, ...]] = {}
    for place, row in enumerate(fields):
        depth = 1 if place < _NEAR_TOP else MOST_ROWS
        rows = tuple([fields.get(row + more, _NOTHING) for more in range(depth)])
        if rows not in tables:  # most rows of data name the same
            tables[rows] = tuple(_tables_named(rows, sheets, named))
        for key in tables[rows]:
            found[key].append(row)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _tables_named(
    rows: tuple[_Named, ...], sheets: Iterable[SheetFields], named: str
) -> Iterator[str]:
    """Give the tables whose headings can begin in the first of some rows."""
    own, window = rows[0], _NOTHING.union(*rows)
    for sheet in sheets:
        is_near_top = len(rows) == 1
        if _names(sheet, own) and (is_near_top or _are_enough(sheet, window, named)):
            yield sheet.key


class ManyHeadingsError(Exception):
    """More texts of a sheet may be headings than are looked at closely."""


def likely_headings(
    grid: Grid, lexicon: Lexicon, most: int = _USUAL.headings
) -> Sequence[int]:
    """Return the places of the cells whose texts may be headings of any table.

    Each text is asked about once, in however many cells it stands.

    Args:
        grid: The sheet.
        lexicon: The words of all tables.
        most: How many different texts these may be.

    Raises:
        ManyHeadingsError: They are more.
    """
    likely = 0

    def is_likely(text: str) -> bool:
        nonlocal likely
        may_be = may_be_heading(text, lexicon)
        likely += may_be
        if likely > most:
            raise ManyHeadingsError
        return may_be

    return grid.packed.places_of_texts(is_likely)


def known_texts(
    grid: Grid, lexicon: Lexicon, likely: Iterable[int]
) -> Iterator[tuple[int, list[str]]]:
    """Give each row that holds headings of *lexicon*, and these headings.

    Args:
        grid: The sheet.
        lexicon: The words of the table that is looked for, or those of all.
        likely: Where :func:`likely_headings` found what may be headings.
    """
    cells = grid.packed
    means: dict[str, bool] = {}
    for row, own in groupby(likely, key=cells.row_of):
        texts = [cells.texts[place] for place in own]
        for text in texts:
            if text not in means:
                means[text] = word_of(text, lexicon) is not None
        if known := [text for text in texts if means[text]]:
            yield row, known


@lru_cache(maxsize=4096)
def _named_by(text: str, lexicon: Lexicon) -> _Named:
    """Return the tables and their fields that *text* names."""
    return frozenset(
        (sheet.key, word.key)
        for sheet in lexicon.fields.sheets
        if (word := word_of(text, lexicon.of(sheet.key)))
    )


def _names(sheet: SheetFields, named: _Named) -> bool:
    return any(key == sheet.key for key, _ in named)


def _are_enough(sheet: SheetFields, window: _Named, named: str) -> bool:
    keys = {field for key, field in window if key == sheet.key}
    is_told = not sheet.telling or sheet.key == named
    return len(keys) >= 2 and (is_told or not keys.isdisjoint(sheet.telling))
