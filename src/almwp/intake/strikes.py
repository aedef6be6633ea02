"""Report text that is struck through: it was read, but was it meant?"""

from collections.abc import Iterable

from almwp.findings import value_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell, CellKind, Strike
from almwp.intake.fieldlist import field_of
from almwp.intake.values import Values

_RULES = {
    Strike.PART: value_rules.PARTLY_STRUCK,
    Strike.WHOLE: value_rules.STRUCK_CELL,
}


def find_strikes(cells: Iterable[Cell], values: Values) -> list[Finding]:
    """Return one finding for a row that is struck through whole, else one a cell."""
    known = tuple(cells)
    texts = [cell for cell in known if cell.kind is CellKind.TEXT]
    if texts and all(cell.strike is Strike.WHOLE for cell in texts):
        label = field_of(values.lexicon.fields.progress, "change").label
        expected = label.in_(values.language)
        return [value_rules.STRUCK_ROW.at(values.spot.at(texts[0]), expected=expected)]
    return [
        _RULES[cell.strike].at(values.spot.at(cell), found=values.words(cell))
        for cell in known
        if cell.strike is not Strike.NONE
    ]
