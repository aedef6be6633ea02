"""Strategies for activities, what was reported of them, and indicators."""

from hypothesis import strategies as st

from almwp.model.activity import (
    Activity,
    ActivityLevel,
    ActivityLink,
    Change,
    Extra,
    LinkKind,
    Mark,
    Observation,
    PlanReference,
    RowOrigin,
    Status,
    in_order,
)
from almwp.model.ids import IndicatorId
from almwp.model.indicator import (
    Direction,
    Disaggregation,
    Indicator,
    IndicatorKind,
    Reading,
    Target,
)
from almwp.model.timeframe import Edition, Recurrence, Timeframe
from almwp.testing.strategies.asides import (
    few_extras,
    few_references,
    few_rows,
    few_sources,
)
from almwp.testing.strategies.facts import (
    absences,
    activity_ids,
    bases,
    body_ids,
    cells,
    countries,
    fingerprints,
    framework_ids,
    moments,
    node_ids,
    numbers,
    origins,
    parties,
    shares,
    sources,
    years,
)
from almwp.testing.strategies.words import filled_words, titles, words

_editions = st.lists(
    st.builds(Edition, label=filled_words, when=st.none() | moments), max_size=2
)
timeframes: st.SearchStrategy[Timeframe] = st.one_of(
    st.builds(Timeframe, raw=words),
    st.builds(
        Timeframe,
        raw=words,
        start=st.none() | moments,
        recurrence=st.none() | st.sampled_from(Recurrence),
        editions=_editions,
    ),
    st.builds(Timeframe, raw=words, end=moments),
    st.builds(
        lambda raw, pair: Timeframe(
            raw=raw,
            start=min(pair, key=lambda moment: moment.start),
            end=max(pair, key=lambda moment: moment.start),
        ),
        words,
        st.tuples(moments, moments),
    ),
)
"""Words alone, a beginning, an end, or both."""

observations: st.SearchStrategy[Observation] = st.builds(
    Observation,
    as_of=st.none() | moments,
    meeting=words,
    status=st.sampled_from(Status) | absences,
    word=words,
    change=st.none() | st.sampled_from(Change),
    percent=shares | absences,
    note=words,
    basis=bases,
    origin=st.none() | origins,
    percent_origin=st.none() | origins,
    change_origin=st.none() | origins,
    as_of_origin=st.none() | origins,
)

references: st.SearchStrategy[PlanReference] = st.builds(
    PlanReference,
    framework=st.none() | framework_ids,
    node=st.none() | node_ids,
    number=words,
    words=words,
    basis=bases,
)

links: st.SearchStrategy[ActivityLink] = st.builds(
    ActivityLink, kind=st.sampled_from(LinkKind), other=activity_ids, note=words
)

extras: st.SearchStrategy[Extra] = st.builds(
    Extra, heading=words, value=filled_words, cell=cells
)

row_origins: st.SearchStrategy[RowOrigin] = st.builds(
    RowOrigin,
    file=filled_words,
    sha256=fingerprints,
    sheet=filled_words,
    row=st.integers(1, 1_048_576),
    columns=st.lists(
        st.tuples(st.sampled_from(("title", "status")), st.sampled_from(("A", "C4"))),
        max_size=2,
    ),
)

_some_parties = st.lists(parties, max_size=2)

activities: st.SearchStrategy[Activity] = st.builds(
    Activity,
    id=activity_ids,
    number=words,
    title=titles,
    other_titles=st.lists(titles, max_size=1),
    parts=st.lists(titles, max_size=2),
    references=st.lists(references, max_size=2),
    kind=words,
    level=st.none() | st.sampled_from(ActivityLevel),
    leads=_some_parties,
    co_leads=_some_parties,
    bodies=st.lists(body_ids, max_size=2),
    partners=_some_parties,
    funders=_some_parties,
    budget=words,
    timeframe=timeframes,
    place=words,
    host=st.none() | countries,
    output=words,
    indicators=st.lists(st.sampled_from(["IND-1", "IND-2"]), max_size=2, unique=True),
    observations=st.lists(observations, max_size=3).map(tuple).map(in_order),
    marks=st.lists(st.sampled_from(Mark), max_size=2, unique=True),
    links=st.lists(links, max_size=1),
    sources=st.lists(sources, max_size=1),
    remarks=words,
    extras=st.lists(extras, max_size=1),
    origins=st.lists(row_origins, max_size=1),
)
"""Activities with their observations, oldest first."""

_groups = st.builds(Disaggregation, by=filled_words, group=filled_words)

readings: st.SearchStrategy[Reading] = st.builds(
    Reading,
    when=moments,
    value=numbers | absences,
    numerator=st.none() | numbers,
    denominator=st.none() | numbers.filter(bool),
    group=st.lists(_groups, max_size=1),
    origin=st.none() | origins,
)

targets: st.SearchStrategy[Target] = st.builds(
    Target,
    year=years,
    value=numbers | absences,
    group=st.just(()) | st.tuples(_groups),
    origin=st.none() | origins,
)

_undated = st.builds(Reading, when=st.none(), value=numbers | absences)
"""Baselines of which nobody says of when they are."""


def _oldest_first(several: list[Reading]) -> tuple[Reading, ...]:
    dated = [(r.when.start, place) for place, r in enumerate(several) if r.when]
    return tuple(several[place] for _, place in sorted(dated))


indicators: st.SearchStrategy[Indicator] = st.builds(
    Indicator,
    id=st.sampled_from([IndicatorId("ind-1"), IndicatorId("ind-2")]),
    number=words,
    name=titles,
    framework=st.none() | framework_ids,
    node=st.none() | node_ids,
    references=few_references,
    activities=st.lists(activity_ids, max_size=1),
    country=st.none() | countries,
    unit=words,
    direction=st.sampled_from(Direction),
    kind=st.sampled_from(IndicatorKind),
    baseline=st.none() | readings | _undated,
    group_baselines=st.just(()) | st.tuples(_undated),
    targets=st.lists(targets, max_size=2),
    readings=st.lists(readings, max_size=2).map(_oldest_first),
    sources=few_sources,
    remarks=words,
    extras=few_extras,
    origins=few_rows,
)
