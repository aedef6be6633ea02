"""Read lists of countries, bodies and partners as they are written in one cell."""

import re
from collections.abc import Iterator

from attrs import field, frozen

from almwp.catalogue.bodies import find_body
from almwp.catalogue.members import find_member
from almwp.intake.lexicon import Lexicon
from almwp.model.fields import frozen_items
from almwp.model.folding import compose
from almwp.model.ids import BodyId
from almwp.model.party import Party, PartyKind

_BREAKS = re.compile(r"[,;\n\r•▪·]|\s/\s")
_AND = re.compile(r"\s+(?:and|và|dan)\s+|\s*&\s*", re.IGNORECASE)
ALL = "ALL"
"""Id of all member states together."""


@frozen(kw_only=True)
class ReadParties:
    """Parties that were read.

    Attributes:
        parties: In the order in which they were written, each once.
        strange: Names that are neither a member state nor a body.
    """

    parties: tuple[Party, ...] = field(default=(), converter=frozen_items)
    strange: tuple[str, ...] = field(default=(), converter=frozen_items)


def read_parties(text: str, lexicon: Lexicon) -> ReadParties:
    """Read countries and bodies; other names are kept as partners and reported."""
    parties: dict[str, Party] = {}
    strange = []
    for name in names_in(text, lexicon):
        party = read_party(name, lexicon)
        if party.kind is PartyKind.PARTNER:
            strange.append(name)
        parties.setdefault(party.id, party)
    return ReadParties(parties=tuple(parties.values()), strange=strange)


def names_in(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Split a cell into names; ``and`` parts names only where both sides are known."""
    for piece in _BREAKS.split(compose(text)):
        name = " ".join(piece.split()).strip(" -–*")
        if not name:
            continue
        sides = [side.strip() for side in _AND.split(name) if side.strip()]
        if len(sides) > 1 and all(_is_known(side, lexicon) for side in sides):
            yield from sides
        else:
            yield name.removeprefix("and ").removeprefix("và ")


def _is_known(name: str, lexicon: Lexicon) -> bool:
    return read_party(name, lexicon).kind is not PartyKind.PARTNER


def read_party(name: str, lexicon: Lexicon) -> Party:
    """Return the party that *name* means; a partner where it is not known."""
    if lexicon.meaning("all_members", name):
        return Party(kind=PartyKind.ALL_MEMBERS, id=ALL, name=name)
    if member := find_member(name):
        return Party(kind=PartyKind.COUNTRY, id=member.iso2, name=name)
    if body := find_body(name):
        return Party(kind=PartyKind.BODY, id=body.id, name=name)
    return Party(kind=PartyKind.PARTNER, id=name, name=name)


def read_bodies(text: str, lexicon: Lexicon) -> tuple[tuple[BodyId, ...], list[str]]:
    """Return the bodies that a cell names, and the names that are none."""
    found: dict[BodyId, None] = {}
    strange = []
    for name in names_in(text, lexicon):
        if body := find_body(name):
            found[body.id] = None
        else:
            strange.append(name)
    return tuple(found), strange
