"""Names written into a form read back: parties, countries, outcomes, sources."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almwp.catalogue.bodies import bodies
from almwp.catalogue.members import members
from almwp.intake.choices import Writing
from almwp.intake.field import FieldType
from almwp.intake.lexicon import Lexicon
from almwp.intake.writevalue import write_value
from almwp.model.activity import Mark, PlanReference
from almwp.model.framework import Framework
from almwp.model.ids import FrameworkId, NodeId
from almwp.model.party import Party, PartyKind
from almwp.model.source import Source
from almwp.testing.strategies.facts import moments
from almwp.testing.strategies.typed import letters
from almwp.testing.written import one_of, there_and_back, writing_in

OFTEN = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PROGRAMME = FrameworkId("ALM-WP-2021-2025")
Write = Callable[[str], Writing]


@pytest.fixture(scope="module")
def write(lexicon: Lexicon) -> Write:
    """Give what is needed to write in a language."""
    return lambda language: writing_in(language, lexicon, PROGRAMME)


languages = st.sampled_from(["en", "vi"])


parties = st.one_of(
    st.sampled_from([m.iso2 for m in members()]).map(
        lambda code: Party(kind=PartyKind.COUNTRY, id=code)
    ),
    st.sampled_from([b.id for b in bodies()]).map(
        lambda name: Party(kind=PartyKind.BODY, id=name)
    ),
    st.just(Party(kind=PartyKind.ALL_MEMBERS, id="ALL")),
    letters.map(lambda word: Party(kind=PartyKind.PARTNER, id=f"Quỹ {word} 7 năm")),
)


@OFTEN
@given(
    language=languages,
    some=st.lists(parties, min_size=1, max_size=4, unique_by=lambda p: p.id),
    kind=st.sampled_from([FieldType.PARTIES, FieldType.PARTNERS]),
)
def test_parties(
    language: str, some: list[Party], kind: FieldType, write: Write
) -> None:
    read = there_and_back(tuple(some), kind, write(language))
    assert [(p.kind, p.id) for p in read] == [(p.kind, p.id) for p in some]
    # What was read has the words in which it was written, and keeps them.
    assert there_and_back(read, kind, write(language)) == read


@pytest.mark.parametrize(
    "name", ["Viet Nam (MOLISA)", "Philippines (DOLE)", "the Lao PDR", "VN"]
)
def test_the_words_for_a_party_are_kept(name: str, write: Write) -> None:
    code = {"V": "VN", "P": "PH", "t": "LA"}[name[0]]
    party = Party(kind=PartyKind.COUNTRY, id=code, name=name)
    assert there_and_back((party,), FieldType.PARTIES, write("vi")) == (party,)


@OFTEN
@given(
    language=languages,
    some=st.lists(st.sampled_from([b.id for b in bodies()]), min_size=1, unique=True),
)
def test_bodies(language: str, some: list[str], write: Write) -> None:
    assert there_and_back(tuple(some), FieldType.BODIES, write(language)) == tuple(some)


@OFTEN
@given(
    language=languages, some=st.lists(st.sampled_from(Mark), min_size=1, unique=True)
)
def test_marks(language: str, some: list[Mark], write: Write) -> None:
    assert there_and_back(tuple(some), FieldType.MARKS, write(language)) == tuple(some)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("member", members(), ids=lambda m: m.iso2)
def test_countries(member: Any, language: str, write: Write) -> None:
    writing = write(language)
    assert there_and_back(member.iso2, FieldType.COUNTRY, writing) == member.iso2


@pytest.mark.parametrize("language", ["en", "vi"])
def test_outcomes_and_areas(language: str, write: Write) -> None:
    writing = write(language)
    framework = writing.framework
    assert isinstance(framework, Framework)
    areas = framework.priority_areas + framework.topics
    for kind, nodes in (
        (FieldType.OUTCOME, framework.outcomes),
        (FieldType.AREA, areas),
    ):
        for node in nodes:
            value = PlanReference(
                framework=framework.id, node=node.id, words="as typed"
            )
            read = there_and_back(value, kind, writing)
            assert (read.framework, read.node) == (framework.id, node.id)


def test_an_outcome_of_another_framework_is_not_written(write: Write) -> None:
    other = PlanReference(
        framework=FrameworkId("ALM-WP-2016-2020"), node=NodeId("1"), words="1"
    )
    writing = write("en")
    assert write_value(other, one_of(FieldType.OUTCOME), writing) is None


def test_an_outcome_without_a_framework_is_its_words(write: Write) -> None:
    writing = write("en")
    writing = evolve(writing, values=evolve(writing.values, framework=None))
    value = PlanReference(words="Outcome 7")
    assert there_and_back(value, FieldType.OUTCOME, writing) == value


@OFTEN
@given(
    language=languages,
    some=st.lists(
        st.builds(
            Source,
            address=letters.map(lambda word: f"https://example.org/{word}"),
            title=letters,
            date=st.none() | moments,
        ),
        min_size=1,
        max_size=3,
        unique=True,
    ),
)
def test_sources(language: str, some: list[Source], write: Write) -> None:
    value = tuple(some)
    written = write_value(value, one_of(FieldType.ADDRESSES), write(language))
    if written is not None:  # a half of a year is no date of a source
        assert there_and_back(value, FieldType.ADDRESSES, write(language)) == value
