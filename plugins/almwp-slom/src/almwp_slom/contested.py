"""Which fields of which activities the files contradict each other on."""

from collections.abc import Mapping
from datetime import date

from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.workplan import Conflict, WorkPlan
from almwp.scoring.states import KnownState, known_state, told_state

Contested = Mapping[ActivityId, frozenset[str]]
"""Keys of the contested fields of each activity that has any."""

NONE: frozenset[str] = frozenset()


def contested_fields(plan: WorkPlan, day: date | None) -> Contested:
    """Return what of *plan* must not stand in a paper as a plain fact.

    A state is contested only if the one that the paper would tell is: that two files
    differ on 2022 takes nothing from a report of 2024.

    Args:
        plan: What the files say together.
        day: The day as of which the paper tells progress; None for the newest reports.
    """
    found: dict[ActivityId, set[str]] = {}
    states: dict[ActivityId, list[Conflict]] = {}
    for conflict in plan.conflicts:
        if conflict.field == "status":
            states.setdefault(conflict.activity, []).append(conflict)
        else:
            found.setdefault(conflict.activity, set()).add(conflict.field)
    for activity in plan.activities:
        if _is_state_contested(activity, states.get(activity.id, []), day):
            found.setdefault(activity.id, set()).add("status")
    return {activity: frozenset(keys) for activity, keys in found.items()}


def _is_state_contested(
    activity: Activity, conflicts: list[Conflict], day: date | None
) -> bool:
    known = known_state(activity, day)
    if known.rivals:
        return True
    return any(_is_about(conflict, known) for conflict in conflicts)


def _is_about(conflict: Conflict, known: KnownState) -> bool:
    """Say whether *conflict* may be about the state that counts."""
    if known.report is None or told_state(known.report) is None:
        return False
    # A claim that does not tell its cell may be about any time.
    return any(c.origin in (None, known.report.origin) for c in conflict.claims)
