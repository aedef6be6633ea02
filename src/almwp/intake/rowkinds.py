"""Tell what a row below the headings is: an activity, a section, an edition, totals."""

import re
from collections.abc import Mapping
from enum import Enum, auto

from almwp.intake.cells import Cell, CellKind
from almwp.intake.field import Field
from almwp.intake.grid import Grid
from almwp.intake.moments import read_moment
from almwp.intake.timeframes import read_timeframe
from almwp.intake.values import Values
from almwp.model.folding import compose, fold
from almwp.model.moment import Moment
from almwp.model.timeframe import Edition

_BULLET = re.compile(r"^\s*[-–—•▪·*+o]\s+")


class RowKind(Enum):
    """What a row is."""

    ACTIVITY = auto()
    SECTION = auto()
    EDITION = auto()
    TOTAL = auto()


def kind_of(
    row: int, grid: Grid, columns: Mapping[int, Field], values: Values
) -> RowKind:
    """Tell what a row is.

    A row of totals begins with a word for a total and has no title of its own.  A
    section is one text alone, in a merged block or outside the column of titles.  An
    edition is a bulleted title with nothing but its time.
    """
    cells = grid.rows[row]
    first = next(iter(cells.values()))
    if _is_total(cells, columns, values):
        return RowKind.TOTAL
    if len(cells) == 1 and first.kind is CellKind.TEXT:
        merge = grid.merge_at(first.row, first.column)
        is_wide = merge is not None and merge.right > merge.left
        of = columns.get(first.column)
        if is_wide or of is None or of.key not in {"title", "title_english"}:
            return RowKind.SECTION
    if _is_edition(cells, columns):
        return RowKind.EDITION
    return RowKind.ACTIVITY


def _is_total(
    cells: Mapping[int, Cell], columns: Mapping[int, Field], values: Values
) -> bool:
    texts = [c for c in cells.values() if c.kind is CellKind.TEXT]
    if not texts or len(cells) > max(3, len(columns) // 2):
        return False
    words = fold(texts[0].text).split()
    totals = values.lexicon.words["total"]
    begins = any(
        " ".join(words[:n]) in totals for n in range(1, min(len(words), 4) + 1)
    )
    if not begins:
        return False
    has_number = any(c.kind is CellKind.NUMBER for c in cells.values())
    ends_in_number = re.search(r"[:=]\s*\d+\s*\S*\s*$", texts[0].text) is not None
    return has_number or ends_in_number or len(words) == 1


def _is_edition(cells: Mapping[int, Cell], columns: Mapping[int, Field]) -> bool:
    keys = {columns[column].key for column in cells if column in columns}
    if len(keys) < len(cells) or not keys <= {"title", "timeframe"}:
        return False
    titles = [c for column, c in cells.items() if columns[column].key == "title"]
    return bool(titles) and _BULLET.match(titles[0].text) is not None


def edition_of(
    cells: Mapping[int, Cell], columns: Mapping[int, Field], values: Values
) -> Edition:
    """Read a bulleted row as an edition of the activity above it."""
    label, when = "", None
    for column, cell in cells.items():
        words = values.words(cell)
        if columns[column].key == "title":
            label = " ".join(_BULLET.sub("", compose(cell.text)).split())
        else:
            read = read_moment(words, values.lexicon)
            start = read_timeframe(words, values.lexicon).timeframe.start
            when = read if isinstance(read, Moment) else start
            if when is None:
                label = f"{label} {words}".strip()
    return Edition(label=label, when=when)
