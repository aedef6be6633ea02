"""Read lists of countries, bodies and partners as they are written in one cell."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from attrs import field, frozen

from almwp.catalogue.bodies import bodies as known_bodies
from almwp.catalogue.bodies import find_body
from almwp.catalogue.members import find_member, members
from almwp.intake.doubts import is_by_the_way, is_doubtful, takes_back
from almwp.intake.lexicon import Lexicon, heading_key
from almwp.model.fields import frozen_items
from almwp.model.folding import compose, fold
from almwp.model.ids import BodyId
from almwp.model.party import Party, PartyKind

_BREAKS = re.compile(r"[,;\n\r\t|•▪●·]|\s/\s")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_JOINED = (
    re.compile(r"\s+(?:and|và|dan|e|ho|และ|ແລະ|និង|နှင့်)\s+|\s*[&/+]\s*", re.IGNORECASE),
    re.compile(r"\s+[–—-]\s+|(?<=\S)\s+(?=\d{1,2}[.)]\s)"),
    re.compile(r"[–—-]|\s*และ|ແລະ|និង|နှင့်"),
)
"""What stands between names, the surest first: a hyphen can be part of a name."""
_SURELY_JOINED = re.compile(
    r"\s+(?:and|và|dan|e|ho|และ|ແລະ|និង|နှင့်)\s+|\s*[&/]\s*", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_].*[^\W\d_]")
"""What a name has at least, so that *SLOM+3* or *M&E* is not parted."""
_ABBREVIATION = re.compile(r"[A-Z]{2,10}")
_CODE = re.compile(r"[A-Z]{2,3}")
_CHAIR = re.compile(
    r"(?:the )?(?:(?:current |country )?chair(?:man|person|manship)?(?: country)? of"
    r"|chu tich|ketua) (?P<of>.+)|(?P<before>.+) chair(?:man|person|manship)?"
)
"""Folded words for whoever has the chair of a body now."""
_LED_BY = re.compile(
    r"(?:(?:co-?)?(?:led|coordinated|chaired) by|lead(?:er| country)?:?"
    r"|do|chủ trì:?|nước chủ trì:?|dipimpin(?: oleh)?|ketua:?)\s+(?P<who>.+)",
    re.IGNORECASE,
)
_FIRST_AND = re.compile(r"(?:and|và|dan|&)\s+", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:\d{1,2}|[a-z])[.)]\s+")
_LISTED = re.compile(r"[,;/&]")
_STATEMENTS = ("absence", "change", "status")
"""Tables of words that say something of a party and are no name of its ministry."""
ALL = "ALL"
"""Id of all member states together."""


@frozen(kw_only=True)
class ReadParties:
    """Parties that were read.

    Attributes:
        parties: In the order in which they were written, each once.
        strange: Names that are neither a member state nor a body.
        named_within: Countries that stand within other words, which were left out:
            ``All AMS (led by Thailand)``.
    """

    parties: tuple[Party, ...] = field(default=(), converter=frozen_items)
    strange: tuple[str, ...] = field(default=(), converter=frozen_items)
    named_within: tuple[Party, ...] = field(default=(), converter=frozen_items)


@lru_cache(maxsize=2048)
def read_parties(text: str, lexicon: Lexicon) -> ReadParties:
    """Read countries and bodies; other names are kept as partners and reported."""
    parties: dict[str, Party] = {}
    strange, within = [], []
    for name in names_in(text, lambda known: _is_known(known, lexicon)):
        party = read_party(name, lexicon)
        if party.kind is PartyKind.PARTNER and (found := _within(name, lexicon)):
            within.append(party := found)
        if party.kind is PartyKind.PARTNER:
            strange.append(name)
        parties.setdefault(party.id, party)
    return ReadParties(
        parties=tuple(parties.values()), strange=strange, named_within=within
    )


def names_in(text: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    """Split a cell into names; a dash parts only names that are known.

    Nothing is split inside of brackets.
    """
    for piece in _pieces(compose(text)):
        name = _NUMBERED.sub("", " ".join(piece.split()).strip(" -–*+"), count=1)
        name = _FIRST_AND.sub("", name, count=1) if _FIRST_AND.match(name) else name
        if not name:
            continue
        yield from (_sides(name, is_known) or _clear_sides(name, is_known) or (name,))


def _sides(name: str, is_known: Callable[[str], bool]) -> list[str]:
    """Return the known names that *name* is made of; none where one is not known."""
    if is_known(name):
        return [name]
    for joined in _JOINED:
        sides = [_NUMBERED.sub("", s.strip()) for s in _parted(name, joined)]
        sides = [side for side in sides if side]
        if len(sides) < 2:
            continue
        found = [_sides(side, is_known) for side in sides]
        if all(found):
            return [known for names in found for known in names]
    codes = name.split()
    if len(codes) > 1 and all(_CODE.fullmatch(c) and is_known(c) for c in codes):
        return codes
    return []


def _clear_sides(name: str, is_known: Callable[[str], bool]) -> list[str]:
    """Part ``Indonesia and ILO``, of which one is known, and ``GIZ and ILO``.

    A known name is not lost in that of a partner.  Two words joined by *and* may be
    one name, two abbreviations are not.
    """
    if is_doubtful(name) or takes_back(name):
        return []
    sides = [side.strip() for side in _parted(name, _SURELY_JOINED)]
    if len(sides) < 2 or not all(_NAME.search(side) for side in sides):
        return []
    found = [_sides(side, is_known) for side in sides]
    if not any(found) and not all(_ABBREVIATION.fullmatch(side) for side in sides):
        return []
    parted = zip(sides, found, strict=True)
    return [one for side, names in parted for one in names or [side]]


def _pieces(text: str) -> Iterator[str]:
    return _parted(text, _BREAKS)


def _parted(text: str, sign: re.Pattern[str]) -> Iterator[str]:
    """Part *text* at a sign, but not within brackets."""
    covered = _BRACKETS.sub(lambda match: "x" * len(match[0]), text)
    start = 0
    for found in sign.finditer(covered):
        yield text[start : found.start()]
        start = found.end()
    yield text[start:]


def _is_known(name: str, lexicon: Lexicon) -> bool:
    return read_party(name, lexicon).kind is not PartyKind.PARTNER


def read_party(name: str, lexicon: Lexicon) -> Party:
    """Return the party that *name* means; a partner where it is not known.

    What stands in brackets behind a country or a body is kept in the name where it is
    its ministry or its role; ``(except Myanmar)`` or ``(tbc)`` makes another name.
    """
    known = _named(name, lexicon)
    if known is None:
        bare = _BRACKETS.sub(" ", name)
        known = _named(bare, lexicon) if bare != name else None
        held = (bracket[1:-1] for bracket in _BRACKETS.findall(name))
        if known and not all(_leaves(text, known, lexicon) for text in held):
            known = None
    kind, id_ = known or (PartyKind.PARTNER, name)
    return Party(kind=kind, id=id_, name=name)


def _within(name: str, lexicon: Lexicon) -> Party | None:
    """Return the country of ``All AMS (led by X)`` or ``Chair of SLOM (X)``, or None.

    Who leads all members, or has the chair now, is named in brackets.
    """
    held = [bracket[1:-1].strip() for bracket in _BRACKETS.findall(name)]
    if len(held) != 1 or is_doubtful(name) or takes_back(name):
        return None
    bare = " ".join(_BRACKETS.sub(" ", name).split())
    led, chair = _LED_BY.fullmatch(held[0]), _CHAIR.fullmatch(fold(bare))
    outside = _named(bare, lexicon)
    if led and outside and outside[0] is PartyKind.ALL_MEMBERS:
        who = _named(led["who"], lexicon)
    elif chair and find_body(chair["of"] or chair["before"]):
        who = _named(held[0], lexicon)
    else:
        return None
    if who is None or who[0] is not PartyKind.COUNTRY:
        return None
    return Party(kind=who[0], id=who[1], name=name)


def _named(words: str, lexicon: Lexicon) -> tuple[PartyKind, str] | None:
    if is_doubtful(words):
        return None
    if lexicon.meaning("all_members", words):
        return PartyKind.ALL_MEMBERS, ALL
    if _is_code_in_small_letters(words):
        return None
    if member := find_member(words):
        return PartyKind.COUNTRY, member.iso2
    body = find_body(words)
    return (PartyKind.BODY, body.id) if body else None


def _is_code_in_small_letters(words: str) -> bool:
    """Say whether *words* are ``My``: Vietnamese without accents for *Mỹ*, the USA."""
    return fold(words) == "my" and not compose(words).isupper()


def _leaves(held: str, known: tuple[PartyKind, str], lexicon: Lexicon) -> bool:
    """Say whether words in brackets leave the party before them as it is."""
    kind, id_ = known
    named = [_named(word, lexicon) for word in (held, *_LISTED.split(held))]
    if any(
        other and other != known and other[0] is not PartyKind.BODY for other in named
    ):
        return False
    if known in named:
        return True
    if any(lexicon.meaning(table, held) for table in _STATEMENTS):
        return False
    heading = lexicon.headings.get(heading_key(held))
    if heading and heading.key in ("leads", "co_leads"):
        return True
    return is_by_the_way(held) or (
        kind is PartyKind.COUNTRY and fold(held) in _ministries()[id_]
    )


@cache
def _ministries() -> dict[str, frozenset[str]]:
    """Return the folded names of the ministries of each member, by its code."""
    return {
        member.iso2: frozenset(
            fold(form)
            for ministry in member.ministries
            for _, name in ministry.name.forms
            for form in (name, _BRACKETS.sub("", name))
        )
        for member in members()
    }


def read_bodies(text: str, lexicon: Lexicon) -> tuple[tuple[BodyId, ...], list[str]]:
    """Return the bodies that a cell names, and the names that are none."""
    found: dict[BodyId, None] = {}
    strange = []
    for name in names_in(text, lambda known: _body(known, lexicon) is not None):
        if body := _body(name, lexicon):
            found[body] = None
        else:
            strange.append(name)
    return tuple(found), strange


def _body(name: str, lexicon: Lexicon) -> BodyId | None:
    party = read_party(name, lexicon)
    return BodyId(party.id) if party.kind is PartyKind.BODY else None


def country_names(language: str) -> Iterator[tuple[str, str]]:
    """Give the usual names of the member states, to be offered for a near miss.

    Each comes with the code of its country, in *language* and in English.
    """
    for member in members():
        for code, form in member.name.forms:
            if code in (language, "en"):
                yield form, member.iso2


def body_ids() -> tuple[str, ...]:
    """Return the short names of the bodies, to be offered for a near miss."""
    return tuple(body.id for body in known_bodies())
