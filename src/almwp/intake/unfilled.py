"""Find rows in which what counts is not filled in: all but the title, or the lead."""

from almwp.findings import row_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import column_letters
from almwp.intake.cover import Cover
from almwp.intake.field import TITLES
from almwp.intake.fieldlist import field_of
from almwp.intake.rowkinds import Table
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values
from almwp.model.activity import Activity
from almwp.model.party import PartyKind

LEADS = ("leads", "co_leads")


def find_unfilled(
    read: RowValues, activity: Activity, table: Table, cover: Cover, values: Values
) -> list[Finding]:
    """Say that the row of *activity* has nothing but a title, or else no lead.

    A list of a body owes nobody a lead; a country's report says who leads.
    """
    row = activity.origins[0].row
    if table.is_bare(row):
        return _title_only(read, values) if table.reports else []
    leads = activity.leads + activity.co_leads
    is_led = any(party.kind is not PartyKind.PARTNER for party in leads)
    columns = table.column_of
    if is_led or not cover.country or "leads" not in columns:
        return []
    if read.is_refused("leads") or read.is_refused("co_leads"):
        return []  # What was refused may name a lead; that is asked already.
    if any(read.words(key) and getattr(activity, key) for key in LEADS):
        return []  # Of names that are not known it was said what became of them.
    cell = read.cell("leads")
    place = cell.ref if cell else f"{column_letters(columns['leads'])}{row}"
    label = field_of(values.lexicon.columns, "leads").label
    no_lead = row_rules.NO_LEAD.at(
        values.spot.at(place),
        field="leads",
        found=values.words(cell) if cell else None,
        expected=label.in_(values.language),
    )
    return [no_lead]


def _title_only(read: RowValues, values: Values) -> list[Finding]:
    key = next(key for key in TITLES if read.words(key))
    cell = read.cell(key)
    place = values.spot.at(cell)
    return [row_rules.TITLE_ONLY.at(place, field=key, found=read.words(key))]
