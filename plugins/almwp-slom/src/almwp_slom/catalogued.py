"""Public sources of what a paper takes from the catalogue instead of from a cell."""

from collections.abc import Iterable, Iterator

from almwp.model.framework import Framework
from almwp.model.member import Member
from almwp.model.source import Source


def sources_of_plans(frameworks: Iterable[Framework]) -> Iterator[Source]:
    """Give where titles, years, outcomes and areas of *frameworks* were read."""
    for framework in frameworks:
        yield from framework.sources
        for node in (*framework.outcomes, *framework.priority_areas):
            yield from node.sources


def sources_of_members(members: Iterable[Member]) -> Iterator[Source]:
    """Give where it was read since when *members* are members."""
    for member in members:
        yield from member.sources


def distinct(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return *sources* in their order, each address once."""
    found: dict[str, Source] = {}
    for source in sources:
        found.setdefault(source.address, source)
    return tuple(found.values())
