"""Say whether two submissions come from one institution, changes of name included."""

from functools import lru_cache

from almwp.catalogue.members import find_member
from almwp.model.folding import fold
from almwp.model.ids import CountryCode
from almwp.model.submission import Submission
from almwp.model.text import Text


def may_be_one_sender(one: Submission, other: Submission) -> bool:
    """Say whether no other institution is named in *other* than in *one*.

    A submission without an institution may be anybody's of that country.  The labour
    ministries that followed one another are one sender, and so are an institution and
    the one that took over duties of it, where the catalogue of members knows them.
    """
    if one.country != other.country:
        return False
    name, its = fold(one.institution), fold(other.institution)
    if not name or not its or name == its:
        return True
    country = one.country or CountryCode("")
    known, others = _known_as(country, name), _known_as(country, its)
    return bool(known & others or _successors(country, known) & others)


def names_of(institution: Text) -> frozenset[str]:
    """Return the names of an institution for comparing, its short form among them."""
    found: set[str] = set()
    for _, form in institution.forms:
        whole, mark, short = form.partition("(")
        found |= {fold(form), fold(whole), fold(short) if mark else ""}
    return frozenset(found - {""})


@lru_cache(maxsize=256)
def _known_as(country: CountryCode, name: str) -> frozenset[str]:
    """Return all names of the institution that goes by *name*."""
    member = find_member(country)
    if member is None:
        return frozenset({name})
    found = {name}
    institutions = [ministry.name for ministry in member.ministries]
    institutions += [
        c for change in member.duty_changes for c in (change.old, change.new)
    ]
    for institution in institutions:
        names = names_of(institution)
        if name in names:
            found |= names
    return frozenset(found)


@lru_cache(maxsize=256)
def _successors(country: CountryCode, names: frozenset[str]) -> frozenset[str]:
    """Return the names of those that took over from, or gave to, an institution."""
    member = find_member(country)
    if member is None:
        return frozenset()
    found: set[str] = set()
    for change in member.duty_changes:
        old, new = names_of(change.old), names_of(change.new)
        if names & old:
            found |= new
        if names & new:
            found |= old
    proper = [names_of(m.name) for m in member.ministries if not m.duties]
    if any(names & own for own in proper):
        found |= {name for own in proper for name in own}
    return frozenset(found)
