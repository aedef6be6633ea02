"""The parties of a plan as lines of a cell: ``VN``, ``ILO | its full name``."""

from collections.abc import Iterable

from almwp.intake.lexicon import Lexicon
from almwp.intake.names import read_parties
from almwp.model.party import Party, PartyKind

_BAR = " | "


def party_line(party: Party) -> str:
    """Return the line of a party."""
    return f"{party.id}{_BAR}{party.name}" if party.name else party.id


def read_parties_of(lines: Iterable[str], lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the parties of *lines*; what is no country or body is a partner."""
    return tuple(_read(line, lexicon) for line in lines)


def _read(line: str, lexicon: Lexicon) -> Party:
    known, _, name = (part.strip() for part in line.partition(_BAR.strip()))
    read = read_parties(known, lexicon).parties
    if len(read) == 1 and read[0].kind is not PartyKind.PARTNER:
        return Party(kind=read[0].kind, id=read[0].id, name=name)
    return Party(kind=PartyKind.PARTNER, id=known or name, name=name)
