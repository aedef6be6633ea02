"""What entries of the crosswalk that name activities say of them."""

from collections.abc import Iterator

from almwp.model.framework import Succession, SuccessionKind
from almwp.model.ids import ActivityId
from almwp.plan.carryover import ActivityFate, CarryOverReason, Evidence
from almwp.plan.carryoverdecision import SURE
from almwp.workflow.carryovertaking import Taking

_BY_SUCCESSION = {
    SuccessionKind.CONTINUES: ActivityFate.CONTINUES,
    SuccessionKind.SUCCEEDS: ActivityFate.SUCCEEDED,
    SuccessionKind.SPLITS_INTO: ActivityFate.SUCCEEDED,
    SuccessionKind.MERGES_INTO: ActivityFate.SUCCEEDED,
    SuccessionKind.CLOSED: ActivityFate.CLOSED,
}

Found = Iterator[tuple[ActivityId, CarryOverReason]]


def by_crosswalk(taking: Taking) -> Found:
    """Give what the crosswalk says of activities themselves, not of their areas."""
    for succession in taking.crosswalk.every:
        fate = _BY_SUCCESSION.get(succession.kind)
        if fate is None or succession.new_framework not in taking.periods.new:
            continue
        if succession.old_framework not in taking.periods.old:
            continue
        is_doubtful = succession in taking.crosswalk.doubtful
        later = () if is_doubtful else tuple(map(ActivityId, succession.new))
        for old in succession.old:
            meant = taking.named(old) or taking.numbered(old, succession.old_framework)
            is_sure = (
                taking.named(old) == meant
                and len(meant) == 1
                and succession.basis in SURE
                and not is_doubtful
            )
            for name in meant:
                yield (
                    name,
                    CarryOverReason(
                        evidence=Evidence.CROSSWALK,
                        speaks_for=fate,
                        is_sure=is_sure,
                        basis=succession.basis,
                        words=_of_entry(succession, is_sure, taking),
                        successors=later,
                        sources=succession.sources,
                    ),
                )


def _of_entry(succession: Succession, is_sure: bool, taking: Taking) -> str:
    """Say what an entry says, where it stands, and on what."""
    translate = taking.translate
    words = translate("the crosswalk ({entry}): {kind} {ids}").format(
        entry=taking.crosswalk.places[succession],
        kind=translate(succession.kind.value),
        ids=", ".join(succession.new),
    )
    told = words.rstrip()
    if succession.sources:
        sources = ", ".join(str(source) for source in succession.sources)
        told = translate("{said}; source: {sources}").format(said=told, sources=sources)
    if succession.basis not in SURE:
        basis = translate(succession.basis.value)
        told = translate("{said}; {basis}, so it only suggests").format(
            said=told, basis=basis
        )
    elif not is_sure:
        told = translate("{said}; doubtful, so it only suggests").format(said=told)
    return told
