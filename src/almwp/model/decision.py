"""Decisions of people about what submissions contradict or leave open."""

from enum import StrEnum

import attrs
from attrs import frozen

from almwp.model.fields import frozen_items, is_filled, texts


class DecisionKind(StrEnum):
    """On what was decided.

    ``value``: which of several values of a field stands.  ``pair``: whether two
    activities are one.  ``version``: which of two files of one sender counts.
    ``owner``: which institution carries an activity today.
    """

    VALUE = "value"
    PAIR = "pair"
    VERSION = "version"
    OWNER = "owner"


SAME, DIFFERENT = "same", "different"
"""What can be decided of two activities."""

BOTH = "both"
"""Decides that two files both count; else the one that is named does."""


@frozen(kw_only=True)
class ActivityName:
    """An activity, or an indicator, as a decision names it.

    Attributes:
        id: An id under which it was sent, or that of the plan.
        title: One of its titles; empty where the id tells enough.
    """

    id: str = attrs.field(validator=is_filled)
    title: str = ""


@frozen(kw_only=True)
class FileName:
    """A file as a decision names it.

    Attributes:
        name: Its name without its folder.
        sha256: The beginning of its fingerprint; empty where the name tells enough.
    """

    name: str = attrs.field(validator=is_filled)
    sha256: str = ""


@frozen(kw_only=True)
class Decision:
    """What a person decided, who it was and why.

    Attributes:
        kind: On what it was decided.
        activities: The activity; of a pair, both.
        files: The two files, for a version.
        field: Key of the field, for a value.
        about: The matter within the field, such as the day of a report.
        country: Whose institution it is, for an owner.
        among: The values there were when it was decided; empty where not told.
        take: What was chosen.
        because: Why.
        by: Who decided.
    """

    kind: DecisionKind
    activities: tuple[ActivityName, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    files: tuple[FileName, ...] = attrs.field(default=(), converter=frozen_items)
    field: str = ""
    about: str = ""
    country: str = ""
    among: tuple[str, ...] = attrs.field(default=(), converter=texts)
    take: str = attrs.field(validator=is_filled)
    because: str = ""
    by: str = ""

    @property
    def order(self) -> tuple[object, ...]:
        """By what decisions are sorted; equal for equal decisions only."""
        return (
            self.kind.value,
            tuple((name.id, name.title) for name in self.activities),
            tuple((name.name, name.sha256) for name in self.files),
            *(self.field, self.about, self.country, self.among),
            *(self.take, self.because, self.by),
        )


class WhyUnfit(StrEnum):
    """Why a decision was not applied."""

    NAMES_NOTHING = "names nothing"
    NAMES_SEVERAL = "names several"
    NOT_OPEN = "not open"
    VALUES_CHANGED = "values changed"
    NOT_OFFERED = "not offered"
    CONTRADICTED = "contradicted"


@frozen(kw_only=True)
class UnfitDecision:
    """A decision that was not applied, and why.

    Attributes:
        decision: The decision.
        why: Why it was not applied.
        found: What stands there instead, in words.
    """

    decision: Decision
    why: WhyUnfit
    found: str = ""
