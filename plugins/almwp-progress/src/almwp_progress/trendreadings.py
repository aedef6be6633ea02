"""When indicators were read, by the scopes under which the indicators stand."""

from collections import defaultdict
from collections.abc import Mapping

from attrs import evolve

from almwp.model.absence import Absence
from almwp.model.moment import Moment
from almwp.model.score import ScopeKind
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp_progress import achievement

ScopeKey = tuple[ScopeKind, str]
"""The kind and the id of a scope."""


def told_by_indicators(
    plan: WorkPlan, question: Question
) -> Mapping[ScopeKey, tuple[Moment, ...]]:
    """Return when the indicators of each scope were read; a blank is no reading.

    Under which scopes an indicator stands is what its achievement is told of.
    """
    found: defaultdict[ScopeKey, list[Moment]] = defaultdict(list)
    asked = evolve(question, as_of=None)
    for indicator in plan.indicators:
        read = [
            r.when for r in indicator.readings if r.when and r.value != Absence.BLANK
        ]
        card = achievement.score(evolve(plan, indicators=(indicator,)), asked)
        for line in card.lines:
            if line.score.parts:
                found[line.scope.kind, line.scope.id] += read
    return {scope: tuple(read) for scope, read in found.items()}
