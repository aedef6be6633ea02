"""How much a part weighs by the policy; a weight that nobody knows stays unknown."""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from almwp.model.activity import Activity
from almwp.model.policy import Policy, Weighting

_AMOUNT = re.compile(
    r"(?P<before>[A-Z]{3})?\s*"
    r"(?P<amount>\d{1,3}(?:[, \u00a0]\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)"
    r"\s*(?P<after>[A-Z]{3})?"
)


def amount_of(budget: str) -> tuple[str, Fraction] | None:
    """Return the currency and the amount of a budget, or None where it is unclear.

    It is clear as three letters of a currency before or after one number, such as
    ``USD 25,000``; no currency of ASEAN has three decimals.
    """
    match = _AMOUNT.fullmatch(budget.strip())
    if match is None or bool(match["before"]) == bool(match["after"]):
        return None
    digits = re.sub(r"[, \u00a0]", "", match["amount"])
    return match["before"] or match["after"], Fraction(digits)


def weights_of(
    followed: Mapping[str, Iterable[Activity]], policy: Policy
) -> Mapping[str, Fraction | None]:
    """Return the weight of each part by *policy*; None where nobody knows it.

    By budget, a part weighs what the activities cost that it follows.  If one budget
    is missing or unclear, that weight is not known; if budgets are in several
    currencies, none is, as they cannot be compared.

    Args:
        followed: Id of each part and its activities.
        policy: By what parts weigh.
    """
    match policy.weights:
        case Weighting.EQUAL:
            return dict.fromkeys(followed, Fraction(1))
        case Weighting.GIVEN:
            given = {each.id: each.weight for each in policy.given}
            return {part: given.get(part) for part in followed}
        case Weighting.BUDGET:
            return _by_budget({part: tuple(of) for part, of in followed.items()})


def _by_budget(
    followed: Mapping[str, tuple[Activity, ...]],
) -> Mapping[str, Fraction | None]:
    amounts = {
        part: [amount_of(activity.budget) for activity in activities]
        for part, activities in followed.items()
    }
    currencies = {known[0] for each in amounts.values() for known in each if known}
    if len(currencies) > 1:
        return dict.fromkeys(followed)
    found: dict[str, Fraction | None] = {}
    for part, each in amounts.items():
        known = [amount[1] for amount in each if amount]
        is_known = bool(each) and len(known) == len(each)
        found[part] = sum(known, Fraction(0)) if is_known else None
    return found
