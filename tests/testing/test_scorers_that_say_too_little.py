"""Scorers that leave out, or do not explain, one thing are caught by its message."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Status
from almwp.model.manifest import Manifest
from almwp.model.score import Part, ScopeKind, Score, Scorecard, ScoreLine
from almwp.model.workplan import WorkPlan
from almwp.plugins.records import Scorer
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs, group
from almwp.scoring.shares import share_of
from almwp.testing import check_scorer

Activities = tuple[Activity, ...]


def _part(activity: Activity, day: date | None) -> Part:
    report = activity.observation_on(day)
    status = report.status if report else Absence.BLANK
    return Part(
        id=activity.id,
        value=(
            Fraction(status is Status.COMPLETED)
            if isinstance(status, Status)
            else status
        ),
        reason=f"reported as {status}",
        origin=report.origin if report else None,
    )


def _card(
    plan: WorkPlan,
    question: Question,
    *,
    part: Callable[[Part], Part] = lambda part: part,
    score: Callable[[Score], Score] = lambda score: score,
    own: Callable[[Activities], Activities] = lambda activities: activities,
    as_asked: bool = True,
    elsewhere: bool = False,
) -> Scorecard:
    day = question.as_of.end if question.as_of and as_asked else None
    mine = own(tuple(a for a in plan.activities if elsewhere or belongs(a, question)))
    lines = [
        ScoreLine(
            scope=scope,
            score=score(share_of([part(_part(a, day)) for a in some], method="share")),
        )
        for kind in (ScopeKind.PROGRAMME, *question.by)
        for scope, some in group(mine, kind, question)
    ]
    return Scorecard(method="share", lines=lines, manifest=question.manifest)


def _scorer(**changed: Any) -> Scorer:
    def score(plan: WorkPlan, question: Question) -> Scorecard:
        return _card(plan, question, **changed)

    return Scorer(name="share", summary="", score=score)


def _cut(change: Callable[[Scorecard], Scorecard]) -> Scorer:
    return Scorer(
        name="share", summary="", score=lambda plan, asked: change(_card(plan, asked))
    )


def _only_programme(card: Scorecard) -> Scorecard:
    lines = [a for a in card.lines if a.scope.kind is ScopeKind.PROGRAMME]
    return attrs.evolve(card, lines=lines)


def _all_blank(part: Part) -> Part:
    is_known = isinstance(part.value, Fraction)
    return part if is_known else attrs.evolve(part, value=Absence.BLANK)


def _anything(score: Score) -> Score:
    return attrs.evolve(score, value=Fraction(1, 2), low=0, high=1)


def test_a_scorer_that_says_all_passes() -> None:
    check_scorer(_scorer())


@pytest.mark.parametrize(
    ("scorer", "message"),
    [
        (_cut(lambda card: attrs.evolve(card, lines=())), "the card has no line"),
        (_cut(_only_programme), "no line for the outcome O1, though it was asked for"),
        (_cut(lambda card: attrs.evolve(card, manifest=Manifest())), "its manifest"),
        (_scorer(own=lambda mine: mine[::2]), "sample-2 is no part of the score of"),
        (
            _scorer(score=lambda score: attrs.evolve(score, parts=())),
            "is of 7, but does not name the parts",
        ),
        (
            _scorer(part=lambda part: attrs.evolve(part, reason="")),
            "does not say why sample-1 has the value 1",
        ),
        (
            _scorer(part=lambda part: attrs.evolve(part, origin=None)),
            "in which cell the value of sample-1 was read",
        ),
        (_scorer(score=_anything), "are known, but its bounds are still 0 to 1"),
        (_scorer(part=_all_blank), "not applicable, but its part says blank"),
        (_scorer(as_asked=False), "as of 2024-12-31, the scores change with what was"),
        (_scorer(elsewhere=True), "an activity of another framework is counted"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_a_scorer_does_not_say_is_named(scorer: Scorer, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_scorer(scorer)
