"""The plans beside the programme under review, of which an alignment tells."""

from almwp.model.framework import Framework
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.workplan import WorkPlan
from almwp.plugins.registry import Plugins
from almwp.workflow.allframeworks import frameworks_known


def plans_beside(
    plan: WorkPlan,
    framework: Framework | None,
    country: CountryCode | None,
    plugins: Plugins,
) -> tuple[Framework, ...]:
    """Return the plans that activities name, those above them, and a country's own.

    A country's own plans are those of the same years as the programme under review
    that are its own or to which it is a party.  A plan of which nothing is known here
    is left out; the alignment names it by its id.

    Args:
        plan: What the submissions say together.
        framework: The programme under review.
        country: The country that asks; None for all.
        plugins: Those that are loaded.
    """
    known = frameworks_known(plugins)
    if framework:
        known = {**known, framework.id: framework}
    wanted = {
        reference.framework
        for activity in plan.activities
        for reference in activity.references
        if reference.framework
    }
    if framework:
        wanted.add(framework.id)
    if country is not None:
        wanted |= {
            own.id
            for own in known.values()
            if _is_of(own, country) and _meet(own, framework)
        }
    found: dict[FrameworkId, Framework] = {}
    waiting = sorted(wanted)
    while waiting:
        text = known.get(waiting.pop())
        if text and text.id not in found:
            found[text.id] = text
            waiting += [text.parent] if text.parent else []
    return tuple(found[name] for name in sorted(found))


def _is_of(framework: Framework, country: CountryCode) -> bool:
    parties = framework.parties
    return framework.country == country or any(p.is_country(country) for p in parties)


def _meet(one: Framework, other: Framework | None) -> bool:
    """Say whether two plans may run in the same years."""
    if other is None or one.period is None or other.period is None:
        return True
    first, second = sorted((one.period, other.period), key=lambda years: years.first)
    return first.last is None or second.first <= first.last
