"""What is asked of a scorer."""

from datetime import date
from functools import cached_property

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.model.framework import Framework
from almwp.model.ids import BodyId, CountryCode, FrameworkId
from almwp.model.manifest import Manifest
from almwp.model.moment import Moment
from almwp.model.policy import Policy
from almwp.model.score import ScopeKind
from almwp.model.source import Statement
from almwp.model.text import Text


@frozen(kw_only=True, slots=False)
class Question:
    """What is asked of a scorer.

    Attributes:
        framework: The framework by which to roll up; None for no framework.
        plans_under: Ids of the plans that stand under the framework; activities that
            report on one of them belong to it.
        by: By what to tell scores apart, beside the programme as a whole.
        as_of: The day as of which to answer; None for the newest reports.
        countries: Names of the countries that may occur.
        bodies: Names of the bodies that may occur.
        remarks: What must be said with the answer.
        manifest: From what the activities came.
        policy: The choices on which the answer is to rest.
    """

    framework: Framework | None = None
    plans_under: tuple[FrameworkId, ...] = field(default=(), converter=frozen_items)
    by: tuple[ScopeKind, ...] = field(
        default=(ScopeKind.OUTCOME,), converter=frozen_items
    )
    as_of: Moment | None = None
    countries: tuple[tuple[CountryCode, Text], ...] = field(
        default=(), converter=frozen_items
    )
    bodies: tuple[tuple[BodyId, Text], ...] = field(default=(), converter=frozen_items)
    remarks: tuple[Statement, ...] = field(default=(), converter=frozen_items)
    manifest: Manifest = Manifest()
    policy: Policy = Policy()

    @cached_property
    def plans(self) -> frozenset[FrameworkId]:
        """The framework and the plans under it; none where there is no framework."""
        if self.framework is None:
            return frozenset()
        return frozenset((self.framework.id, *self.plans_under))

    @property
    def day(self) -> date | None:
        """The last day of the time that is asked about; None for the newest reports."""
        return self.as_of.end if self.as_of else None
