"""Say where in a workbook a row that describes a framework is wrong."""

from typing import Any

from almwp.findings.rule import Finding, Location, Rule
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworkrow import Draft
from almwp.intake.lexicon import Lexicon


def about_draft(
    rule: Rule, draft: Draft, key: str, lexicon: Lexicon, file: str, **facts: Any
) -> Finding:
    """Return a finding at the cell of *key*, or else at the row's first cell."""
    origin = draft.origin
    read = origin.of(key) or origin.of(origin.columns[0][0])
    cell = read.cell if read else f"A{origin.row}"
    place = Location(file=file, sheet=origin.sheet, cell=cell)
    label = field_of(lexicon.of(draft.sheet).columns, key).label
    words = {"label": label.in_(draft.language), **facts}
    return rule.at(place, field=key, **words)
