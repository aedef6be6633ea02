"""Compare two versions of a plan: what was added, withdrawn and revised."""

from almwp.model.workplan import WorkPlan
from almwp.plan.comparison import (
    Comparison,
    LikelyRename,
    Listing,
    RecordKind,
    Revision,
)
from almwp.plan.comparisonactivities import is_withdrawn
from almwp.plan.comparisonfields import changes_of
from almwp.plan.comparisonlisting import Listed, listed_in
from almwp.plan.comparisonmatching import match
from almwp.plan.comparisonrenames import likely_renames
from almwp.plan.comparisonsuspicions import order_of_versions, suspicions_in


def compare(old: WorkPlan, new: WorkPlan) -> Comparison:
    """Return what changed from *old* to *new*.

    Rows that were moved are no change.  A record that is not listed any more and one
    that is reported as withdrawn are two things: the first is among those that are
    gone, the second among those that were revised.
    """
    before, after = listed_in(old), listed_in(new)
    added: list[Listing] = []
    removed: list[Listing] = []
    revised: list[Revision] = []
    renamed: list[LikelyRename] = []
    suspicions = list(order_of_versions(old, new))
    unchanged = []
    for kind in RecordKind:
        matched = match(before.get(kind, ()), after.get(kind, ()))
        added += [listed.listing for listed in matched.added]
        removed += [listed.listing for listed in matched.removed]
        own = [r for pair in matched.pairs if (r := _revision(*pair))]
        revised += own
        unchanged.append((kind, len(matched.pairs) - len(own)))
        renamed += likely_renames(matched.removed, matched.added)
        suspicions += suspicions_in(kind, matched)
    return Comparison(
        added=added,
        removed=removed,
        revised=revised,
        unchanged=unchanged,
        renamed=renamed,
        suspicions=suspicions,
    )


def _revision(old: Listed, new: Listed) -> Revision | None:
    changes = changes_of(old, new)
    if not changes:
        return None
    withdrawn = (
        new.kind is RecordKind.ACTIVITY
        and is_withdrawn(new.record)
        and not is_withdrawn(old.record)
    )
    return Revision(
        old=old.listing,
        new=new.listing,
        changes=[change for change in changes if not change.is_writing],
        writing=[change for change in changes if change.is_writing],
        is_withdrawn=withdrawn,
    )
