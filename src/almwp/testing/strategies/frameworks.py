"""Strategies for frameworks, bodies, meetings and members."""

from hypothesis import strategies as st

from almwp.model.framework import (
    Framework,
    FrameworkStatus,
    Level,
    Node,
    Role,
    Succession,
    SuccessionKind,
)
from almwp.model.ids import MeetingId, NodeId
from almwp.model.meeting import Body, Meeting, MeetingFacts
from almwp.model.member import DutyChange, Member, Ministry
from almwp.testing.strategies.crosswalks import indicators_of, successions_into
from almwp.testing.strategies.facts import (
    activity_ids,
    bases,
    body_ids,
    countries,
    days,
    framework_ids,
    moments,
    node_ids,
    periods,
    sources,
    statements,
    tallies,
)
from almwp.testing.strategies.words import filled_words, titles, words

_few_sources = st.lists(sources, max_size=1)


@st.composite
def _levels(draw: st.DrawFn) -> tuple[Level, ...]:
    roles = draw(st.lists(st.none() | st.sampled_from(Role), min_size=1, max_size=3))
    return tuple(
        Level(
            id=f"level-{place}",
            name=draw(titles),
            role=role,
            complete=draw(st.none() | st.booleans()),
            total=draw(st.none() | st.integers(0, 40)),
            basis=draw(bases),
        )
        for place, role in enumerate(roles)
    )


levels: st.SearchStrategy[Level] = _levels().map(lambda several: several[0])


@st.composite
def _nodes(draw: st.DrawFn, known: tuple[Level, ...]) -> tuple[Node, ...]:
    """Nodes whose parents stand on higher levels."""
    places = sorted(draw(st.lists(st.integers(0, len(known) - 1), max_size=6)))
    made: list[Node] = []
    for number, place in enumerate(places):
        above = [node.id for node in made if node.level < known[place].id]
        parents = st.lists(st.sampled_from(above), max_size=2, unique=True)
        made.append(
            Node(
                id=NodeId(f"N{number}"),
                level=known[place].id,
                number=draw(words),
                title=draw(titles),
                title_basis=draw(bases),
                parents=tuple(draw(parents)) if above else (),
                placement=draw(bases),
                bodies=tuple(draw(st.lists(body_ids, max_size=2))),
                added=draw(st.none() | moments),
                raised_by=draw(st.none() | countries),
                weight=draw(st.none() | st.integers(1, 3)),
                basis=draw(bases),
                sources=tuple(draw(_few_sources)),
                note=draw(words),
            )
        )
    return tuple(made)


nodes: st.SearchStrategy[Node] = st.builds(
    Node,
    id=node_ids,
    level=filled_words,
    number=words,
    title=titles,
    basis=bases,
    sources=_few_sources,
)
"""Nodes by themselves, whose level is in no framework."""


@st.composite
def _frameworks(draw: st.DrawFn) -> Framework:
    known = draw(_levels())
    name = draw(framework_ids)
    made = draw(_nodes(known))
    ids = tuple(node.id for node in made)
    return Framework(
        id=name,
        title=draw(titles),
        aliases=tuple(draw(st.lists(words, max_size=2))),
        kind=draw(st.sampled_from(("alm-work-programme", "subsidiary-work-plan"))),
        period=draw(st.none() | periods),
        status=draw(st.sampled_from(FrameworkStatus)),
        adopted_by=draw(words),
        adopted_on=draw(st.none() | moments),
        parent=draw(st.none() | framework_ids),
        bodies=tuple(draw(st.lists(body_ids, max_size=2))),
        country=draw(st.none() | countries),
        levels=known,
        nodes=made,
        statements=tuple(draw(st.lists(statements, max_size=1))),
        tallies=tuple(draw(st.lists(tallies, max_size=1))),
        indicators=draw(indicators_of(ids)),
        successions=draw(successions_into(name, ids)),
        basis=draw(bases),
        sources=tuple(draw(_few_sources)),
        note=draw(words),
    )


frameworks: st.SearchStrategy[Framework] = _frameworks()

successions: st.SearchStrategy[Succession] = st.builds(
    Succession,
    kind=st.sampled_from(SuccessionKind),
    old_framework=framework_ids,
    new_framework=framework_ids,
    old=st.lists(node_ids | activity_ids, max_size=2),
    new=st.lists(node_ids | activity_ids, max_size=2),
    basis=bases,
    sources=_few_sources,
    note=words,
)

bodies: st.SearchStrategy[Body] = st.builds(
    Body,
    id=body_ids,
    title=titles,
    level=words,
    reports_to=st.none() | body_ids,
    since=words,
    rhythm=words,
    rotation=words,
    basis=bases,
    sources=_few_sources,
)

meetings: st.SearchStrategy[Meeting] = st.builds(
    Meeting,
    id=st.integers(1, 99).map(lambda number: MeetingId(f"meeting-{number}")),
    body=body_ids,
    number=st.none() | st.integers(1, 99),
    number_basis=bases,
    name=words,
    start=moments,
    end=st.none() | moments,
    place=words,
    host=st.none() | countries,
    chair=st.none() | countries,
    vice_chair=st.none() | countries,
    basis=bases,
    sources=_few_sources,
    note=words,
)

ministries: st.SearchStrategy[Ministry] = st.builds(
    Ministry,
    name=titles,
    duties=words,
    valid_from=st.none() | days,
    valid_until=st.none() | days,
    basis=bases,
    name_basis=st.lists(st.tuples(st.sampled_from(("en", "vi")), bases), max_size=2),
    sources=_few_sources,
)

_duty_changes = st.builds(
    DutyChange,
    old=titles,
    new=titles,
    duties=st.lists(st.lists(words, max_size=2).map(tuple), max_size=2),
    since=days,
    basis=bases,
    sources=_few_sources,
)

members: st.SearchStrategy[Member] = st.builds(
    Member,
    iso2=countries,
    iso3=st.sampled_from(("VNM", "IDN", "PHL", "TLS")),
    name=titles,
    variants=st.lists(words, max_size=3),
    joined=days,
    observer_from=st.none() | moments,
    ministries=st.lists(ministries, max_size=2),
    duty_changes=st.lists(_duty_changes, max_size=1),
    statements=st.lists(statements, max_size=1),
    sources=_few_sources,
)

meeting_facts: st.SearchStrategy[MeetingFacts] = st.builds(
    MeetingFacts,
    number=st.none() | st.integers(1, 99),
    start=st.none() | moments,
    end=st.none() | moments,
    place=words,
    host=st.none() | countries,
    chair=st.none() | countries,
)
