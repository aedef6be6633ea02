"""Strategies for national positions and what they consist of."""

from hypothesis import strategies as st

from almwp.model.nationalposition import NationalPosition
from almwp.model.position import (
    AgendaStance,
    Ask,
    Asked,
    Audience,
    Clearance,
    Piece,
    Proposal,
    Stance,
)
from almwp.model.prepared import Part, Prepared, Use
from almwp.testing.strategies.activities import activities
from almwp.testing.strategies.asides import (
    few_extras,
    few_references,
    few_rows,
    few_timeframes,
)
from almwp.testing.strategies.facts import (
    activity_ids,
    countries,
    fingerprints,
    framework_ids,
    manifests,
    moments,
    node_ids,
    origins,
    parties,
    sources,
)
from almwp.testing.strategies.frameworks import meetings
from almwp.testing.strategies.scores import scorecards
from almwp.testing.strategies.words import filled_words, texts, titles, words

audiences: st.SearchStrategy[Audience] = st.sampled_from(Audience)
clearances: st.SearchStrategy[Clearance] = st.sampled_from(Clearance)

pieces: st.SearchStrategy[Piece] = st.builds(
    Piece,
    text=titles,
    audience=audiences,
    clearance=clearances,
    cleared_by=words,
    origin=st.none() | origins,
)

_few_pieces = st.lists(pieces, max_size=1)

agenda_stances: st.SearchStrategy[AgendaStance] = st.builds(
    AgendaStance,
    number=words,
    item=titles,
    asked=st.none() | st.sampled_from(Asked),
    stance=st.none() | st.sampled_from(Stance),
    reasons=_few_pieces,
    talking_points=_few_pieces,
    wording=_few_pieces,
    fallback=_few_pieces,
    speaker=words,
    clearance=clearances,
    cleared_by=words,
    audience=audiences,
    evidence=st.lists(activity_ids, max_size=2),
    extras=few_extras,
    origin=st.none() | origins,
    origins=few_rows,
)

proposals: st.SearchStrategy[Proposal] = st.builds(
    Proposal,
    id=filled_words,
    number=words,
    title=titles,
    framework=st.none() | framework_ids,
    node=st.none() | node_ids,
    references=few_references,
    rationale=_few_pieces,
    kind=words,
    leads=st.lists(parties, max_size=1),
    co_leads=st.lists(parties, max_size=1),
    partners=st.lists(parties, max_size=1),
    when=st.none() | moments,
    timeframe=few_timeframes,
    output=words,
    continues=st.lists(activity_ids, max_size=1),
    proposed_by=st.none() | countries,
    joining=st.none() | st.booleans(),
    view=st.none() | st.sampled_from(Stance),
    audience=audiences,
    clearance=clearances,
    cleared_by=words,
    remarks=words,
    extras=few_extras,
    origin=st.none() | origins,
    origins=few_rows,
)

asks: st.SearchStrategy[Ask] = st.builds(
    Ask,
    to=parties,
    text=pieces,
    is_offer=st.booleans(),
    extras=few_extras,
    origins=few_rows,
)

parts: st.SearchStrategy[Part] = st.builds(
    Part,
    file=filled_words,
    sha256=fingerprints,
    institution=words,
    version=words,
    as_of=st.none() | moments,
    meeting=words,
    use=st.sampled_from(Use),
)

prepared: st.SearchStrategy[Prepared] = st.builds(
    Prepared,
    agenda=st.lists(agenda_stances, max_size=2),
    proposals=st.lists(proposals, max_size=1),
    joined=st.lists(proposals, max_size=1),
    asks=st.lists(asks, max_size=1),
    objectives=_few_pieces,
    delegation=st.lists(words, max_size=1),
    version=words,
    notice=words,
    doubts=st.lists(
        st.tuples(st.just("meeting_place"), st.tuples(words, words)), max_size=1
    ),
    parts=st.lists(parts, max_size=1),
)

positions: st.SearchStrategy[NationalPosition] = st.builds(
    NationalPosition,
    country=countries,
    meeting=meetings,
    version=words,
    framework=st.none() | framework_ids,
    as_of=st.none() | moments,
    members=st.lists(countries, max_size=3, unique=True),
    institution=texts,
    delegation=st.lists(words, max_size=1),
    objectives=_few_pieces,
    own_activities=st.lists(activities, max_size=1),
    shared_obligations=st.lists(activities, max_size=1),
    scorecard=st.none() | scorecards,
    agenda=st.lists(agenda_stances, max_size=1),
    proposals=st.lists(proposals, max_size=1),
    asks=st.lists(asks, max_size=1),
    joined=st.lists(proposals, max_size=1),
    sources=st.lists(sources, max_size=1),
    manifest=manifests,
)
