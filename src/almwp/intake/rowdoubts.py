"""Look at values of one row that do not go together: state, percentage, leads."""

from collections.abc import Iterator
from fractions import Fraction

from almwp.findings import reading_rules, row_rules
from almwp.findings.rule import Finding
from almwp.intake.fieldlist import field_of
from almwp.intake.roles import Leading
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values
from almwp.model.activity import Observation, Status
from almwp.model.party import PartyKind


def find_odd_state(
    read: RowValues, observation: Observation | None, values: Values
) -> Iterator[Finding]:
    """Say that a state and a percentage contradict each other."""
    cell = read.cell("percent")
    if observation is None or cell is None:
        return
    share, status = observation.percent, observation.status
    if not isinstance(share, Fraction) or not isinstance(status, Status):
        return
    is_completed = status is Status.COMPLETED
    if is_completed == (share == 1):
        return
    of, found = field_of(values.lexicon.columns, "percent"), values.words(cell)
    if "%" not in found:
        found = f"{float(share * 100):g}%"
    if is_completed:
        yield values.finding(row_rules.COMPLETED_PARTLY, of, cell, found=found)
    else:
        rule, word = reading_rules.DONE_BUT_NOT_COMPLETED, observation.word
        yield values.finding(rule, of, cell, found=found, other=word or status.value)


def find_leads_twice(
    read: RowValues, leading: Leading, values: Values
) -> Iterator[Finding]:
    """Say that one country is lead and co-lead of the same activity."""
    if not leading.co_leads:
        return
    cell = read.cell("co_leads") or read.cell("leads")
    leads = {p.id for p in leading.leads if p.kind is PartyKind.COUNTRY}
    twice = [party for party in leading.co_leads if party.id in leads]
    if cell is None or not twice:
        return
    found = ", ".join(map(str, twice))
    of = field_of(values.lexicon.columns, "co_leads")
    yield values.finding(reading_rules.LEADS_TWICE, of, cell, found=found)
