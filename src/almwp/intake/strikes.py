"""Report text that is struck through: it was read, but was it meant?"""

from collections.abc import Iterable

from almwp.findings import row_rules, value_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.cells import Cell, CellKind, Strike
from almwp.intake.values import Values

_RULES = {
    Strike.PART: value_rules.PARTLY_STRUCK,
    Strike.WHOLE: value_rules.STRUCK_CELL,
}


def find_strikes(cells: Iterable[Cell], values: Values) -> list[Finding]:
    """Return one finding for a row that is struck through whole, else one a cell."""
    known = tuple(cells)
    struck = [cell for cell in known if cell.strike is not Strike.NONE]
    if not struck:
        return []
    texts = [cell for cell in known if cell.kind is CellKind.TEXT]
    if texts and all(cell.strike is Strike.WHOLE for cell in texts):
        return [_about_row(values.spot.at(texts[0]), values)]
    return [
        _RULES[cell.strike].at(values.spot.at(cell), found=values.words(cell))
        for cell in struck
    ]


def _about_row(place: Location, values: Values) -> Finding:
    """Say where to write that it was withdrawn, on a sheet that has such a column."""
    for known in values.lexicon.columns:
        if known.key == "change":
            expected = known.label.in_(values.language)
            return value_rules.STRUCK_ROW.at(place, expected=expected)
    return row_rules.STRUCK_RECORD.at(place)
