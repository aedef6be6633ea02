"""Compare numbers with the unit of their indicator, where one says percent."""

from collections.abc import Iterator
from fractions import Fraction

from almwp.findings import value_rules
from almwp.findings.rule import Finding
from almwp.intake.fieldlist import field_of
from almwp.intake.measures import is_percentage
from almwp.intake.numbercolumn import written
from almwp.intake.numbers import read_number
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values

_COUNTED = ("baseline", "target", "reading")
"""Keys of the fields that are counted in the unit of the indicator."""


def against_unit(read: RowValues, unit: str, values: Values) -> tuple[Finding, ...]:
    """Refuse numbers of which the unit leaves open how many hundredths they are.

    In an indicator counted in ``%`` a bare 0.6 can be 0.6 % or 60 %, unless another
    number of the row is greater than 1: then the row counts to 100.  A number that
    says ``%`` itself is refused where the unit says something else.
    """
    findings = tuple(_doubts(read, unit, values))
    for finding in findings:
        read.refuse(finding.field or "", (finding,))
    return findings


def _doubts(read: RowValues, unit: str, values: Values) -> Iterator[Finding]:
    numbers = {
        key: value for key in _COUNTED if isinstance(value := read.get(key), Fraction)
    }
    in_hundredths = is_percentage(unit)
    counts_to_100 = any(abs(value) > 1 for value in numbers.values())
    for key, value in numbers.items():
        cell = read.cell(key)
        of = field_of(values.lexicon.columns, key)
        if cell is None:
            continue
        says_percent = is_percentage(read_number(cell).unit)
        if says_percent and unit and not in_hundredths:
            rule = value_rules.OTHER_UNIT
            yield values.finding(rule, of, cell, expected=unit)
        elif in_hundredths and not says_percent and value and not counts_to_100:
            choices = (f"{written(value)}%", f"{written(value * 100)}%")
            yield values.finding(
                value_rules.AMBIGUOUS_PERCENT,
                of,
                cell,
                expected=" / ".join(choices),
                suggestions=choices,
            )
