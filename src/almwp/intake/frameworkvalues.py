"""Read the values that rows of a framework workbook share: texts, years, bases."""

from fractions import Fraction
from typing import Any

from almwp.findings import describing_rules, framework_rules
from almwp.findings.rule import Finding, Rule
from almwp.intake.cover import Cover
from almwp.intake.fieldlist import field_of
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values
from almwp.model.fields import squeeze
from almwp.model.moment import Period
from almwp.model.source import Basis
from almwp.model.text import UNDETERMINED, Text


def weight_of(read: RowValues, values: Values) -> tuple[Fraction | None, list[Finding]]:
    """Return the weight of a node; what is no weight leaves it unknown."""
    weight = read.get("weight")
    if not isinstance(weight, Fraction):  # blank, or told to be missing
        return None, []
    if weight >= 0:
        return weight, []
    negative = framework_rules.NEGATIVE_WEIGHT
    return None, [at_field(negative, "weight", read, values, found=str(weight))]


def lines_of(words: str) -> tuple[str, ...]:
    """Return the lines of a cell, squeezed; a semicolon ends a line too."""
    parts = words.replace(";", "\n").splitlines()
    return tuple(line for part in parts if (line := squeeze(part)))


def text_of(read: RowValues, key: str, values: Values, cover: Cover) -> Text:
    """Return a text in English and in the national language of the workbook."""
    national = cover.language or values.language
    if national == "en":  # nobody says which language the other column is in
        national = UNDETERMINED
    forms = {
        "en": squeeze(read.words(key)),
        national: squeeze(read.words(f"{key}_national")),
    }
    return Text.from_forms(forms)


def period_of(
    read: RowValues, values: Values, findings: list[Finding]
) -> Period | None:
    """Return the years of a framework; what is wrong with them goes to *findings*."""
    first, last = read.get("first_year"), read.get("last_year")
    if first is None and last is None:
        is_refused = read.is_refused("first_year") or read.is_refused("last_year")
        if not is_refused:
            rule = describing_rules.PERIOD_MISSING
            findings.append(at_field(rule, "first_year", read, values))
        return None
    if first is None or (last is not None and last < first):
        key = "first_year" if read.cell("first_year") else "last_year"
        said = f"{'' if first is None else first}-{'' if last is None else last}"
        rule = framework_rules.NO_PERIOD
        findings.append(at_field(rule, key, read, values, found=said))
        return None
    return Period(first, last)


def about_basis(read: RowValues, values: Values) -> list[Finding]:
    """Say that a row does not tell on what it stands, or where it was read."""
    basis = read.get("basis")
    if read.is_refused("basis"):
        return []
    if not basis:
        return [at_field(framework_rules.NO_BASIS, "basis", read, values)]
    is_cited = read.get("sources") or read.is_refused("sources")
    if basis in (Basis.CONFIRMED, Basis.REPORTED) and not is_cited:
        return [
            at_field(framework_rules.NO_SOURCE, "sources", read, values, found=basis)
        ]
    return []


def at_field(
    rule: Rule, key: str, read: RowValues, values: Values, **facts: Any
) -> Finding:
    """Return a finding at the cell of *key*, or else at the row's first cell."""
    cell = read.cell(key) or read.first_cell
    label = field_of(values.lexicon.columns, key).label.in_(values.language)
    place = values.spot.at(cell)
    return rule.at(place, field=key, label=label, **facts)
