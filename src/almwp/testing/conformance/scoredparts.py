"""What holds inside of one score: exact numbers, absences apart, parts that add up."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

import attrs

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation
from almwp.model.moment import Moment
from almwp.model.score import Part, Score, Scorecard, ScoreLine
from almwp.model.workplan import WorkPlan

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_DAY = Moment.parse("2024-06-30")


def check_exact(card: Scorecard) -> None:
    """Check that every number is exact.

    Raises:
        AssertionError: One is a float.
    """
    for line in card.lines:
        for name, score in scores_of(line):
            numbers: list[tuple[str, object]]
            numbers = [("value", score.value), ("low", score.low), ("high", score.high)]
            for part in score.parts:
                numbers += [("the value", part.value), ("the weight", part.weight)]
            for what, number in numbers:
                got = type(number).__name__
                is_exact = number is None or isinstance(number, Fraction | Absence)
                assert is_exact, (
                    f"{what} in {name} is a {got} instead of a Fraction or an Absence"
                )


def check_parts(card: Scorecard) -> None:
    """Check that the parts of each score, where it names them, are what it counts.

    Raises:
        AssertionError: They are not.
    """
    for line in card.lines:
        for name, score in scores_of(line):
            if not score.parts:
                continue
            ids = [part.id for part in score.parts]
            assert len(set(ids)) == len(ids), f"{name} counts one part twice"
            counted = [part for part in score.parts if not part.is_left_out]
            assert len(counted) == score.total, (
                f"{name} is of {score.total}, but has {len(counted)} parts that count"
            )
            known = [p for p in counted if not isinstance(p.value, Absence)]
            assert score.known <= len(known), (
                f"{name} says that {score.known} are known, but {len(known)} parts "
                "have a value"
            )


def with_every_absence(plan: WorkPlan) -> WorkPlan:
    """Return *plan* with activities that each have no state, for another reason."""
    absences = tuple(Absence)
    activities = tuple(
        _with_status(activity, absences[number % len(absences)])
        for number, activity in enumerate(plan.activities)
    )
    return attrs.evolve(plan, activities=activities)


def _with_status(activity: Activity, status: Absence) -> Activity:
    newest = activity.observation_on() or Observation()
    # All of one day: a scorer may look at several, and then knows all or nothing.
    told = attrs.evolve(newest, as_of=_DAY, status=status, percent=status)
    if told.change is Change.WITHDRAWN:  # that is a state, whatever else is missing
        told = attrs.evolve(told, change=None)
    return attrs.evolve(activity, observations=(told,))


def check_absences(plan: WorkPlan, card: Scorecard) -> None:
    """Check that what is missing for different reasons is told apart.

    Args:
        plan: A plan in which no activity has a state.
        card: Its scores.

    Raises:
        AssertionError: Two reasons became one, or something missing became a number.
    """
    reasons = {str(a.id): a.observations[0].status for a in plan.activities}
    for line in card.lines:
        told: dict[tuple[object, ...], set[object]] = defaultdict(set)
        for part in line.score.parts:
            if part.id in reasons and not part.is_left_out:
                told[_told(part)].add(reasons[part.id])
        for several in told.values():
            names = " and ".join(sorted(map(str, several)))
            assert len(several) == 1, f"absences are not kept apart: {names} are one"
        for part in line.score.parts:
            reason = reasons.get(part.id, part.value)
            same = not isinstance(part.value, Absence) or part.value == reason
            assert same or part.is_left_out, (
                f"{part.id} is {reason}, but its part says {part.value}"
            )


def _told(part: Part) -> tuple[object, ...]:
    return str(part.value), part.missing, part.reason


def scores_of(line: ScoreLine) -> Iterator[tuple[str, Score]]:
    """Give the scores of *line*, and how to name each."""
    scope = line.scope.id or str(line.scope.kind)
    yield f"the score of {scope}", line.score
    for share in (*line.shares, *line.figures):
        yield f"{share.name!r} of {scope}", share.score
