"""How much the activities of a line weigh, and which of them do not count in it."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from attrs import evolve, frozen

from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.policy import Weighting
from almwp.model.score import Part, Scope
from almwp.scoring.means import Counted
from almwp.scoring.question import Question
from almwp.scoring.shares import counted_part
from almwp.scoring.weights import weighed
from almwp.scoring.weightwords import Weight
from almwp.scoring.wording import because, joined

NO_WEIGHT = "the weight of {count} of {total} is not known"
BY_WEIGHT = "{reason}, each counted with its weight"


@frozen(kw_only=True)
class Weighing:
    """The weights of the activities that count in one line.

    Attributes:
        weights: Of each that counts.
        is_equal: Whether by the policy all weigh the same.
        is_plain: Whether every activity of the line counts too.
    """

    weights: Mapping[str, Weight]
    is_equal: bool = True
    is_plain: bool = False

    def counted(
        self, part: Part, bounds: tuple[Fraction, Fraction] | None = None
    ) -> Counted:
        """Return *part* with its weight; with none where it does not count.

        Args:
            part: The part.
            bounds: Between what its value lies; where it has none, it may be anything.
        """
        is_left_out = part.id not in self.weights
        return counted_part(self.weighed(part), bounds, is_left_out=is_left_out)

    def weighed(self, part: Part) -> Part:
        """Return *part* with its weight; with none where it does not count."""
        weight = self.weights.get(part.id)
        if weight is None:
            return evolve(part, weight=Fraction(0), is_left_out=True)
        if weight.why:
            reason = joined((part.reason, weight.why))
            return evolve(part, weight=weight.value, reason=reason)
        return part if self.is_equal else evolve(part, weight=weight.value)

    def reasons(self) -> Iterator[str]:
        """Tell how many weights nobody knows."""
        if self.is_equal:
            return
        unknown = sum(weight.value is None for weight in self.weights.values())
        if unknown:
            yield because(NO_WEIGHT, count=unknown, total=len(self.weights))

    def method(self, method: str) -> str:
        """Return *method*, with the word that weights differ where they do."""
        return method if self.is_equal else because(BY_WEIGHT, reason=method)


def weighing_of(
    activities: tuple[Activity, ...],
    left_out: Collection[ActivityId],
    question: Question,
    scope: Scope,
) -> Weighing:
    """Return how much *activities* weigh in *scope*, without those left out.

    Args:
        activities: Those that stand in the line.
        left_out: Ids of those that do not count, of this line or of any other.
        question: What is asked.
        scope: Of what the line speaks.
    """
    counted = activities
    if left_out:
        counted = tuple([a for a in activities if a.id not in left_out])
    policy = question.policy
    return Weighing(
        weights=weighed(counted, policy, question.framework, scope, question.as_of),
        is_equal=policy.weights is Weighting.EQUAL,
        is_plain=policy.weights is Weighting.EQUAL and len(counted) == len(activities),
    )
