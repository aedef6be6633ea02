"""A node that was added while the programme ran, as of before and as of after."""

import pytest

from almwp.model.activity import Activity, PlanReference
from almwp.model.framework import Framework, FrameworkStatus, Level, Node, Role
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.moment import Moment
from almwp.model.score import ScopeKind
from almwp.model.source import Basis
from almwp.model.text import Text
from almwp.scoring.question import Question
from almwp.scoring.scopes import group
from almwp.workflow.scoring import remarks_on_added

PLAN = FrameworkId("MADE-UP")


def node(name: str, level: str, *parents: str, added: str = "") -> Node:
    return Node(
        id=NodeId(name),
        level=level,
        title=Text.of(name),
        parents=tuple(map(NodeId, parents)),
        added=Moment.parse(added) if added else None,
        basis=Basis.INFERRED,
    )


MADE_UP = Framework(
    id=PLAN,
    title=Text.of("Made up"),
    kind="plan",
    status=FrameworkStatus.DRAFT,
    levels=[
        Level(id="outcome", name=Text.of("Outcome"), role=Role.OUTCOME),
        Level(id="area", name=Text.of("Area"), role=Role.PRIORITY_AREA),
        Level(id="part", name=Text.of("Part")),
    ],
    nodes=[
        node("o", "outcome"),
        node("early", "area", "o"),
        node("late", "area", "o", added="2006-05"),
        node("deep", "part", "late"),
    ],
    basis=Basis.INFERRED,
)


def activity(name: str) -> Activity:
    reference = PlanReference(framework=PLAN, node=NodeId(name))
    return Activity(id=ActivityId(name), title=Text.of(name), references=(reference,))


ACTIVITIES = [activity("early"), activity("late"), activity("deep")]


@pytest.mark.parametrize(
    ("as_of", "areas"),
    [
        (None, {"early": 1, "late": 2}),
        ("2006-05-31", {"early": 1, "late": 2}),
        ("2006-05-01", {"early": 1, "late": 2}),
        ("2006", {"early": 1, "late": 2}),
        ("2006-04-30", {"early": 1, "": 2}),
        ("2005", {"early": 1, "": 2}),
    ],
)
def test_an_area_is_told_apart_from_the_day_on_which_it_was_added(
    as_of: str | None, areas: dict[str, int]
) -> None:
    moment = Moment.parse(as_of) if as_of else None
    question = Question(framework=MADE_UP, as_of=moment)
    found = group(ACTIVITIES, ScopeKind.AREA, question)
    assert {scope.id: len(own) for scope, own in found} == areas
    # To the outcome above it, what names it belonged all the time.
    ((outcome, own),) = group(ACTIVITIES, ScopeKind.OUTCOME, question)
    assert (outcome.id, len(own)) == ("o", 3)


def test_the_score_says_which_areas_were_added_later() -> None:
    (said,) = remarks_on_added(MADE_UP, Moment.parse("2005"))
    assert said.text.in_("en") == "added after 2005, so not told apart here: late"
    assert remarks_on_added(MADE_UP, None) == ()
    assert remarks_on_added(MADE_UP, Moment.parse("2007")) == ()
    assert remarks_on_added(None, None) == ()
