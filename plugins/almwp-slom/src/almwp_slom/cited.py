"""Lists of which each point cites the cells in which it was read, and no others."""

from collections.abc import Iterable
from itertools import groupby

from almwp.model.report import Bullets
from almwp.model.source import Origin
from almwp_slom.setting import Setting

Point = tuple[str, tuple[Origin | None, ...]]
"""A point of a list, with the cells in which it was read."""


def cited(points: Iterable[Point], setting: Setting) -> tuple[Bullets, ...]:
    """Return *points* as lists: those of the same cells, that follow, are one."""
    allowed = [(words, setting.origins(*cells)) for words, cells in points]
    return tuple(
        Bullets(items=[words for words, _ in same], origins=cells)
        for cells, same in groupby(allowed, key=lambda point: point[1])
    )
