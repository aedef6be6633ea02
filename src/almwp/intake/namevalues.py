"""Read cells that name countries, bodies, partners or themes."""

from almwp.catalogue.members import find_member
from almwp.findings import reading_rules, value_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell
from almwp.intake.field import Field
from almwp.intake.names import (
    ReadParties,
    body_ids,
    country_names,
    names_in,
    read_bodies,
    read_parties,
    read_party,
)
from almwp.intake.nearby import near, near_meanings
from almwp.intake.parsed import Parsed
from almwp.intake.unknownwords import unknown_word
from almwp.intake.values import Values
from almwp.model.party import Party, PartyKind


def parties(values: Values, of: Field, cell: Cell) -> Parsed[tuple[Party, ...]]:
    """Read countries and bodies; other names are kept as partners and reported."""
    words = values.words(cell)
    if values.is_absent(words):
        return Parsed(value=())
    read = read_parties(words, values.lexicon)
    strange = [
        values.finding(
            value_rules.UNKNOWN_PARTY,
            of,
            cell,
            found=name,
            suggestions=near_meanings(
                name,
                (*country_names(values.language), *((b, b) for b in body_ids())),
            ),
        )
        for name in read.strange
    ]
    strange += _within(read, values, of, cell)
    return Parsed(value=read.parties, findings=strange)


def partners(values: Values, of: Field, cell: Cell) -> Parsed[tuple[Party, ...]]:
    """Read those who support or pay: any name will do."""
    words = values.words(cell)
    if values.is_absent(words):
        return Parsed(value=())
    read = read_parties(words, values.lexicon)
    return Parsed(value=read.parties, findings=_within(read, values, of, cell))


def _within(
    read: ReadParties, values: Values, of: Field, cell: Cell
) -> tuple[Finding, ...]:
    """Say which country was taken out of other words."""
    rule = reading_rules.NAMED_WITHIN
    return tuple(
        values.finding(rule, of, cell, found=party.name, expected=name)
        for party in read.named_within
        if (member := find_member(party.id))
        and (name := member.name.in_(values.language))
    )


def bodies(values: Values, of: Field, cell: Cell) -> Parsed[tuple[str, ...]]:
    """Read ASEAN bodies; one unknown name among them refuses the cell."""
    words = values.words(cell)
    if values.is_absent(words):
        return Parsed(value=())
    found, strange = read_bodies(words, values.lexicon)
    findings = [
        values.finding(
            value_rules.UNKNOWN_BODY,
            of,
            cell,
            found=name,
            expected="SLOM, SLOM-WG, ACMW, ASEAN-OSHNET",
            suggestions=near(name, body_ids()),
        )
        for name in strange
    ]
    return Parsed(value=found, findings=findings)


def country(values: Values, of: Field, cell: Cell) -> Parsed[str]:
    """Read one country."""
    words = values.words(cell)
    if not words:  # nothing that can be seen, such as a zero-width space
        return Parsed()
    party = read_party(words, values.lexicon)
    if party.kind is PartyKind.COUNTRY:
        return Parsed(value=party.id)
    if values.is_absent(words):
        return Parsed()
    suggestions = near_meanings(words, country_names(values.language))
    return values.refuse(value_rules.UNKNOWN_COUNTRY, of, cell, suggestions=suggestions)


def marks(values: Values, of: Field, cell: Cell) -> Parsed[tuple[str, ...]]:
    """Read the themes that cut across."""
    lexicon = values.lexicon
    found: dict[str, None] = {}
    findings: list[Finding] = []
    for name in names_in(
        values.words(cell), lambda n: lexicon.meaning("mark", n) is not None
    ):
        meaning = lexicon.meaning("mark", name)
        if meaning:
            found[meaning] = None
        elif not values.is_absent(name):
            findings += unknown_word(values, of, cell, "mark", name).findings
    return Parsed(value=tuple(found), findings=findings)
