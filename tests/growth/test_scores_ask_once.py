"""What scores ask of activities and translations is asked once: calls are counted."""

import pytest
from almwp_progress import absences
from almwp_progress.implementation import score

from almwp.catalogue.frameworks import framework
from almwp.model.ids import FrameworkId
from almwp.model.score import ScopeKind
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.standingunder import StandingUnder
from almwp.workflow.messages import translation_into
from almwp.workflow.scoring import Scoring, score_plan
from tests.growth.nasty import plan, session
from tests.growth.test_nothing_is_done_twice import calls_of

ROWS = 60
PROGRAMME = framework(FrameworkId("ALM-WP-2021-2025"))


def test_no_translation_is_read_for_scores_whose_policy_is_used_in_full() -> None:
    known, plugins = plan("plain", ROWS), session().plugins
    for scorer in plugins.scorers:
        asked = Scoring(method=scorer, by=list(ScopeKind))
        read = calls_of(translation_into, lambda: score_plan(known, asked, plugins))  # noqa: B023
        assert read == 0


@pytest.mark.parametrize("kinds", [[], [ScopeKind.OUTCOME], list(ScopeKind)])
def test_it_is_asked_once_whether_an_activity_counts(kinds: list[ScopeKind]) -> None:
    known = plan("plain", ROWS)
    question = Question(framework=PROGRAMME, by=kinds)
    asked = calls_of(absences.is_left_out, lambda: score(known, question))
    assert asked == len(known.activities)


def _named(known: WorkPlan) -> set[tuple[object, ...]]:
    """Return what activities name of the programme, each once."""
    return {
        tuple((r.node, r.basis) for r in activity.node_in(PROGRAMME.id))
        for activity in known.activities
    }


def test_where_activities_stand_is_found_once_for_all_that_name_the_same() -> None:
    known = plan("plain", ROWS)
    different = len(_named(known))
    assert different < len(known.activities)
    question = Question(framework=PROGRAMME, by=[ScopeKind.OUTCOME, ScopeKind.AREA])
    found = calls_of(StandingUnder._standing_of, lambda: score(known, question))
    assert found == 2 * different
