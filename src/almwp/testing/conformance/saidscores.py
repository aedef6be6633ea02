"""What a card says: of all that was asked, from what, why, and as of which day."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import attrs

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, PlanReference, Status
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.manifest import InputFile, Manifest
from almwp.model.moment import Moment
from almwp.model.score import Part, ScopeKind, Score, Scorecard, ScoreLine
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs, group
from almwp.testing.conformance.scoredparts import scores_of

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_DAY = Moment.parse("2024-12-31")
_LATER = Moment.parse("2025-06-30")
_INPUT = InputFile(name="asked.xlsx", sha256="4d" * 32)

Ask = Callable[[WorkPlan, Question], Scorecard]
"""Asks a scorer for its card."""


def check_said(ask: Ask, plan: WorkPlan, question: Question) -> None:
    """Check that the answer is whole, rests on what was asked, and explains itself.

    Args:
        ask: Asks the scorer.
        plan: A plan.
        question: What is asked.

    Raises:
        AssertionError: Naming the promise that is not kept.
    """
    named = attrs.evolve(question, manifest=Manifest(inputs=(_INPUT,)))
    card = ask(plan, named)
    assert _INPUT in card.manifest.inputs, (
        "the card does not name the files that the question names in its manifest"
    )
    own = tuple(a for a in plan.activities if belongs(a, question))
    assert card.lines or not own, "the card has no line, but the plan has activities"
    if _speaks_of(card, own):
        _check_scopes(card, own, question)
        _check_all(card, own)
        _check_foreign(ask, plan, question)
    for line in card.lines:
        for name, score in scores_of(line):
            _check_explained(name, score, {str(a.id): a for a in own})
    _check_settled(ask, plan, question)
    _check_day(ask, plan, question)


def _speaks_of(card: Scorecard, own: tuple[Activity, ...]) -> bool:
    """Whether activities are what is scored, and not something else, or nothing."""
    ids = {activity.id for activity in own}
    parts = [part.id in ids for part in _parts_of_all(card)]
    return bool(parts) and all(parts)


def _parts_of_all(card: Scorecard) -> Iterator[Part]:
    for line in card.lines:
        if line.scope.kind is ScopeKind.PROGRAMME:
            yield from line.score.parts


def _check_scopes(
    card: Scorecard, own: tuple[Activity, ...], question: Question
) -> None:
    given = {(line.scope.kind, line.scope.id) for line in card.lines}
    for kind in question.by:
        for scope, _ in group(own, kind, question):
            what = f"{kind} {scope.id}" if scope.id else f"activities without {kind}"
            assert (kind, scope.id) in given, (
                f"there is no line for the {what}, though it was asked for"
            )


def _check_all(card: Scorecard, own: tuple[Activity, ...]) -> None:
    counted = {part.id for part in _parts_of_all(card)}
    lost = [activity.id for activity in own if activity.id not in counted]
    assert not lost or not counted, (
        f"{lost[0]} is no part of the score of the programme; what does not count is "
        "a part that is left out"
    )


def _check_explained(name: str, score: Score, own: dict[str, Activity]) -> None:
    assert score.parts or not score.total, (
        f"{name} is of {score.total}, but does not name the parts it was made from"
    )
    for part in score.parts:
        said = part.reason or part.missing_as
        assert said, f"{name} does not say why {part.id} has the value {part.value}"
        activity = own.get(part.id)
        report = activity.observation_on() if activity else None
        is_read = isinstance(part.value, Fraction) and report and report.origin
        assert part.origin or part.origins or not is_read, (
            f"{name} does not say in which cell the value of {part.id} was read"
        )


def _check_settled(ask: Ask, plan: WorkPlan, question: Question) -> None:
    """Check that nothing is open where everything is told."""
    done = tuple(_reporting(a, Status.COMPLETED, "2024-06-30") for a in plan.activities)
    for line in ask(attrs.evolve(plan, activities=done), question).lines:
        score = line.score
        closed = score.low == score.high
        assert closed or score.known < score.total or not score.total, (
            f"all {score.total} parts of {_name(line)} are known, but its bounds are "
            f"still {score.low} to {score.high}"
        )


def _check_day(ask: Ask, plan: WorkPlan, question: Question) -> None:
    """Check that a report of a later day changes nothing, and that the day is said."""
    asked = attrs.evolve(question, as_of=_DAY)
    before = ask(plan, asked)
    activities = []
    for activity in plan.activities:
        newest = activity.observation_on()
        status = newest.status if newest else Absence.BLANK
        is_done = status is Status.COMPLETED
        later = Status.PLANNED if is_done else Status.COMPLETED
        activities.append(_reporting(activity, later, str(_LATER), keep=True))
    after = ask(attrs.evolve(plan, activities=activities), asked)
    assert _numbers(before) == _numbers(after), (
        f"asked as of {_DAY}, the scores change with what was reported on {_LATER}"
    )


def _reporting(
    activity: Activity, status: Status, day: str, *, keep: bool = False
) -> Activity:
    percent = Fraction(status is Status.COMPLETED)
    newest = activity.observation_on() or Observation()
    told = attrs.evolve(newest, as_of=Moment.parse(day), status=status, percent=percent)
    kept = activity.observations if keep else ()
    return attrs.evolve(activity, observations=(*kept, told))


def _check_foreign(ask: Ask, plan: WorkPlan, question: Question) -> None:
    if question.framework is None:
        return
    elsewhere = PlanReference(framework=FrameworkId("ANOTHER-PLAN"))
    foreign = attrs.evolve(
        plan.activities[0], id=ActivityId("almwp-foreign"), references=(elsewhere,)
    )
    if belongs(foreign, question):
        return
    more = attrs.evolve(plan, activities=(*plan.activities, foreign))
    same = _numbers(ask(more, question)) == _numbers(ask(plan, question))
    assert same, "an activity of another framework is counted"


def _numbers(card: Scorecard) -> list[tuple[object, ...]]:
    return [
        (line.scope.kind, line.scope.id, line.as_of, s.value, s.low, s.high, s.known)
        for line in card.lines
        for s in [line.score]
    ]


def _name(line: ScoreLine) -> str:
    return line.scope.id or str(line.scope.kind)
