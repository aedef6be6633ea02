"""Groups of people in readings: who was told apart, and by what nobody was."""

from almwp.model.indicator import Disaggregation, Indicator

TOLD_APART = ("sex", "sector", "migrant status")
"""By what labour ministries tell readings apart, where it matters."""

Groups = tuple[Disaggregation, ...]
"""The groups of which one reading speaks, such as women in agriculture."""


def groups_of(indicator: Indicator) -> tuple[Groups, ...]:
    """Return the groups of which there are readings, in the order of their words."""
    found = dict.fromkeys(r.group for r in indicator.readings if r.group)
    return tuple(sorted(found, key=order_of))


def order_of(group: Groups) -> list[tuple[str, str]]:
    """Return by what groups are put in order."""
    return [(each.by, each.group) for each in group]


def not_told_apart(indicator: Indicator) -> tuple[str, ...]:
    """Return by what the readings of *indicator* are to be asked for.

    Nothing is asked of an indicator without any reading: that itself is asked for.
    """
    if not indicator.readings:
        return ()
    known = {each.by for group in groups_of(indicator) for each in group}
    return tuple(by for by in TOLD_APART if by not in known)
