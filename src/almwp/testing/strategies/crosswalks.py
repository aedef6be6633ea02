"""Strategies for what a framework says beside its nodes: indicators, successions."""

from hypothesis import strategies as st

from almwp.catalogue.successioncontradictions import clashes
from almwp.catalogue.successionshape import SHAPES, Count
from almwp.model.framework import Succession, SuccessionKind
from almwp.model.ids import FrameworkId, IndicatorId, NodeId
from almwp.model.indicator import Direction, IndicatorKind
from almwp.model.programmeindicator import ProgrammeIndicator
from almwp.testing.strategies.facts import bases, moments, node_ids, sources, years
from almwp.testing.strategies.words import titles, words

BEFORE = FrameworkId("MADE-UP-BEFORE")
"""The framework before, of which nobody knows the nodes."""
_few_sources = st.lists(sources, max_size=1)


@st.composite
def indicators_of(
    draw: st.DrawFn, known: tuple[NodeId, ...]
) -> tuple[ProgrammeIndicator, ...]:
    """Draw the indicators that a framework with these nodes sets."""
    whole = st.none() | st.integers(0, 10**6)
    follows = st.none() | st.sampled_from(known) if known else st.none()
    return tuple(
        ProgrammeIndicator(
            id=IndicatorId(f"I{place}"),
            number=draw(words),
            name=draw(titles),
            node=draw(follows),
            unit=draw(words),
            direction=draw(st.none() | st.sampled_from(Direction)),
            kind=draw(st.none() | st.sampled_from(IndicatorKind)),
            baseline=draw(whole),
            baseline_when=draw(st.none() | moments),
            target=draw(whole),
            target_year=draw(st.none() | years),
            basis=draw(bases),
            sources=draw(_few_sources),
            note=draw(words),
        )
        for place in range(draw(st.integers(0, 2)))
    )


@st.composite
def successions_into(
    draw: st.DrawFn, framework: FrameworkId, known: tuple[NodeId, ...]
) -> tuple[Succession, ...]:
    """Draw links from a framework before to the nodes of *framework*, all at peace."""
    made: list[Succession] = []
    for _ in range(draw(st.integers(0, 2))):
        possible = [k for k in SuccessionKind if SHAPES[k]["new"].least <= len(known)]
        kind = draw(st.sampled_from(possible))
        made.append(
            Succession(
                kind=kind,
                old_framework=BEFORE,
                new_framework=framework,
                old=draw(_some(node_ids, SHAPES[kind]["old"], 5)),
                new=draw(_some(st.sampled_from(known), SHAPES[kind]["new"], len(known)))
                if known and SHAPES[kind]["new"].most != 0
                else (),
                basis=draw(bases),
                sources=draw(_few_sources),
                note=draw(words),
            )
        )
    against = {clash.place for clash in clashes(made)}
    return tuple(each for place, each in enumerate(made) if place not in against)


def _some(
    nodes: st.SearchStrategy[NodeId], takes: Count, there: int
) -> st.SearchStrategy[list[NodeId]]:
    most = there if takes.most is None else takes.most
    return st.lists(
        nodes, min_size=takes.least, max_size=max(most, takes.least), unique=True
    )
