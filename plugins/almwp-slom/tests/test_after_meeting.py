"""What was reported after the meeting is told as such."""

from collections.abc import Callable

from almwp_slom.paper import build
from attrs import evolve

from almwp.model.activity import Activity, Observation, Status
from almwp.model.moment import Moment
from almwp.model.workplan import WorkPlan
from almwp.plugins import ReportRequest
from almwp.testing.papers import words

Ask = Callable[..., ReportRequest]
Make = Callable[..., Activity]
SAID = "Reported of a day after the meeting, and counted here: No. 1"


def test_a_report_of_a_day_after_the_meeting_is_named(ask: Ask, activity: Make) -> None:
    late = Observation(as_of=Moment.parse("2099-12-24"), status=Status.COMPLETED)
    early = Observation(as_of=Moment.parse("2020-12-24"), status=Status.COMPLETED)
    for report, is_said in ((late, True), (early, False)):
        request = ask(plan=WorkPlan(activities=[activity(1, "x", report)]))
        assert (SAID in words(build(request))) == is_said
    as_of = Moment.parse("2099-12-31")
    late_plan = WorkPlan(activities=[activity(1, "x", late)])
    assert SAID not in words(build(evolve(ask(plan=late_plan), as_of=as_of)))
