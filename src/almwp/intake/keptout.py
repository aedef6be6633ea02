"""Say why a row is kept out: nothing tells what it is about."""

from almwp.findings import row_rules, value_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell
from almwp.intake.field import TITLES
from almwp.intake.fieldlist import field_of
from almwp.intake.headings import HeadingBlock
from almwp.intake.values import Values
from almwp.model.fields import squeeze


def nameless(cell: Cell, key: str, block: HeadingBlock, values: Values) -> Finding:
    """Return a finding at *cell*, the first of a row that has nothing under *key*.

    The column is called what the file itself calls it.
    """
    place = values.spot.at(cell)
    heading = block.chosen.get(key)
    label = field_of(values.lexicon.columns, key).label.in_(values.language)
    expected = (squeeze(heading.text) if heading else "") or label
    if key in TITLES:
        return value_rules.NO_TITLE.at(place, field=key, expected=expected)
    return row_rules.NAMELESS_ROW.at(place, field=key, expected=expected)
