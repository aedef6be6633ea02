from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from almwp.catalogue.bodies import bodies
from almwp.catalogue.frameworks import framework, framework_ids
from almwp.catalogue.meetings import meetings
from almwp.catalogue.members import members
from almwp.model.framework import Level
from almwp.model.member import Member, Ministry
from almwp.model.source import Basis, Source

CATALOGUE = (
    *(framework(known) for known in framework_ids()),
    *members(),
    *bodies(),
    *meetings(),
)


def parts(record: object) -> Iterator[object]:
    """Return *record* and every record inside it."""
    if isinstance(record, tuple):
        for item in record:
            yield from parts(item)
        return
    kind: Any = type(record)
    if attrs.has(kind):
        yield record
        for field in attrs.fields(kind):
            yield from parts(getattr(record, field.name))


FACTS = [p for r in CATALOGUE for p in parts(r) if hasattr(p, "basis")]
SOURCES = [p for r in CATALOGUE for p in parts(r) if isinstance(p, Source)]


def test_there_is_much_to_check() -> None:
    assert len(FACTS) > 200
    assert len(SOURCES) > 200


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_no_fact_is_without_a_source(fact: object) -> None:
    if isinstance(fact, Level):  # its framework has the sources
        return
    basis, sources = getattr(fact, "basis", None), getattr(fact, "sources", ())
    assert isinstance(basis, Basis)
    if basis is Basis.INFERRED and not isinstance(fact, Ministry):
        assert getattr(fact, "note", ""), f"why is this inferred? {fact}"
    elif basis in (Basis.CONFIRMED, Basis.REPORTED):
        assert sources, f"no source: {fact}"


@pytest.mark.parametrize("member", members(), ids=lambda member: member.iso2)
def test_a_member_says_where_its_joining_was_read(member: Member) -> None:
    assert member.sources
    for ministry in member.ministries:
        unknown = {s.about for s in member.statements if s.basis is Basis.UNKNOWN}
        assert ministry.sources or "ministry" in unknown


@pytest.mark.parametrize("source", sorted({s.address for s in SOURCES}))
def test_an_address_can_be_opened(source: str) -> None:
    assert source.startswith(("http://", "https://"))
    assert source.isascii()
    assert " " not in source


def test_every_description_in_our_own_words_is_explained() -> None:
    for known in framework_ids():
        for node in framework(known).nodes:
            assert node.title_basis is Basis.CONFIRMED or node.note, node.id
