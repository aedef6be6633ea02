"""What may take up the activities of a programme, and which of it counts."""

from collections.abc import Mapping

from attrs import field, frozen

from almwp.errors import Translate, in_english
from almwp.model.activity import Activity
from almwp.model.folding import fold
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.position import Proposal
from almwp.plan.carryoverproposals import ActivityNames, SentProposal
from almwp.workflow.carryovercrosswalk import CheckedSuccessions
from almwp.workflow.carryoverperiods import Periods


@frozen(kw_only=True, eq=False)
class Taking:
    """What may take up activities of the earlier programme.

    Attributes:
        carried: The activities of the earlier programme.
        ids: Their ids.
        others: All other activities of the files.
        proposals: Each proposal once.
        crosswalk: The crosswalk, and what is doubtful in it.
        numbers: Activities of the earlier programme by their folded numbers.
        names: The ids under which activities were reported.
        periods: The two periods.
        to: The next programme.
        translate: Into the language of the reasons.
        language: That language.
    """

    carried: tuple[Activity, ...]
    ids: frozenset[ActivityId]
    others: tuple[Activity, ...] = ()
    proposals: tuple[SentProposal, ...] = ()
    crosswalk: CheckedSuccessions = field(factory=CheckedSuccessions)
    numbers: Mapping[str, tuple[ActivityId, ...]] = field(factory=dict)
    names: ActivityNames
    periods: Periods
    to: Framework
    translate: Translate = in_english
    language: str = "en"

    def is_for_next(self, proposal: Proposal) -> bool:
        """Say whether *proposal* is for the next period; one that does not say is.

        A draft under another id is the next programme as well: one of the same kind,
        or from which the crosswalk leads on.
        """
        named = proposal.framework
        if named is None or named in self.periods.new:
            return True
        known = self.periods.plans.get(named)
        if known is None or known.period is None or self.periods.first is None:
            return False
        leads_on = any(
            each.old_framework == named and each.new_framework in self.periods.new
            for each in self.crosswalk.every
        )
        is_late = known.period.first >= self.periods.first
        return is_late and (leads_on or known.kind == self.to.kind)

    def named(self, name: str) -> tuple[ActivityId, ...]:
        """Return the activities of the earlier programme that may be meant by an id."""
        return tuple(each for each in self.names.named(name) if each in self.ids)

    def numbered(self, name: str, framework: FrameworkId) -> tuple[ActivityId, ...]:
        """Return the activities with a number that was typed without its sender."""
        known = self.periods.plans.get(framework)
        if ":" in name or (known and known.node(NodeId(name))):
            return ()
        return self.numbers.get(fold(name), ())

    def of_next(self, activity: Activity) -> bool:
        """Say whether *activity* is one of the next programme already."""
        return any(r.framework in self.periods.new for r in activity.references)
