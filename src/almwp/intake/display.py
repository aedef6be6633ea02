"""Put the value of a cell into words, as a person would copy it out."""

from decimal import Decimal

from almwp.intake.cells import Cell, CellKind
from almwp.intake.numberformat import (
    day_of_serial,
    is_date_format,
    is_percent_format,
)
from almwp.model.folding import compose


def words_of(cell: Cell, *, starts_1904: bool = False) -> str:
    """Return the value of *cell* in words: dates in ISO form, shares as percentages.

    Texts are composed (NFC) and lose invisible characters and white space around
    them; line breaks inside them stay.
    """
    if cell.kind is not CellKind.NUMBER:
        return compose(cell.text).strip()
    if is_percent_format(cell.number_format):
        return f"{(Decimal(cell.text) * 100).normalize():f}%"
    if is_date_format(cell.number_format):
        day = day_of_serial(cell.text, starts_1904=starts_1904)
        if day:
            return day.isoformat()
    return cell.text
