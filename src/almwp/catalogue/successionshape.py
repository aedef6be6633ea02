"""How many old and new nodes each kind of succession takes."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from almwp.codec.fault import Fault
from almwp.model.framework import Succession, SuccessionKind


@frozen
class Count:
    """How many nodes may be named.

    Attributes:
        least: At least so many.
        most: At most so many; None where there is no limit.
    """

    least: int
    most: int | None = None

    def __str__(self) -> str:
        if self.most is None:
            return f"{self.least} or more"
        return str(self.least)


SHAPES: Mapping[SuccessionKind, Mapping[str, Count]] = MappingProxyType(
    {
        SuccessionKind.CONTINUES: {"old": Count(1, 1), "new": Count(1, 1)},
        SuccessionKind.SUCCEEDS: {"old": Count(1), "new": Count(1)},
        SuccessionKind.SPLITS_INTO: {"old": Count(1, 1), "new": Count(2)},
        SuccessionKind.MERGES_INTO: {"old": Count(2), "new": Count(1, 1)},
        SuccessionKind.CLOSED: {"old": Count(1), "new": Count(0, 0)},
        SuccessionKind.NEW: {"old": Count(0, 0), "new": Count(1)},
    }
)
"""For each kind, how many nodes stand on either side."""


def misfits(succession: Succession) -> Iterator[tuple[str, int, Count]]:
    """Give each side with too few or too many nodes: how many, and what it takes."""
    sides = {"old": succession.old, "new": succession.new}
    for side, nodes in sides.items():
        takes, given = SHAPES[succession.kind][side], len(nodes)
        if given < takes.least or (takes.most is not None and given > takes.most):
            yield side, given, takes


def faults_of_shape(succession: Succession) -> tuple[Fault, ...]:
    """Return what is wrong with the sides of a succession, each with its key."""
    found = [
        Fault(side, f"'{succession.kind}' takes {takes} here; given: {given}")
        for side, given, takes in misfits(succession)
    ]
    for side, nodes in (("old", succession.old), ("new", succession.new)):
        if len(set(nodes)) < len(nodes):
            found.append(Fault(side, "a node is named twice"))
    # The adopted text may have the id of the draft whose topics it takes up.
    is_within_one = succession.old_framework == succession.new_framework
    if is_within_one and not set(succession.old).isdisjoint(succession.new):
        found.append(Fault("new", "a node of one framework succeeds itself"))
    return tuple(found)
