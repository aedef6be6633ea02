"""What several lead, or what stands in several plans or areas, is counted once."""

import almwp_progress
import pytest
from attrs import evolve

from almwp.model.activity import Activity, Observation, PlanReference, Status
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.indicator import Indicator
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.score import ScopeKind, Scorecard
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.testing.sampleindicators import sample_indicator, sample_reading
from almwp.testing.samples import sample_framework

SCORERS = {s.name: s for s in almwp_progress.almwp_scorers()}
FRAME = sample_framework()
OTHER = FrameworkId("OTHER-2021-2025")
methods = pytest.mark.parametrize(
    "method", ["implementation", "delivery", "timeliness"]
)


def activity(*nodes: str, leads: str = "VN", plans: tuple[str, ...] = ()) -> Activity:
    here = [PlanReference(framework=FRAME.id, node=NodeId(n)) for n in nodes]
    elsewhere = [PlanReference(framework=FrameworkId(p)) for p in plans]
    return Activity(
        id=ActivityId("VN:1"),
        title=Text.of("Study"),
        references=[*here, *elsewhere],
        leads=[Party(kind=PartyKind.COUNTRY, id=CountryCode(c)) for c in leads.split()],
        timeframe=Timeframe(end=Moment.parse("2024")),
        observations=[Observation(as_of=Moment.parse("2023"), status=Status.COMPLETED)],
    )


def card(
    method: str, *several: Activity | Indicator, framework: Framework = FRAME
) -> Scorecard:
    plan = WorkPlan(
        activities=[a for a in several if isinstance(a, Activity)],
        indicators=[i for i in several if isinstance(i, Indicator)],
    )
    by = (ScopeKind.COUNTRY, ScopeKind.OUTCOME, ScopeKind.AREA)
    return SCORERS[method].score(plan, Question(framework=framework, by=by))


def totals(scored: Scorecard) -> dict[str, int]:
    return {line.scope.id: line.score.total for line in scored.lines}


@methods
def test_an_activity_of_several_leads_counts_for_each_and_once_in_all(
    method: str,
) -> None:
    found = totals(card(method, activity("A1", leads="VN ID")))
    assert found == {FRAME.id: 1, "VN": 1, "ID": 1, "O1": 1, "A1": 1}


@methods
def test_an_activity_of_several_areas_counts_for_each_and_once_above(
    method: str,
) -> None:
    found = totals(card(method, activity("A1", "A2", "A3")))
    assert found == {
        FRAME.id: 1, "VN": 1, "O1": 1, "O2": 1, "A1": 1, "A2": 1, "A3": 1
    }  # fmt: skip


@methods
def test_an_activity_of_several_plans_counts_once_in_each_that_it_names(
    method: str,
) -> None:
    shared = activity("A1", plans=(OTHER, FRAME.id))
    assert totals(card(method, shared))[FRAME.id] == 1
    other = evolve(FRAME, id=OTHER)
    assert totals(card(method, shared, framework=other))[OTHER] == 1


def test_an_indicator_of_several_countries_counts_once_and_for_each() -> None:
    several = [
        evolve(
            sample_indicator(
                sample_reading("2023", share, share, 100),
                unit="%",
                country=country,
            ),
            framework=FRAME.id,
            node=NodeId("A1"),
        )
        for country, share in (("VN", 50), ("ID", 10))
    ]
    found = totals(card("achievement", *several))
    assert found == {FRAME.id: 1, "VN": 1, "ID": 1, "O1": 1, "A1": 1}
