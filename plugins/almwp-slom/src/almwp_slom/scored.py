"""Scores of groups of activities, an activity counted once everywhere in a paper."""

from attrs import frozen

from almwp.model.activity import Activity
from almwp.model.score import ScoreLine
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.placement import Group
from almwp_slom.position import part_of, programme_line


@frozen(kw_only=True)
class Scored:
    """A group of activities and its score, if the method gave one."""

    group: Group
    line: ScoreLine | None


def score_groups(
    groups: tuple[Group, ...], request: ReportRequest
) -> tuple[Scored, ...]:
    """Score each group by itself.

    The lines of one scorecard would count an activity with two outcomes under both,
    while its table stands under one.
    """
    return tuple(Scored(group=one, line=_line(one, request)) for one in groups)


def in_order(groups: tuple[Group, ...]) -> tuple[Activity, ...]:
    """Return all activities, group after group."""
    return tuple(activity for one in groups for activity in one.activities)


def _line(one: Group, request: ReportRequest) -> ScoreLine | None:
    if not one.places:
        return None
    return programme_line(request.score(part_of(request.plan, one.activities)))
