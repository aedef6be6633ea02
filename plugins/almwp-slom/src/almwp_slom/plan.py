"""The report kind ``plan``: the plan itself, for formats that other programs read.

Its words are those of the report on progress; its data are the activities, indicators,
submissions and contradictions, with the scores beside them.
"""

from attrs import evolve

from almwp.model.opening import opened
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.model.score import Scorecard
from almwp.model.submission import Submission
from almwp.model.surely import surely
from almwp.model.workplan import WorkPlan
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.opening import OpenedRequest, open_request
from almwp_slom.progress import build as build_progress
from almwp_slom.progress import in_paper_order
from almwp_slom.setting import Setting


def build(request: ReportRequest) -> Report:
    """Build the report: that on progress, with the plan as its data."""
    request = open_request(request, in_paper_order)
    paper = build_progress(request)
    card = surely(Scorecard, paper.data)  # it is made from scores
    plan = readable_plan(request)
    setting = Setting.of(request, plan.activities)
    return evolve(
        paper,
        title=setting.say("Activities, indicators and scores"),
        data=plan,
        scorecard=card,
    )


def readable_plan(request: OpenedRequest) -> WorkPlan:
    """Return what of the plan the readers of the report may see.

    What a country has prepared for a meeting is never in it: that is the position.
    Others than the ministry get activities alone.
    """
    plan = request.plan
    if request.audience is not Audience.INTERNAL:
        return opened(plan, request.audience)
    return evolve(
        plan,
        submissions=[_bare(submission) for submission in plan.submissions],
        superseded=[
            evolve(each, submission=_bare(each.submission)) for each in plan.superseded
        ],
    )


def _bare(submission: Submission) -> Submission:
    """Return a submission without what the plan has, and what is not for the plan."""
    return evolve(
        submission,
        delegation=(),
        objectives=(),
        notice="",
        activities=(),
        indicators=(),
        proposals=(),
        agenda=(),
        asks=(),
        programme=None,
    )
