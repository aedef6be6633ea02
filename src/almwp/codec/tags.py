"""Unions whose members look alike in JSON, and the tags that tell them apart."""

from collections.abc import Mapping
from types import MappingProxyType, NoneType

from attrs import frozen

from almwp.model.alignment import Alignment
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.overlap import Overlaps
from almwp.model.position import NationalPosition
from almwp.model.report import Bullets, Heading, Note, Pair, Paragraph, Table
from almwp.model.score import Scorecard
from almwp.model.workplan import WorkPlan


@frozen(kw_only=True)
class Tags:
    """How the members of one union are told apart.

    Attributes:
        key: The key that holds the tag, such as ``block``.
        classes: The class for each tag.
    """

    key: str
    classes: Mapping[str, type]


BLOCKS = Tags(
    key="block",
    classes=MappingProxyType(
        {
            "heading": Heading,
            "paragraph": Paragraph,
            "bullets": Bullets,
            "table": Table,
            "figure": Figure,
            "timeline": Timeline,
            "grid": Grid,
            "target-path": TargetPath,
            "flow": Flow,
            "note": Note,
            "pair": Pair,
        }
    ),
)
"""The blocks of a report."""

PAIRED = Tags(
    key="block",
    classes=MappingProxyType(
        {"paragraph": Paragraph, "bullets": Bullets, "note": Note}
    ),
)
"""The blocks that stand side by side in two languages."""

REPORT_SUBJECTS = Tags(
    key="of",
    classes=MappingProxyType(
        {
            "national-position": NationalPosition,
            "scorecard": Scorecard,
            "work-plan": WorkPlan,
            "overlaps": Overlaps,
            "alignment": Alignment,
        }
    ),
)
"""The objects from which reports are made."""

ALL = (BLOCKS, PAIRED, REPORT_SUBJECTS)


def tags_of(members: tuple[object, ...]) -> Tags | None:
    """Return how the classes of a union are told apart; None for other unions."""
    classes = {member for member in members if member is not NoneType}
    return next((t for t in ALL if classes == set(t.classes.values())), None)
