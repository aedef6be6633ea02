"""Work plans: what many submissions say together, contradictions included."""

import attrs
from attrs import frozen

from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.indicator import Indicator
from almwp.model.source import Origin
from almwp.model.submission import Submission


@frozen(kw_only=True)
class Claim:
    """What one sender says in a conflict.

    Attributes:
        value: The value in words.
        owner: Who says so: country and institution.
        origin: The cell in which it stands.
    """

    value: str
    owner: str
    origin: Origin | None = None


@frozen(kw_only=True)
class Conflict:
    """Two senders say different things of the same activity or indicator.

    Both are kept; nothing is decided here.

    Attributes:
        activity: The activity; of an indicator, its id.
        field: Key of the field.
        claims: What each sender says, two or more.
    """

    activity: ActivityId
    field: str
    claims: tuple[Claim, ...] = attrs.field(converter=frozen_items)


@frozen(kw_only=True)
class WorkPlan:
    """What submissions say together.

    Attributes:
        framework: The framework to which most submissions report.
        activities: Every activity once.
        indicators: Every indicator once.
        submissions: What it was merged from.
        conflicts: Where the submissions contradict one another.
    """

    framework: FrameworkId | None = None
    activities: tuple[Activity, ...] = attrs.field(default=(), converter=frozen_items)
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=frozen_items)
    submissions: tuple[Submission, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    conflicts: tuple[Conflict, ...] = attrs.field(default=(), converter=frozen_items)
