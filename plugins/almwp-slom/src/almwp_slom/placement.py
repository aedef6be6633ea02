"""Which activity stands under which outcome of a programme, and on what basis."""

from collections.abc import Iterable

from attrs import frozen

from almwp.model.activity import Activity, PlanReference
from almwp.model.framework import Framework, Node, Role
from almwp.model.source import Basis

_UNSURE = (Basis.INFERRED, Basis.UNKNOWN)


@frozen(kw_only=True)
class Place:
    """Where one activity stands.

    Attributes:
        activity: The activity.
        outcome: Its outcome; None where none is stated.
        is_inferred: Whether nobody reported this outcome and it was deduced.
        others: Further outcomes to which it belongs.
    """

    activity: Activity
    outcome: Node | None = None
    is_inferred: bool = False
    others: tuple[Node, ...] = ()


@frozen(kw_only=True)
class Group:
    """The activities under one outcome, or under none.

    Attributes:
        outcome: The outcome; None for activities that state none.
        places: Each activity, in the order of the plan.
    """

    outcome: Node | None
    places: tuple[Place, ...]

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The activities themselves."""
        return tuple(place.activity for place in self.places)


def group(
    activities: Iterable[Activity], framework: Framework | None
) -> tuple[Group, ...]:
    """Group *activities* by outcome, each activity once.

    An activity with several outcomes stands under the first of them in the
    programme's order; its place names the others.

    Returns:
        A group for each outcome, empty ones included, in the programme's order; then,
        if there are any, the activities without an outcome.
    """
    places = [place(activity, framework) for activity in activities]
    outcomes = framework.outcomes if framework else ()
    groups = [
        Group(
            outcome=outcome,
            places=tuple(p for p in places if p.outcome and p.outcome.id == outcome.id),
        )
        for outcome in outcomes
    ]
    rest = tuple(p for p in places if p.outcome is None)
    return (*groups, *([Group(outcome=None, places=rest)] if rest else []))


def place(activity: Activity, framework: Framework | None) -> Place:
    """Say where *activity* stands in *framework*."""
    if framework is None:
        return Place(activity=activity)
    inferred: dict[str, bool] = {}
    references = activity.node_in(framework.id)
    outcomes = {node.id for node in framework.outcomes}
    direct = tuple(r for r in references if r.node in outcomes)
    for reference in direct or references:  # what is said outright goes first
        for outcome, guessed in _outcomes(reference, framework):
            # One statement is enough, however many guesses agree with it.
            inferred[outcome.id] = inferred.get(outcome.id, True) and guessed
    found = [node for node in framework.outcomes if node.id in inferred]
    if not found:
        return Place(activity=activity)
    return Place(
        activity=activity,
        outcome=found[0],
        is_inferred=inferred[found[0].id],
        others=tuple(found[1:]),
    )


def _outcomes(
    reference: PlanReference, framework: Framework
) -> Iterable[tuple[Node, bool]]:
    if reference.node is None:
        return
    above = framework.ancestors(reference.node)
    guessed = reference.basis in _UNSURE
    for node in above:
        if framework.role_of(node) is Role.OUTCOME:
            yield node, guessed
        elif node.placement in _UNSURE:
            guessed = True  # and so is everything that stands further up
