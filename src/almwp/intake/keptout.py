"""Say why a row is kept out: nothing tells what it is about."""

from almwp.findings import row_rules, value_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell
from almwp.intake.field import TITLES
from almwp.intake.fieldlist import field_of
from almwp.intake.values import Values


def nameless(cell: Cell, key: str, values: Values) -> Finding:
    """Return a finding at *cell*, the first of a row that has nothing under *key*."""
    place = values.spot.at(cell)
    expected = field_of(values.lexicon.columns, key).label.in_(values.language)
    if key in TITLES:
        return value_rules.NO_TITLE.at(place, field=key, expected=expected)
    return row_rules.NAMELESS_ROW.at(place, field=key, expected=expected)
