"""The weight of a part, or in words why nobody knows it."""

from fractions import Fraction
from typing import Final

from attrs import frozen

UNKNOWN: Final = "its weight is not known: "
"""With what every sentence here begins."""

NOT_GIVEN: Final = "its weight is not known: the policy lists none for it"
NO_BUDGET: Final = "its weight is not known: {activity} states no budget"
NO_ACTIVITY: Final = "its weight is not known: it follows no activity with a budget"
UNCLEAR_BUDGET: Final = (
    "its weight is not known: the budget '{budget}' of {activity} is not clear"
)
UNCLEAR_BUDGET_AT: Final = (
    "its weight is not known: the budget '{budget}' of {activity} ({cell}) is not clear"
)
SEVERAL_CURRENCIES: Final = (
    "its weight is not known: the budgets are in {currencies}, which cannot be compared"
)
NO_FRAMEWORK: Final = "its weight is not known: there is no framework"
NO_NODE: Final = (
    "its weight is not known: it names no outcome or priority area of the framework"
)
NO_AREA: Final = "its weight is not known: it names no priority area of {node}"
NO_NODE_WEIGHT: Final = (
    "its weight is not known: the framework gives no weight for {node}"
)

SENTENCES: Final = (
    NOT_GIVEN, NO_BUDGET, NO_ACTIVITY, UNCLEAR_BUDGET, UNCLEAR_BUDGET_AT,
    SEVERAL_CURRENCIES, NO_FRAMEWORK, NO_NODE, NO_AREA, NO_NODE_WEIGHT,
)  # fmt: skip
"""All that says why, for those who tell it in another language."""


@frozen(kw_only=True)
class Weight:
    """How much a part weighs.

    Attributes:
        value: Its weight; None where nobody knows it.
        why: Why nobody knows it.
    """

    value: Fraction | None = None
    why: str = ""

    def times(self, share: Fraction | None, why: str) -> "Weight":
        """Return this weight within something that has a *share* of something more.

        Args:
            share: The share; None where nobody knows it.
            why: Why nobody knows it.
        """
        if share is None:
            return Weight(why=why)
        return self if self.value is None else Weight(value=self.value * share)

    def plus(self, other: "Weight") -> "Weight":
        """Return both weights together; if one is not known, the sum is not."""
        if self.value is None:
            return self
        if other.value is None:
            return other
        return Weight(value=self.value + other.value)
