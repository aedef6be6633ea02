"""Alignment: which activity serves which plans, each activity counted once."""

from attrs import field, frozen

from almwp.model.activity import ActivityLevel
from almwp.model.fields import frozen_items
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.moment import Period
from almwp.model.overlap import LookAlike
from almwp.model.source import Basis
from almwp.model.text import Text


@frozen(kw_only=True)
class Service:
    """That an activity serves a plan.

    Attributes:
        framework: The plan.
        nodes: The parts of it that are named; empty for the plan as a whole.
        number: The activity's number in that plan.
        basis: On what the link stands; of several the weakest.
        through: The plan that is named and stands under this one; None where this
            plan itself is named.
    """

    framework: FrameworkId
    nodes: tuple[NodeId, ...] = field(default=(), converter=frozen_items)
    number: str = ""
    basis: Basis = Basis.REPORTED
    through: FrameworkId | None = None


@frozen(kw_only=True)
class AlignedActivity:
    """An activity and the plans that it serves.

    Attributes:
        id: The activity.
        title: Its title.
        services: Each plan once: those named first, then those above them.
    """

    id: ActivityId
    title: Text
    services: tuple[Service, ...] = field(default=(), converter=frozen_items)

    @property
    def named(self) -> tuple[Service, ...]:
        """The plans that it names itself."""
        return tuple(service for service in self.services if service.through is None)


@frozen(kw_only=True)
class PlanPart:
    """A part of a plan, and what serves it.

    Attributes:
        node: The part.
        level: Id of its level.
        level_name: What the plan calls that level.
        number: Its number, empty where not public.
        title: Its title.
        activities: Activities that name it, or a part below it and none beside it.
        inferred: Those of them of which no report says so: they name a part that is
            only inferred to stand below this one, or were placed there by inference.
        is_sure: Whether the list of that level is known to be complete.
        may_serve: Activities that name the plan and no part on this level or below:
            they may serve this part as well.
    """

    node: NodeId
    level: str
    level_name: Text
    number: str = ""
    title: Text
    activities: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    inferred: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    is_sure: bool = False
    may_serve: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)

    @property
    def is_gap(self) -> bool:
        """Whether no activity is known to serve it."""
        return not self.activities


@frozen(kw_only=True)
class AlignedPlan:
    """A plan, and what serves it.

    Attributes:
        framework: The plan.
        title: Its title.
        reach: Whether it is of the region, of one country, or between a few.
        period: Its years.
        is_known: Whether its text or its outline is known here at all.
        named_by: Activities that name it.
        through: Activities that only name a plan under it.
        parts: Its parts that are known, each with what serves it.
    """

    framework: FrameworkId
    title: Text
    reach: ActivityLevel = ActivityLevel.REGIONAL
    period: Period | None = None
    is_known: bool = True
    named_by: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    through: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    parts: tuple[PlanPart, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Crossing:
    """Activities that serve a part of the programme under review and another plan."""

    node: NodeId
    framework: FrameworkId
    activities: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Alignment:
    """What serves what, over all plans that are named.

    Attributes:
        framework: The programme under review; None where none is known.
        country: The country whose alignment it is; None for all.
        plans: The plans: the programme under review first, then by reach and id.
        activities: Every activity once, with the plans that it serves.
        withdrawn: Activities that were withdrawn, and therefore left out.
        serving_several: Activities that serve several plans side by side.
        alike_elsewhere: Activities that look alike and name different plans: two
            plans may pay for the same thing.
        without_plan: Activities that name no plan that is understood.
        crossings: Where the programme under review and another plan meet.
    """

    framework: FrameworkId | None = None
    country: CountryCode | None = None
    plans: tuple[AlignedPlan, ...] = field(default=(), converter=frozen_items)
    activities: tuple[AlignedActivity, ...] = field(default=(), converter=frozen_items)
    withdrawn: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    serving_several: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    alike_elsewhere: tuple[LookAlike, ...] = field(default=(), converter=frozen_items)
    without_plan: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    crossings: tuple[Crossing, ...] = field(default=(), converter=frozen_items)
