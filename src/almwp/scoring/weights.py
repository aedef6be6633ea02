"""How much a part weighs by the policy; a weight that nobody knows stays unknown."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from almwp.model.activity import Activity
from almwp.model.framework import Framework
from almwp.model.moment import Moment
from almwp.model.policy import Policy, Weighting
from almwp.model.score import Scope
from almwp.scoring import weightwords as words
from almwp.scoring.budgets import amount_of
from almwp.scoring.frameworkweights import framework_weights
from almwp.scoring.weightwords import Weight
from almwp.scoring.wording import because

_ONE = Weight(value=Fraction(1))


def weighed(
    activities: Iterable[Activity],
    policy: Policy,
    framework: Framework | None,
    scope: Scope,
    as_of: Moment | None = None,
) -> Mapping[str, Weight]:
    """Return how much each of *activities* weighs in *scope* by *policy*.

    Args:
        activities: Those that count in it.
        policy: By what they weigh.
        framework: The framework whose weights may count.
        scope: What their mean or share is to speak of.
        as_of: When; the framework is taken as it stood then.
    """
    if policy.weights is Weighting.EQUAL:
        return dict.fromkeys([a.id for a in activities], _ONE)
    standing: dict[str, Activity] = {a.id: a for a in activities}
    if policy.weights is Weighting.FRAMEWORK:
        return framework_weights(standing, framework, scope, as_of)
    return told_weights({a: (of,) for a, of in standing.items()}, policy)


def weights_of(
    followed: Mapping[str, Iterable[Activity]], policy: Policy
) -> Mapping[str, Fraction | None]:
    """Return the weight of each part by *policy*; None where nobody knows it."""
    return {part: w.value for part, w in told_weights(followed, policy).items()}


def told_weights(
    followed: Mapping[str, Iterable[Activity]], policy: Policy
) -> Mapping[str, Weight]:
    """Return the weight of each part by *policy*, or why nobody knows it.

    By budget, a part weighs what the activities cost that it follows.  If one budget
    is missing or unclear, that weight is not known; if budgets are in several
    currencies, none is, as they cannot be compared.  What the framework gives depends
    on what a score speaks of; see :func:`almwp.scoring.frameworkweights`.

    Args:
        followed: Id of each part and its activities.
        policy: By what parts weigh.
    """
    match policy.weights:
        case Weighting.EQUAL:
            return dict.fromkeys(followed, _ONE)
        case Weighting.GIVEN:
            listed = {each.id: Weight(value=each.weight) for each in policy.given}
            unknown = Weight(why=because(words.NOT_GIVEN))
            return {part: listed.get(part, unknown) for part in followed}
        case Weighting.BUDGET:
            return _by_budget({part: tuple(of) for part, of in followed.items()})
        case Weighting.FRAMEWORK:
            return dict.fromkeys(followed, Weight(why=because(words.NO_FRAMEWORK)))


def _by_budget(
    followed: Mapping[str, tuple[Activity, ...]],
) -> Mapping[str, Weight]:
    amounts = {a.id: amount_of(a.budget) for each in followed.values() for a in each}
    currencies = sorted({known[0] for known in amounts.values() if known})
    if len(currencies) > 1:
        several = because(words.SEVERAL_CURRENCIES, currencies=", ".join(currencies))
        return dict.fromkeys(followed, Weight(why=several))
    found: dict[str, Weight] = {}
    for part, activities in followed.items():
        unclear = next((a for a in activities if amounts[a.id] is None), None)
        if unclear:
            found[part] = Weight(why=_not_clear(unclear))
        elif not activities:
            found[part] = Weight(why=because(words.NO_ACTIVITY))
        else:
            known = (amounts[a.id] for a in activities)
            found[part] = Weight(value=sum((k[1] for k in known if k), Fraction(0)))
    return found


def _not_clear(activity: Activity) -> str:
    """Say which budget cannot be used, and in which cell it stands."""
    if not activity.budget.strip():
        return because(words.NO_BUDGET, activity=activity.id)
    facts = {"budget": activity.budget, "activity": activity.id}
    cell = activity.origin_of("budget")
    if cell is None:
        return because(words.UNCLEAR_BUDGET, **facts)
    return because(words.UNCLEAR_BUDGET_AT, cell=cell, **facts)
