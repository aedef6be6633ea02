"""Find successions that cannot all be true, and those that are told twice."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from attrs import frozen

from almwp.model.framework import Succession, SuccessionKind


class Contradiction(Enum):
    """How two successions do not go together."""

    CLOSED_AND_GOES_ON = auto()
    NEW_AND_SUCCEEDS = auto()
    TWICE = auto()


@frozen(kw_only=True)
class Clash:
    """Two successions that do not go together.

    Attributes:
        kind: How.
        place: Place of the later one.
        other: Place of the one before it.
        nodes: The nodes that are meant.
        is_old: Whether these are nodes of the earlier framework.
    """

    kind: Contradiction
    place: int
    other: int
    nodes: tuple[str, ...]
    is_old: bool = True


def clashes(successions: Iterable[Succession]) -> Iterator[Clash]:
    """Give what does not go together, each with the first that it contradicts.

    A node that is closed does not go on, what is new has no predecessor, and a link
    between the same nodes is told once.
    """
    links: dict[tuple[object, ...], int] = {}
    first: dict[tuple[str, str, bool], int] = {}
    for place, each in enumerate(successions):
        between = (each.old_framework, each.new_framework)
        link = (*between, frozenset(each.old), frozenset(each.new))
        if (other := links.setdefault(link, place)) != place:
            nodes = each.old or each.new
            yield Clash(
                kind=Contradiction.TWICE,
                place=place,
                other=other,
                nodes=nodes,
                is_old=bool(each.old),
            )
            continue
        ends = each.kind is SuccessionKind.CLOSED
        begins = each.kind is SuccessionKind.NEW
        sides = (
            (each.old, "|".join(between), ends, Contradiction.CLOSED_AND_GOES_ON),
            (each.new, each.new_framework, begins, Contradiction.NEW_AND_SUCCEEDS),
        )
        for nodes, side, is_end, kind in sides:
            for node in nodes:
                first.setdefault((f"{kind.name}|{side}", node, is_end), place)
                against = first.get((f"{kind.name}|{side}", node, not is_end))
                if against is not None:
                    yield Clash(
                        kind=kind,
                        place=place,
                        other=against,
                        nodes=(node,),
                        is_old=kind is Contradiction.CLOSED_AND_GOES_ON,
                    )
