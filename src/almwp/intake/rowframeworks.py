"""Know the programme that each row of a table names for itself."""

from collections.abc import Mapping

from almwp.intake.display import words_of
from almwp.intake.field import FieldType
from almwp.intake.frameworknames import find_framework
from almwp.intake.lexicon import Lexicon
from almwp.intake.rowkinds import Table
from almwp.model.framework import Framework


def row_frameworks(table: Table, lexicon: Lexicon) -> Mapping[int, Framework | None]:
    """Return the programme of each row that names one; None where it is not known."""
    columns = table.columns.items()
    column = next((c for c, of in columns if of.type is FieldType.FRAMEWORK), None)
    found: dict[int, Framework | None] = {}
    for row in table.rows if column else ():
        cell = table.grid.filled_down(row, column) if column else None
        if cell is None or cell.row < table.rows[0]:
            continue
        words = words_of(cell)
        if lexicon.meaning("absence", words) is None:
            found[row] = find_framework(words, lexicon)
    return found
