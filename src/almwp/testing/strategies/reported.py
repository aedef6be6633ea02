"""Strategies for activities as a country can report them in a form of almwp."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from almwp.catalogue.frameworks import framework
from almwp.model.absence import Absence
from almwp.model.activity import Activity, Extra, Observation, PlanReference, Status
from almwp.model.folding import compose
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.moment import Moment
from almwp.model.source import Basis, Source
from almwp.model.text import UNDETERMINED, Text
from almwp.model.timeframe import Edition, Recurrence, Timeframe
from almwp.testing.strategies.activities import activities, observations

PROGRAMME = FrameworkId("ALM-WP-2021-2025")
DAY = date(2025, 6, 30)
"""The day as of which every state is told."""
letters: st.SearchStrategy[str] = st.text(
    st.characters(categories=("Lu", "Ll"), max_codepoint=0x1EFF),
    min_size=4,
    max_size=14,
).map(lambda word: compose(f"{word} 7 việc"))
"""Words that mean nothing to almwp: no state, no month, no list."""
maybe: st.SearchStrategy[str] = st.just("") | letters


@st.composite
def reported(draw: st.DrawFn, number: int, language: str) -> Activity:
    """Draw an activity as a country can report it by a template."""
    base = draw(activities)
    title = {language: draw(letters)}
    for other in ("en", "vi", UNDETERMINED):
        if draw(st.booleans()) and _fits(other, language):
            title.setdefault(other, draw(letters))
    return evolve(
        base,
        id=ActivityId(f"VN:N{number}"),
        number=f"N{number}",
        title=Text.from_forms(title),
        other_titles=[Text.of(words, UNDETERMINED) for words in draw(_some(letters))],
        parts=[Text.of(words, language) for words in draw(_some(letters))],
        references=draw(placements()),
        kind=draw(maybe),
        leads=[evolve(p, name="") for p in _known(base.leads)],
        co_leads=[evolve(p, name="") for p in _known(base.co_leads)],
        partners=[evolve(p, name="") for p in _known(base.partners)],
        funders=[evolve(p, name="") for p in _known(base.funders)],
        bodies=tuple(dict.fromkeys(base.bodies)),
        budget=draw(maybe),
        timeframe=draw(times),
        place=draw(maybe),
        output=draw(maybe),
        remarks=draw(maybe),
        indicators=(),
        links=(),
        observations=draw(_some(reports(), most=1)),
        sources=[
            Source(address=f"https://example.org/{w}") for w in draw(_some(words))
        ],
        extras=[
            Extra(heading=f"Own column {n}", value=value, cell="A1")
            for n, value in enumerate(draw(_some(letters, most=2)))
        ],
        origins=(),
    )


words: st.SearchStrategy[str] = st.text(
    st.characters(codec="ascii", categories=["Ll"]), min_size=1, max_size=8
)


def _fits(other: str, language: str) -> bool:
    """Say whether titles in *other* have a column beside those in *language*."""
    return other != (UNDETERMINED if language == "vi" else "vi")


def _some(items: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[list[Any]]:
    return st.lists(items, max_size=most, unique_by=repr)


def _known(parties: Iterable[Any]) -> list[Any]:
    """Return parties that a cell can name, each once."""
    kept = {p.id: p for p in parties if p.kind != "partner"}
    return list(kept.values())


@st.composite
def placements(draw: st.DrawFn) -> tuple[PlanReference, ...]:
    """Draw where an activity stands in the programme, and in others."""
    basis, plan = draw(st.sampled_from(Basis)), framework(PROGRAMME)
    found = [
        PlanReference(
            framework=PROGRAMME, node=draw(st.sampled_from(nodes)).id, basis=basis
        )
        for nodes in (plan.outcomes, plan.priority_areas)
        if draw(st.booleans())
    ]
    if draw(st.booleans()):
        other = FrameworkId("OSHNET-WP-2021-2025")
        found.append(PlanReference(framework=other, words=other))
    if not any(reference.framework == PROGRAMME for reference in found):
        found.append(PlanReference(framework=PROGRAMME))
    return tuple(found)


TIMES = (
    Timeframe(),
    Timeframe(raw="2024", start=Moment.year(2024), end=Moment.year(2024)),
    Timeframe(raw="2021-2025", start=Moment.year(2021), end=Moment.year(2025)),
    Timeframe(
        raw="Q3/2024", start=Moment.parse("2024-Q3"), end=Moment.parse("2024-Q3")
    ),
    Timeframe(raw="ANNUALLY", recurrence=Recurrence.ANNUAL),
    Timeframe(raw="since 2023", start=Moment.year(2023)),
    Timeframe(raw="by 2025", end=Moment.year(2025)),
    Timeframe(raw="khi có kinh phí"),
)

editions: st.SearchStrategy[Edition] = st.builds(
    Edition, label=letters, when=st.none() | st.integers(2021, 2025).map(Moment.year)
)
times: st.SearchStrategy[Timeframe] = st.builds(
    evolve, st.sampled_from(TIMES), editions=st.lists(editions, max_size=2)
)


@st.composite
def reports(draw: st.DrawFn) -> Observation:
    """Draw a report as one row can tell it."""
    status = draw(st.sampled_from([*Status, *Absence]))
    report = draw(observations)
    is_blank = status is Absence.BLANK
    percents = st.just(Absence.NOT_DUE) | st.builds(
        Fraction, st.integers(0, 1000), st.just(1000)
    )
    return evolve(
        report,
        as_of=Moment.day(DAY),
        meeting="",
        status=status,
        word=draw(st.sampled_from(["", "hoãn", "cancelled"])) if is_blank else "",
        change=report.change,
        # A row without any word of its state reports nothing.
        percent=draw(percents if is_blank else percents | st.just(Absence.BLANK)),
        note="",
        basis=Basis.REPORTED,
    )


def without_places(activity: Activity) -> Activity:
    """Leave out where things were read, which no two files share, and how spelt."""
    parties: dict[str, Any] = {
        key: tuple(evolve(party, name="") for party in getattr(activity, key))
        for key in ("leads", "co_leads", "partners", "funders")
    }
    return evolve(
        activity,
        origins=(),
        observations=[
            evolve(
                without_its_places(o), word=o.word if o.status is Absence.BLANK else ""
            )
            for o in activity.observations
        ],
        references=[_plain(reference) for reference in activity.references],
        extras=[evolve(extra, cell="A1") for extra in activity.extras],
        **parties,
    )


def without_its_places(report: Observation) -> Observation:
    """Leave out where a report was read."""
    return evolve(
        report,
        origin=None,
        percent_origin=None,
        change_origin=None,
        as_of_origin=None,
    )


def _plain(reference: PlanReference) -> PlanReference:
    return evolve(reference, words="") if reference.node else reference
