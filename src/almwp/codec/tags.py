"""Unions whose members look alike in JSON, and the tags that tell them apart.

The classes are named, not imported: whoever reads a framework needs no reports.
"""

from collections.abc import Mapping
from types import MappingProxyType, NoneType

from attrs import frozen


@frozen(kw_only=True)
class Tags:
    """How the members of one union are told apart.

    Attributes:
        key: The key that holds the tag, such as ``block``.
        classes: The class for each tag.
    """

    key: str
    classes: Mapping[str, type]


UNIONS: tuple[tuple[str, Mapping[str, str]], ...] = (
    (
        "block",  # the blocks of a report
        MappingProxyType(
            {
                "heading": "almwp.model.report.Heading",
                "paragraph": "almwp.model.report.Paragraph",
                "bullets": "almwp.model.report.Bullets",
                "table": "almwp.model.report.Table",
                "figure": "almwp.model.figures.Figure",
                "timeline": "almwp.model.figures.Timeline",
                "grid": "almwp.model.figures.Grid",
                "target-path": "almwp.model.figures.TargetPath",
                "flow": "almwp.model.figures.Flow",
                "note": "almwp.model.report.Note",
                "pair": "almwp.model.report.Pair",
            }
        ),
    ),
    (
        "block",  # those that stand side by side in two languages
        MappingProxyType(
            {
                "paragraph": "almwp.model.report.Paragraph",
                "bullets": "almwp.model.report.Bullets",
                "note": "almwp.model.report.Note",
            }
        ),
    ),
    (
        "of",  # the objects from which reports are made
        MappingProxyType(
            {
                "national-position": "almwp.model.nationalposition.NationalPosition",
                "scorecard": "almwp.model.score.Scorecard",
                "work-plan": "almwp.model.workplan.WorkPlan",
                "overlaps": "almwp.model.overlap.Overlaps",
                "alignment": "almwp.model.alignment.Alignment",
            }
        ),
    ),
)
"""The unions: the key of the tag, and for each tag the name of its class."""


def tags_of(members: tuple[object, ...]) -> Tags | None:
    """Return how the classes of a union are told apart; None for other unions."""
    classes = {
        f"{member.__module__}.{member.__qualname__}": member
        for member in members
        if isinstance(member, type) and member is not NoneType
    }
    for key, names in UNIONS:
        if set(names.values()) == set(classes):
            tagged = {tag: classes[name] for tag, name in names.items()}
            return Tags(key=key, classes=MappingProxyType(tagged))
    return None
