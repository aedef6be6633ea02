"""Proposals, agenda, asks and indicators: filled in and read twice, all the same.

A template cannot hold: pieces that stand otherwise than their row, texts in a language
that no column is for, the second of two readings of one day, and numbers that are no
finite decimals.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from almwp.catalogue.frameworks import framework
from almwp.model.absence import Absence
from almwp.model.activity import PlanReference
from almwp.model.folding import compose
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, IndicatorId
from almwp.model.indicator import Disaggregation, Indicator, Reading, Target
from almwp.model.moment import Moment
from almwp.model.position import AgendaStance, Ask, Audience, Piece, Proposal
from almwp.model.source import Source
from almwp.model.text import UNDETERMINED, Text
from almwp.model.timeframe import Timeframe
from almwp.testing import strategies as model

PROGRAMME = FrameworkId("ALM-WP-2021-2025")
SLOW = settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
letters = st.text(
    st.characters(categories=("Lu", "Ll"), max_codepoint=0x1EFF),
    min_size=4,
    max_size=14,
).map(lambda word: compose(f"{word} 7 việc"))
maybe = st.just("") | letters
moments = st.integers(2015, 2030).map(Moment.year) | st.sampled_from(
    [Moment.parse("2024-03-31"), Moment.parse("2024-Q2"), Moment.parse("2023-11")]
)
numbers = st.integers(-(10**6), 10**6).map(lambda number: Fraction(number, 100))
activities = st.integers(1, 9).map(lambda number: ActivityId(f"VN:N{number}"))
languages = pytest.mark.parametrize("language", ["en", "vi"])


def text(language: str) -> st.SearchStrategy[Text]:
    """Texts in the language of the cover, and where that is another in English."""
    if language == "en":
        return letters.map(Text.of)
    both = st.fixed_dictionaries({language: letters}, optional={"en": letters})
    return both.map(Text.from_forms)


@st.composite
def pieces(draw: st.DrawFn, language: str, row: Any, inside: bool) -> tuple[Piece, ...]:
    """Draw texts that stand as their row does, all in the same languages."""
    forms = [language]
    if not inside and draw(st.booleans()):
        forms = [UNDETERMINED if language == "en" else language, "en"]
    return tuple(
        Piece(
            text=Text.from_forms({code: draw(letters) for code in forms}),
            audience=Audience.INTERNAL if inside else row.audience,
            clearance=row.clearance,
            cleared_by=row.cleared_by,
        )
        for _ in range(draw(st.integers(0, 3)))
    )


@st.composite
def places(draw: st.DrawFn) -> tuple[PlanReference, ...]:
    known = framework(PROGRAMME)
    return tuple(
        PlanReference(framework=PROGRAMME, node=draw(st.sampled_from(nodes)).id)
        for nodes in (known.outcomes, known.priority_areas)
        if draw(st.booleans())
    )


@st.composite
def proposals(draw: st.DrawFn, number: int, language: str) -> Proposal:
    base = evolve(draw(model.proposals), cleared_by=draw(maybe))
    references = draw(places())
    year = draw(st.none() | st.integers(2026, 2030).map(Moment.year))
    return evolve(
        base,
        id=f"{base.proposed_by or 'VN'}:P{number}",
        number=f"P{number}",
        title=draw(text(language)),
        framework=PROGRAMME,
        references=references,
        node=references[-1].node if references else None,
        rationale=draw(pieces(language, base, inside=False)),
        kind=draw(maybe),
        leads=[evolve(p, name="") for p in base.leads if p.kind != "partner"],
        co_leads=[evolve(p, name="") for p in base.co_leads if p.kind != "partner"],
        partners=[evolve(p, name="") for p in base.partners if p.kind != "partner"],
        when=year,
        timeframe=Timeframe(raw=str(year), start=year, end=year)
        if year
        else Timeframe(),
        output=draw(maybe),
        continues=draw(st.lists(activities, max_size=2, unique=True)),
        proposed_by=base.proposed_by or CountryCode("VN"),
        remarks=draw(maybe),
        extras=(),
    )


@st.composite
def stances(draw: st.DrawFn, number: int, language: str) -> AgendaStance:
    base = evolve(draw(model.agenda_stances), cleared_by=draw(maybe))
    return evolve(
        base,
        number=f"{number}.1",
        item=draw(text(language)),
        reasons=draw(pieces(language, base, inside=True)),
        talking_points=draw(pieces(language, base, inside=False)),
        wording=draw(pieces(language, base, inside=False)),
        fallback=draw(pieces(language, base, inside=True)),
        speaker=draw(maybe),
        evidence=draw(st.lists(activities, max_size=2, unique=True)),
        extras=(),
    )


@st.composite
def asks(draw: st.DrawFn, language: str) -> Ask:
    base = draw(model.asks.filter(lambda ask: ask.to.kind != "partner"))
    piece = evolve(base.text, text=draw(text(language)), cleared_by=draw(maybe))
    return evolve(base, to=evolve(base.to, name=""), text=piece, extras=(), origins=())


groups = st.sampled_from(
    [
        (),
        (Disaggregation(by="sex", group="nữ"),),
        (
            Disaggregation(by="sex", group="nam"),
            Disaggregation(by="sector", group="dệt may"),
        ),
    ]
)


@st.composite
def indicators(draw: st.DrawFn, number: int, language: str) -> Indicator:
    base = draw(model.indicators)
    references = draw(places())
    targets = st.builds(
        Target, year=st.integers(2024, 2030), value=numbers, group=groups
    )
    readings = st.builds(
        Reading,
        when=moments,
        value=numbers | st.sampled_from(Absence),
        numerator=st.none() | numbers,
        denominator=st.none() | numbers.filter(bool),
        group=groups,
    )
    bases = st.builds(Reading, when=st.none() | moments, value=numbers, group=groups)
    drawn = draw(st.lists(bases, max_size=3, unique_by=lambda r: r.group))
    return evolve(
        base,
        id=IndicatorId(f"VN:I{number}"),
        number=f"I{number}",
        name=draw(text(language)),
        framework=PROGRAMME,
        references=references,
        node=references[-1].node if references else None,
        activities=(),
        country=CountryCode("VN"),
        unit=draw(st.sampled_from(["", "người", "việc làm"])),
        baseline=next((b for b in drawn if not b.group), None),
        group_baselines=[b for b in drawn if b.group],
        targets=sorted(
            draw(st.lists(targets, max_size=3, unique_by=lambda t: (t.year, t.group))),
            key=lambda target: target.year,
        ),
        readings=sorted(
            draw(st.lists(readings, max_size=3, unique_by=lambda r: (r.when, r.group))),
            key=lambda reading: (reading.when.end, reading.when.start),
        ),
        sources=[Source(address="https://example.org/survey", title=draw(letters))],
        remarks=draw(maybe),
        extras=(),
    )


PARTIES = ("leads", "co_leads", "partners")
PIECES = ("rationale", "reasons", "talking_points", "wording", "fallback")
MEASURES = ("targets", "readings", "group_baselines")


def without_origins(record: Any) -> Any:
    """Leave out where a record was read, which no two files share."""
    changed: dict[str, Any] = {"origins": ()}
    if hasattr(record, "extras"):
        changed["extras"] = tuple(evolve(e, cell="A1") for e in record.extras)
    if hasattr(record, "origin"):
        changed["origin"] = None
    if isinstance(record, Ask):
        changed["text"] = evolve(record.text, origin=None)
    for key in (*PIECES, *MEASURES):
        if hasattr(record, key):
            changed[key] = tuple(evolve(p, origin=None) for p in getattr(record, key))
    if getattr(record, "baseline", None):
        changed["baseline"] = evolve(record.baseline, origin=None)
    return evolve(record, **changed)


def plain(record: Any) -> Any:
    """Leave out origins, how words of lists were spelt, and ids made by intake."""
    changed: dict[str, Any] = {}
    if isinstance(record, Ask):
        changed["to"] = evolve(record.to, name="")
    if isinstance(record, Indicator):
        changed["id"] = IndicatorId("VN:")
        # Of one day the groups come in the order of the rows.
        changed["targets"] = sorted(record.targets, key=_told)
        changed["readings"] = sorted(record.readings, key=_told)
    for key in PARTIES:
        if hasattr(record, key):
            changed[key] = tuple(evolve(p, name="") for p in getattr(record, key))
    if hasattr(record, "references"):
        changed["references"] = tuple(evolve(r, words="") for r in record.references)
    return without_origins(evolve(record, **changed))


def _told(measure: Target | Reading) -> str:
    """Sort what is told of one time by its groups."""
    return repr(evolve(measure, origin=None))


@SLOW
@given(data=st.data())
@languages
def test_proposals(
    language: str, data: st.DataObject, round_trip: Callable[..., Any]
) -> None:
    sent = [
        data.draw(proposals(n, language)) for n in range(data.draw(st.integers(1, 3)))
    ]
    twice = round_trip("proposals", {"proposals": sent}, language=language)
    first, second = twice.first.proposals, twice.second.proposals
    assert [*map(plain, first)] == [*map(plain, sent)]
    assert [*map(without_origins, second)] == [*map(without_origins, first)]


@SLOW
@given(data=st.data())
@languages
def test_positions(
    language: str, data: st.DataObject, round_trip: Callable[..., Any]
) -> None:
    count = data.draw(st.integers(1, 3))
    agenda = [data.draw(stances(n, language)) for n in range(count)]
    asked = [data.draw(asks(language)) for _ in range(count)]
    records = {"agenda": agenda, "asks": asked}
    twice = round_trip("position", records, language=language)
    first, second = twice.first, twice.second
    assert [*map(plain, first.agenda)] == [*map(plain, agenda)]
    assert [*map(without_origins, second.agenda)] == [
        *map(without_origins, first.agenda)
    ]
    assert [*map(plain, first.asks)] == [*map(plain, asked)]
    assert [*map(without_origins, second.asks)] == [*map(without_origins, first.asks)]


@SLOW
@given(data=st.data())
@languages
def test_indicators(
    language: str, data: st.DataObject, round_trip: Callable[..., Any]
) -> None:
    count = data.draw(st.integers(1, 3))
    sent = [data.draw(indicators(n, language)) for n in range(count)]
    twice = round_trip("progress", {"indicators": sent}, language=language)
    first, second = twice.first.indicators, twice.second.indicators
    assert [*map(plain, first)] == [*map(plain, sent)]
    assert [*map(without_origins, second)] == [*map(without_origins, first)]
