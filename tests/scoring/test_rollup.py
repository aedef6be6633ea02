"""A roll-up has the programme and each scope, and says what it did not count."""

from almwp.model.activity import Activity, PlanReference
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.moment import Moment
from almwp.model.score import Scope, ScopeKind, ScoreLine
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.rollup import roll_up
from almwp.scoring.shares import share_of
from almwp.testing.samples import sample_framework

ASKED = Moment.parse("2024-06-30")
NEWEST = Moment.parse("2023-12-31")


def line(scope: Scope, activities: tuple[Activity, ...], /) -> ScoreLine:
    told = f"counted: {len(activities)}"
    return ScoreLine(scope=scope, score=share_of([], method="share", reasons=[told]))


def activity(name: str, framework: Framework | str) -> Activity:
    known = framework if isinstance(framework, str) else framework.id
    reference = PlanReference(framework=FrameworkId(known))
    title = Text.of(name)
    return Activity(id=ActivityId(name), title=title, references=[reference])


def test_the_programme_comes_first_and_each_scope_once() -> None:
    framework = sample_framework()
    plan = WorkPlan(activities=[activity("A", framework), activity("B", framework)])
    kinds = (ScopeKind.OUTCOME, ScopeKind.PROGRAMME)
    card = roll_up("mine", plan, Question(framework=framework, by=kinds), line)
    told = [(each.scope.kind, each.score.reasons) for each in card.lines]
    assert told == [
        (ScopeKind.PROGRAMME, ("counted: 2",)),
        (ScopeKind.OUTCOME, ("counted: 2",)),
    ]
    assert (card.method, card.framework) == ("mine", framework.id)


def test_activities_of_other_programmes_are_said_and_not_counted() -> None:
    framework = sample_framework()
    plan = WorkPlan(activities=[activity("A", framework), activity("B", "OTHER")])
    card = roll_up("mine", plan, Question(framework=framework, by=()), line)
    assert card.lines[0].score.reasons == ("counted: 1",)
    (said,) = card.remarks
    assert str(said.text) == "reported on OTHER and not counted here: 1"


def test_a_plan_without_activities_has_the_line_of_its_programme() -> None:
    card = roll_up("mine", WorkPlan(), Question(framework=sample_framework()), line)
    assert [each.scope.kind for each in card.lines] == [ScopeKind.PROGRAMME]


def test_the_day_that_is_asked_for_goes_before_the_newest() -> None:
    asked = roll_up("mine", WorkPlan(), Question(as_of=ASKED), line, as_of=NEWEST)
    silent = roll_up("mine", WorkPlan(), Question(), line, as_of=NEWEST)
    assert (asked.as_of, silent.as_of) == (ASKED, NEWEST)
    assert Question(as_of=ASKED).day == ASKED.end
    assert Question().day is None
