"""When indicators were read, by the scopes under which the indicators stand."""

from collections import defaultdict
from collections.abc import Mapping

from almwp.model.absence import Absence
from almwp.model.moment import Moment
from almwp.model.score import ScopeKind
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp_progress.achievement import indicators_by_scope

ScopeKey = tuple[ScopeKind, str]
"""The kind and the id of a scope."""


def told_by_indicators(
    plan: WorkPlan, question: Question
) -> Mapping[ScopeKey, tuple[Moment, ...]]:
    """Return when the indicators of each scope were read; a blank is no reading.

    Under which scopes an indicator stands is what its achievement is told of.
    """
    found: defaultdict[ScopeKey, list[Moment]] = defaultdict(list)
    for scope, standing in indicators_by_scope(plan, question).items():
        for indicator in standing:
            found[scope] += [
                r.when
                for r in indicator.readings
                if r.when and r.value != Absence.BLANK
            ]
    return {scope: tuple(read) for scope, read in found.items()}
