"""What is reported in other words than the three states is not called unreported."""

from collections.abc import Callable

import attrs
from almwp_slom.paper import build

from almwp.model.activity import Activity, Observation
from almwp.model.ids import CountryCode
from almwp.model.moment import Moment
from almwp.model.position import Audience, Proposal
from almwp.model.prepared import Prepared
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plugins import ReportRequest
from almwp.testing.papers import cells, tables

Ask = Callable[..., ReportRequest]
Make = Callable[..., Activity]


def test_the_meeting_is_not_told_that_nothing_was_reported(
    ask: Ask, activity: Make
) -> None:
    told = Observation(as_of=Moment.parse("2022"), word="Being explored")
    plan = WorkPlan(activities=(activity(1, "x", told),))
    states = {}
    for audience in (Audience.INTERNAL, Audience.MEETING):
        (table, *_) = tables(build(ask(plan=plan, audience=audience)), "No.")
        states[audience] = cells(table)[0][4]
    assert states[Audience.MEETING] == "Reported, as none of the three states"
    assert "Being explored" in states[Audience.INTERNAL]


def test_that_we_do_not_join_is_told(ask: Ask) -> None:
    base = Proposal(id="ID:P", title=Text.of("x"), proposed_by=CountryCode("ID"))
    joined = [attrs.evolve(base, joining=said) for said in (True, False, None)]
    report = build(ask(prepared=Prepared(joined=joined)))
    (table, *_) = tables(report, "Proposal")
    assert [row[4] for row in cells(table)] == ["Yes", "We do not join", "Not stated"]
