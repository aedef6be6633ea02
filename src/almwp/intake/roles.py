"""Tell leads from co-leads where one cell names both: ``Singapore (co-lead)``."""

import re

from attrs import evolve, field, frozen

from almwp.intake.lexicon import Lexicon, heading_key
from almwp.intake.rowvalues import RowValues
from almwp.model.activity import RowOrigin
from almwp.model.fields import frozen_items
from almwp.model.party import Party, PartyKind

_BRACKETS = re.compile(r"\s*(?:\(([^()]*)\)|\[([^\[\]]*)\])")


@frozen(kw_only=True)
class Leading:
    """Who leads an activity, and who co-leads it.

    Attributes:
        leads: Those who lead.
        co_leads: Those who co-lead, of the cell of the leads or of their own.
        is_shared: Whether the cell of the leads names any of those who co-lead.
    """

    leads: tuple[Party, ...] = field(default=(), converter=frozen_items)
    co_leads: tuple[Party, ...] = field(default=(), converter=frozen_items)
    is_shared: bool = False

    @property
    def is_known(self) -> bool:
        """Whether a country, a body or all members together lead or co-lead."""
        return any(p.kind is not PartyKind.PARTNER for p in self.leads + self.co_leads)


def share_out(read: RowValues, lexicon: Lexicon) -> Leading:
    """Return those who lead and those who co-lead.

    A bracket behind a name that is a heading of the co-leads says that the party is
    one of them; any other bracket stays part of the name.
    """
    leads: tuple[Party, ...] = read.get("leads") or ()
    own: tuple[Party, ...] = read.get("co_leads") or ()
    shared = {p: other for p in leads if (other := _as_co_lead(p, lexicon))}
    if not shared:
        return Leading(leads=leads, co_leads=own)
    known = {party.id for party in own}
    rest = [shared[p] for p in leads if p in shared and shared[p].id not in known]
    leads = tuple(party for party in leads if party not in shared)
    return Leading(leads=leads, co_leads=(*rest, *own), is_shared=True)


def with_co_leads(origin: RowOrigin, leading: Leading) -> RowOrigin:
    """Say that the cell of the leads is also where the co-leads were read."""
    if not leading.is_shared:
        return origin
    places = dict(origin.columns)
    if "co_leads" in places:
        return origin
    return evolve(origin, columns=(*origin.columns, ("co_leads", places["leads"])))


def _as_co_lead(party: Party, lexicon: Lexicon) -> Party | None:
    """Return the party that a bracket behind its name says to co-lead, else None."""
    if "(" not in party.name and "[" not in party.name:
        return None
    name = _without_role(party.name, lexicon)
    if name == party.name or not name:
        return None
    is_partner = party.kind is PartyKind.PARTNER
    return evolve(party, name=name, id=name if is_partner else party.id)


def _without_role(name: str, lexicon: Lexicon) -> str:
    for match in _BRACKETS.finditer(name):
        word = lexicon.headings.get(heading_key(match[1] or match[2] or ""))
        if word and word.key == "co_leads":
            return f"{name[: match.start()]}{name[match.end() :]}".strip()
    return name
