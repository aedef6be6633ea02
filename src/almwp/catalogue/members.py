"""The member states of ASEAN, by day and by any name they go by."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from almwp.catalogue.tomlfile import read_records
from almwp.model.folding import fold
from almwp.model.member import Member


@cache
def members() -> tuple[Member, ...]:
    """Return every member there is or was announced, by English name."""
    found = read_records(files("almwp.catalogue") / "members.toml", "members", Member)
    return tuple(sorted(found, key=lambda member: str(member.name)))


def members_on(day: date) -> tuple[Member, ...]:
    """Return the members of *day*: 10 before 26 October 2025, 11 since."""
    return tuple(member for member in members() if member.joined <= day)


def find_member(words: str) -> Member | None:
    """Return the member that *words* name, or None.

    Args:
        words: An ISO code of two or three letters, or a name in any language, with
            or without accents, capitals and "the".  A code of two letters has no
            accents: Vietnamese *Mỹ* is the United States, not ``MY``.
    """
    bare = _bare(words)
    return None if len(bare) == 2 and _has_accents(words) else _by_name().get(bare)


def members_with_ministry(words: str, day: date) -> tuple[Member, ...]:
    """Return the members with a ministry of this name on *day*.

    There may be several: a ministry's name does not identify a country.
    """
    wanted = fold(words)
    return tuple(
        member
        for member in members()
        for ministry in member.ministries
        if ministry.stands_on(day)
        and wanted in {fold(name) for _, name in ministry.name.forms}
    )


def member_names(member: Member) -> Iterator[str]:
    """Return every word by which *member* is found, its codes first."""
    yield from (member.iso2, member.iso3)
    yield from (name for _, name in member.name.forms)
    yield from member.variants


def _has_accents(words: str) -> bool:
    return any(map(unicodedata.combining, unicodedata.normalize("NFD", words)))


def _bare(words: str) -> str:
    """Fold a name, without an article or the word for *country* that may go with it."""
    folded = fold(words)
    for before in ("the ", *map(fold, ("ประเทศ", "ປະເທດ", "ប្រទេស"))):
        folded = folded.removeprefix(before)
    return folded.removesuffix(fold("နိုင်ငံ")).strip()


@cache
def _by_name() -> dict[str, Member]:
    return {
        _bare(name): member for member in members() for name in member_names(member)
    }
