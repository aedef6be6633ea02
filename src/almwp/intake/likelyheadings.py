"""Guess where the headings of a sheet stand of which none is known, to be mapped."""

from fractions import Fraction
from itertools import pairwise

from almwp.intake.cells import Cell, CellKind, column_letters
from almwp.intake.exampleline import likely_language
from almwp.intake.grid import Grid
from almwp.intake.headingwords import likenesses
from almwp.intake.lexicon import Lexicon
from almwp.model.fields import squeeze
from almwp.model.tabling import ColumnReading, TableReading

_FEWEST = 3
"""Fewer texts beside one another are labels and values, or a title."""


def likely_tables(grid: Grid, lexicon: Lexicon) -> tuple[TableReading, ...]:
    """Return the table that seems to stand on a sheet, or none.

    Its headings are the first row of three texts or more below which the next row is
    filled in most of the same columns.  Nothing is read by it: the user says what the
    headings mean.
    """
    for row, after in pairwise(grid.rows):
        if row not in grid.worded:
            continue
        below = grid.rows[after]
        texts = [cell for cell in grid.rows[row].values() if _is_heading(cell)]
        shared = sum(1 for cell in texts if cell.column in below)
        if len(texts) >= _FEWEST and shared * 2 > len(texts):
            sheet = lexicon.fields.sheets[0].key
            columns = [_column(cell, lexicon.of(sheet)) for cell in texts]
            found = TableReading(
                sheet=grid.sheet.name,
                kind=sheet,
                rows=(row, row),
                language=likely_language([grid]),
                columns=columns,
            )
            return (found,)
    return ()


def _is_heading(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and any(sign.isalpha() for sign in cell.text)


def _column(cell: Cell, lexicon: Lexicon) -> ColumnReading:
    heading = squeeze(cell.text)
    nearest = next(iter(likenesses(heading, lexicon)), None)
    return ColumnReading(
        column=column_letters(cell.column),
        heading=heading,
        runner_up=nearest.key if nearest else None,
        runner_up_confidence=nearest.ratio if nearest else Fraction(0),
    )
