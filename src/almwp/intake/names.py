"""Read lists of countries, bodies and partners as they are written in one cell."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from attrs import field, frozen

from almwp.catalogue.bodies import bodies as known_bodies
from almwp.catalogue.bodies import find_body
from almwp.catalogue.members import find_member, members
from almwp.intake.lexicon import Lexicon
from almwp.model.fields import frozen_items
from almwp.model.folding import compose
from almwp.model.ids import BodyId
from almwp.model.party import Party, PartyKind

_BREAKS = re.compile(r"[,;\n\r•▪·]|\s/\s")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_AND = re.compile(r"\s+(?:and|và|dan)\s+|\s*[&/+]\s*", re.IGNORECASE)
_FIRST_AND = re.compile(r"(?:and|và|dan|&)\s+", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:\d{1,2}|[a-z])[.)]\s+")
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


@lru_cache(maxsize=2048)
def read_parties(text: str, lexicon: Lexicon) -> ReadParties:
    """Read countries and bodies; other names are kept as partners and reported."""
    parties: dict[str, Party] = {}
    strange = []
    for name in names_in(text, lambda known: _is_known(known, lexicon)):
        party = read_party(name, lexicon)
        if party.kind is PartyKind.PARTNER:
            strange.append(name)
        parties.setdefault(party.id, party)
    return ReadParties(parties=tuple(parties.values()), strange=strange)


def names_in(text: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    """Split a cell into names; ``and`` parts names only where all sides are known.

    Nothing is split inside of brackets.
    """
    for piece in _pieces(compose(text)):
        name = _NUMBERED.sub("", " ".join(piece.split()).strip(" -–*+"), count=1)
        name = _FIRST_AND.sub("", name, count=1) if _FIRST_AND.match(name) else name
        if not name:
            continue
        sides = [side.strip() for side in _AND.split(name) if side.strip()]
        if len(sides) > 1 and not is_known(name) and all(map(is_known, sides)):
            yield from sides
        else:
            yield name


def _pieces(text: str) -> Iterator[str]:
    covered = _BRACKETS.sub(lambda match: "x" * len(match[0]), text)
    start = 0
    for sign in _BREAKS.finditer(covered):
        yield text[start : sign.start()]
        start = sign.end()
    yield text[start:]


def _is_known(name: str, lexicon: Lexicon) -> bool:
    return read_party(name, lexicon).kind is not PartyKind.PARTNER


def read_party(name: str, lexicon: Lexicon) -> Party:
    """Return the party that *name* means; a partner where it is not known.

    What stands in brackets behind a country or a body, such as its ministry, is kept
    in the name.
    """
    for words in dict.fromkeys((name, _BRACKETS.sub(" ", name))):
        if lexicon.meaning("all_members", words):
            return Party(kind=PartyKind.ALL_MEMBERS, id=ALL, name=name)
        if member := find_member(words):
            return Party(kind=PartyKind.COUNTRY, id=member.iso2, name=name)
        if body := find_body(words):
            return Party(kind=PartyKind.BODY, id=body.id, name=name)
    return Party(kind=PartyKind.PARTNER, id=name, name=name)


def read_bodies(text: str, lexicon: Lexicon) -> tuple[tuple[BodyId, ...], list[str]]:
    """Return the bodies that a cell names, and the names that are none."""
    found: dict[BodyId, None] = {}
    strange = []
    for name in names_in(text, lambda known: _body(known) is not None):
        if body := _body(name):
            found[body] = None
        else:
            strange.append(name)
    return tuple(found), strange


def _body(name: str) -> BodyId | None:
    body = find_body(name) or find_body(_BRACKETS.sub(" ", name))
    return body.id if body else None


def country_names() -> tuple[str, ...]:
    """Return the usual names of the member states, to be offered for a near miss."""
    return tuple(form for member in members() for _, form in member.name.forms)


def body_ids() -> tuple[str, ...]:
    """Return the short names of the bodies, to be offered for a near miss."""
    return tuple(body.id for body in known_bodies())
