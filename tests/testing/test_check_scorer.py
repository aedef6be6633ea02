"""The kit catches scorers that do not keep their promises, each by its message."""

import itertools
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
import pytest

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Status
from almwp.model.score import Part, Scope, ScopeKind, Score, Scorecard, ScoreLine, Share
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plugins.records import Scorer
from almwp.scoring.question import Question
from almwp.testing.conformance import check_scorer


def _status(activity: Activity) -> Status | Absence:
    newest = activity.observation_on()
    return newest.status if newest else Absence.BLANK


def _share(activities: tuple[Activity, ...], *wanted: Status | Absence) -> Score:
    """Score how many have one of the states, of those that are due."""
    states = [s for s in map(_status, activities) if s is not Absence.NOT_DUE]
    known = [s for s in states if isinstance(s, Status)]
    total = len(states)
    if not total:
        nothing, all_ = Fraction(), Fraction(1)
        return Score(
            value=Absence.BLANK,
            low=nothing,
            high=all_,
            known=0,
            total=0,
            method="share",
        )
    met = Fraction(sum(s in wanted for s in states), total)
    missing = Fraction(total - len(known), total)
    high = met if Absence.BLANK in wanted else met + missing
    return Score(
        value=met, low=met, high=high, known=len(known), total=total, method="share"
    )


def _line(kind: ScopeKind, scope: str, activities: tuple[Activity, ...]) -> ScoreLine:
    others = (Status.ONGOING, Status.PLANNED, Absence.BLANK)
    return ScoreLine(
        scope=Scope(kind=kind, id=scope, title=Text.of(scope or "Programme")),
        score=_share(activities, Status.COMPLETED),
        shares=(
            Share(name="completed", score=_share(activities, Status.COMPLETED)),
            Share(name="other", score=_share(activities, *others)),
        ),
    )


def _good(plan: WorkPlan, question: Question) -> Scorecard:
    areas = sorted({str(r.node) for a in plan.activities for r in a.references})
    lines = [_line(ScopeKind.PROGRAMME, "", plan.activities)]
    for area in areas:
        inside = tuple(
            a for a in plan.activities if any(r.node == area for r in a.references)
        )
        lines.append(_line(ScopeKind.AREA, area, inside))
    return Scorecard(method="share", lines=tuple(lines))


def _scorer(score: Callable[..., Any]) -> Scorer:
    return Scorer(name="share", summary="", score=score)


def _with_lines(change: Callable[[tuple[ScoreLine, ...]], Any]) -> Callable[..., Any]:
    def score(plan: WorkPlan, question: Question) -> Scorecard:
        card = _good(plan, question)
        return attrs.evolve(card, lines=tuple(change(card.lines)))

    return score


def _value(line: ScoreLine) -> Fraction:
    return line.score.value if isinstance(line.score.value, Fraction) else Fraction()


def _highest_first(lines: tuple[ScoreLine, ...]) -> tuple[ScoreLine, ...]:
    return lines[:1] + tuple(sorted(lines[1:], key=_value, reverse=True))


def _certain(line: ScoreLine) -> ScoreLine:
    """The same score, as if nothing were missing."""
    return attrs.evolve(line, score=attrs.evolve(line.score, high=line.score.low))


def _half(line: ScoreLine) -> ScoreLine:
    return attrs.evolve(line, shares=line.shares[:1])


def _first_counts(plan: WorkPlan, question: Question) -> Scorecard:
    lines = (_line(ScopeKind.PROGRAMME, "", plan.activities[:1]),)
    return Scorecard(method="share", lines=lines, manifest=question.manifest)


def _impossible(plan: WorkPlan, question: Question) -> Scorecard:
    one = Fraction(1)
    Score(value=one, low=one, high=Fraction(0), known=0, total=0, method="share")
    return Scorecard(method="share")


def _of_scores(change: Callable[[Score], Score]) -> Callable[..., Any]:
    def changed(line: ScoreLine) -> ScoreLine:
        return attrs.evolve(line, score=change(line.score))

    return _with_lines(lambda lines: map(changed, lines))


def _rounded(score: Score) -> Score:
    """A number that looks exact and is not, in the middle of all that is possible."""
    middle: Any = float((score.low + score.high) / 2)
    return attrs.evolve(score, value=middle)


def _sure_of_little(plan: WorkPlan, question: Question) -> Scorecard:
    """Say a half in any case, and doubt it only where much is known."""
    card = _good(plan, question)
    half = Fraction(1, 2)

    def doubted(line: ScoreLine) -> ScoreLine:
        open_ = line.score.known > 3
        low, high = (Fraction(), Fraction(1)) if open_ else (half, half)
        score = attrs.evolve(line.score, value=half, low=low, high=high)
        return attrs.evolve(line, score=score)

    return attrs.evolve(card, lines=[doubted(card.lines[0])])


def _parts(*values: Fraction | Absence) -> tuple[Part, ...]:
    return tuple(Part(id=str(n), value=value) for n, value in enumerate(values))


def _one_part_too_few(score: Score) -> Score:
    parts = _parts(*[Fraction(1)] * (score.total - 1))
    return attrs.evolve(score, parts=parts)


def _one_part_twice(score: Score) -> Score:
    twice = _parts(Fraction(1))[:1] * score.total
    return attrs.evolve(score, parts=twice)


def _all_parts_open(score: Score) -> Score:
    return attrs.evolve(score, parts=_parts(*[Absence.BLANK] * score.total))


def _lumping(plan: WorkPlan, question: Question) -> Scorecard:
    """Call everything that has no state blank."""
    card = _good(plan, question)
    line = card.lines[0]
    parts = [
        Part(id=a.id, value=s if isinstance(s, Fraction) else Absence.BLANK)
        for a, s in ((a, _value_of(a)) for a in plan.activities)
        if _status(a) is not Absence.NOT_DUE or not line.score.known
    ]
    total = max(len(parts), line.score.total)
    if len(parts) != line.score.total:
        score = attrs.evolve(line.score, total=total, parts=parts)
    else:
        score = attrs.evolve(line.score, parts=parts)
    return attrs.evolve(card, lines=(attrs.evolve(line, score=score), *card.lines[1:]))


def _value_of(activity: Activity) -> Fraction | Absence:
    status = _status(activity)
    if isinstance(status, Absence):
        return status
    return Fraction(status is Status.COMPLETED)


def _surer_when_silent(plan: WorkPlan, question: Question) -> Scorecard:
    """Leave out who says nothing: who forgets, gains."""
    told = [a for a in plan.activities if isinstance(_status(a), Status)]
    return _good(attrs.evolve(plan, activities=told), question)


def _counting() -> Callable[..., Scorecard]:
    numbers = itertools.count()

    def score(plan: WorkPlan, question: Question) -> Scorecard:
        scope = Scope(kind=ScopeKind.PROGRAMME, id=str(next(numbers)), title=Text())
        line = _line(ScopeKind.PROGRAMME, "", plan.activities)
        return Scorecard(method="share", lines=(attrs.evolve(line, scope=scope),))

    return score


@pytest.mark.parametrize(
    ("score", "message"),
    [
        (lambda plan, question: None, "NoneType instead of a Scorecard"),
        (
            lambda plan, question: Scorecard(method="other"),
            "'other' instead of 'share'",
        ),
        (_counting(), "two different cards"),
        (_impossible, "made what cannot be: bounds are in order"),
        (_with_lines(lambda lines: lines + lines), "speak of the same scope"),
        (_with_lines(lambda lines: lines[::-1]), "does not stand first"),
        (_with_lines(lambda lines: map(_half, lines)), "add up to 1/3"),
        (_first_counts, "depend on the order of the activities"),
        (_of_scores(_rounded), "value in the score of programme is a float"),
        (_of_scores(_one_part_too_few), "is of 6, but has 5 parts that count"),
        (_of_scores(_one_part_twice), "counts one part twice"),
        (_of_scores(_all_parts_open), "4 are known, but 0 parts have a value"),
        (_lumping, "absences are not kept apart: blank and not applicable"),
        (_surer_when_silent, "do not hold"),
        (_sure_of_little, "of programme become narrower when less is known"),
        (_with_lines(_highest_first), "order of the lines follows the scores"),
        (_with_lines(lambda lines: map(_certain, lines)), "do not hold: 1/3 to 1/3"),
    ],
)
def test_a_bad_scorer_is_caught(score: Callable[..., Any], message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_scorer(_scorer(score))


def test_plans_of_ones_own_can_be_tried() -> None:
    check_scorer(_scorer(_first_counts), (WorkPlan(),))
