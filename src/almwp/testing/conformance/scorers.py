"""What every scorer promises."""

from collections.abc import Iterable
from fractions import Fraction
from functools import partial

import attrs

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, Status
from almwp.model.moment import Moment
from almwp.model.score import ScopeKind, Score, Scorecard, ScoreLine
from almwp.model.workplan import WorkPlan
from almwp.plugins.records import Scorer
from almwp.scoring.question import Question
from almwp.testing.conformance.freshly import check_freshly
from almwp.testing.conformance.saidscores import check_said
from almwp.testing.conformance.scoredparts import (
    check_absences,
    check_exact,
    check_parts,
    with_every_absence,
)
from almwp.testing.samples import sample_framework, sample_plan

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_QUESTION = Question(framework=sample_framework(), by=tuple(ScopeKind)[1:])


def check_scorer(scorer: Scorer, plans: Iterable[WorkPlan] | None = None) -> None:
    """Check *scorer* against the promises that every scorer makes.

    Args:
        scorer: The scorer.
        plans: What to score; a sample plan with every state, and an empty plan, when
            not given.

    Raises:
        AssertionError: Naming the promise that is not kept.
    """
    for plan in (sample_plan(), WorkPlan()) if plans is None else plans:
        card = _score(scorer, plan)
        assert _score(scorer, plan) == card, "the same plan gave two different cards"
        named = card.method == scorer.name
        assert named, f"the card says {card.method!r} instead of {scorer.name!r}"
        _check_lines(card)
        turned = _score(scorer, attrs.evolve(plan, activities=plan.activities[::-1]))
        same = _figures(turned) == _figures(card)
        assert same, "the scores depend on the order of the activities"
        check_exact(card)
        check_parts(card)
        _check_order(scorer, plan, card)
        _check_bounds(scorer, plan, card)
        _check_unknown(scorer, plan, card.as_of)
        silent = with_every_absence(plan)
        check_absences(silent, _score(scorer, silent))
        check_freshly("the card", scorer.score, plan, _QUESTION)
        check_said(partial(_score, scorer), plan, _QUESTION)


def _score(scorer: Scorer, plan: WorkPlan, question: Question = _QUESTION) -> Scorecard:
    try:
        card = scorer.score(plan, question)
    except ValueError as error:  # what Score and its parts never allow
        raise AssertionError(f"the scorer made what cannot be: {error}") from error
    got = type(card).__name__
    assert isinstance(card, Scorecard), f"score returned {got} instead of a Scorecard"
    return card


def _check_lines(card: Scorecard) -> None:
    scopes = [_scope(line) for line in card.lines]
    assert len(set(scopes)) == len(scopes), "two lines speak of the same scope"
    first = not scopes or scopes[0][0] is ScopeKind.PROGRAMME
    assert first, "the programme as a whole does not stand first"
    for line in card.lines:
        _check_shares(line)


def _check_shares(line: ScoreLine) -> None:
    values = [share.score.value for share in line.shares]
    known = [value for value in values if isinstance(value, Fraction)]
    if known and len(known) == len(values):
        total = sum(known, Fraction())
        assert total == 1, f"the shares of {_name(line)} add up to {total}, not to 1"
    assert not known or len(known) == len(values), (
        f"some shares of {_name(line)} have a value and some have none"
    )


def _check_order(scorer: Scorer, plan: WorkPlan, card: Scorecard) -> None:
    """The least has become the most: an order by scores would be another one now."""
    opposite = {Status.COMPLETED: Status.PLANNED, Status.PLANNED: Status.COMPLETED}

    def turned(activity: Activity) -> Activity:
        reports = (
            attrs.evolve(o, status=opposite.get(o.status, o.status))
            if isinstance(o.status, Status)
            else o
            for o in activity.observations
        )
        return attrs.evolve(activity, observations=tuple(reports))

    activities = tuple(map(turned, plan.activities))
    other = _score(scorer, attrs.evolve(plan, activities=activities))
    order = [line.scope.id for line in other.lines]
    same = order == [line.scope.id for line in card.lines]
    assert same, "the order of the lines follows the scores"


def _check_bounds(scorer: Scorer, plan: WorkPlan, card: Scorecard) -> None:
    """Fill in what is missing, in every state: the bounds must have allowed for it."""
    for status in Status:
        activities = tuple(_filled(activity, status) for activity in plan.activities)
        filled = _score(scorer, attrs.evolve(plan, activities=activities))
        known = {_scope(line): line for line in card.lines}
        for line in filled.lines:
            before = known.get(_scope(line))
            if before is None or isinstance(line.score.value, Absence):
                continue
            low, value, high = before.score.low, line.score.value, before.score.high
            assert low <= value <= high, (
                f"the bounds of {_name(line)} do not hold: {low} to {high}, but "
                f"{value} once all that was missing is {status}"
            )


def _check_unknown(scorer: Scorer, plan: WorkPlan, day: Moment | None) -> None:
    """Forget what is known, one activity at a time: no bounds may become narrower.

    One day is asked about: that of the newest report is another without that report.
    """
    question = attrs.evolve(_QUESTION, as_of=day)
    known = {_scope(line): line for line in _score(scorer, plan, question).lines}
    for place, activity in enumerate(plan.activities):
        silent = attrs.evolve(activity, observations=())
        others = plan.activities[:place], plan.activities[place + 1 :]
        activities = (*others[0], silent, *others[1])
        less = attrs.evolve(plan, activities=activities)
        for line in _score(scorer, less, question).lines:
            before = known.get(_scope(line))
            if before is None or not before.score.total or not line.score.total:
                continue
            holds = (
                line.score.low <= before.score.low
                and before.score.high <= line.score.high
            )
            assert holds, (
                f"the bounds of {_name(line)} become narrower when less is known: "
                f"{before.score.low} to {before.score.high}, then {line.score.low} to "
                f"{line.score.high}"
            )


def _filled(activity: Activity, status: Status) -> Activity:
    newest = activity.observation_on()
    if newest and newest.status not in (Absence.BLANK, Absence.WITHHELD):
        return activity  # what is not due or not applicable is known, not missing
    reported = attrs.evolve(newest or Observation(), status=status)
    kept = tuple(o for o in activity.observations if o is not newest)
    return attrs.evolve(activity, observations=(*kept, reported))


def _scope(line: ScoreLine) -> tuple[object, ...]:
    return line.scope.kind, line.scope.id, line.as_of


def _figures(card: Scorecard) -> list[tuple[object, ...]]:
    return [
        (
            *_scope(line),
            _numbers(line.score),
            [(share.name, _numbers(share.score)) for share in line.shares],
        )
        for line in card.lines
    ]


def _numbers(score: Score) -> tuple[object, ...]:
    return score.value, score.low, score.high, score.known, score.total


def _name(line: ScoreLine) -> str:
    return line.scope.id or str(line.scope.kind)
