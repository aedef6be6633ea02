"""When an activity takes place: the words, and what was understood of them."""

from enum import StrEnum

from attrs import field, frozen

from almwp.model.fields import frozen_items, squeeze
from almwp.model.moment import Moment


class Recurrence(StrEnum):
    """How often an activity comes back.  Recurrence is not a status."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    ANNUAL = "annual"
    BIENNIAL = "biennial"
    REGULAR = "regular"


@frozen(kw_only=True)
class Edition:
    """One holding of a recurring activity, such as the 9th conference in 2022."""

    label: str
    when: Moment | None = None


@frozen(kw_only=True)
class Timeframe:
    """When an activity takes place.

    Attributes:
        raw: The words of the cell; a status that stood among them is in an
            observation.
        start: When it begins, as precisely as stated.
        end: When it ends; equal to *start* where only one moment was given.
        recurrence: How often it comes back, where that was said.
        editions: Its dated holdings.

    Raises:
        ValueError: It ends before it begins.
    """

    raw: str = field(default="", converter=squeeze)
    start: Moment | None = None
    end: Moment | None = None
    recurrence: Recurrence | None = None
    editions: tuple[Edition, ...] = field(default=(), converter=frozen_items)

    def __attrs_post_init__(self) -> None:
        if self.start and self.end and self.end.end < self.start.start:
            raise ValueError(f"a time frame does not end before it begins: {self.raw}")

    @property
    def is_understood(self) -> bool:
        """Whether anything was understood beyond the words."""
        return bool(self.start or self.end or self.recurrence or self.editions)

    def __str__(self) -> str:
        return self.raw
