"""Who may read each field of what a paper is made from, and the part of it that is so.

A field that is not listed here is for the ministry alone: it reaches no paper for the
delegation or the meeting before somebody has listed it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from almwp.model import (
    activity,
    alignment,
    earliervalue,
    indicator,
    manifest,
    meeting,
    moment,
    nationalposition,
    overlap,
    party,
    policy,
    position,
    score,
    source,
    text,
    timeframe,
    workplan,
)
from almwp.model.position import Audience


def _told(
    to_all: str, to_delegation: str = "", to_ministry: str = ""
) -> Mapping[str, Audience]:
    """Return for each name of a field the widest audience that may read it."""
    lists = (to_all, to_delegation, to_ministry)
    audiences = (Audience.MEETING, Audience.DELEGATION, Audience.INTERNAL)
    return MappingProxyType(
        {
            name: audience
            for names, audience in zip(lists, audiences, strict=True)
            for name in names.split()
        }
    )


READERS: Final[Mapping[type, Mapping[str, Audience]]] = MappingProxyType(
    {
        nationalposition.NationalPosition: _told(
            "country meeting version framework as_of members institution"
            " own_activities shared_obligations scorecard agenda proposals asks joined"
            " sources",
            "delegation objectives manifest prepared",
        ),
        position.AgendaStance: _told(
            "number item asked stance talking_points wording clearance audience"
            " evidence",
            "reasons fallback speaker cleared_by origin origins",
            "extras",
        ),
        position.Proposal: _told(
            "id number title framework node references rationale kind leads co_leads"
            " partners when timeframe output continues proposed_by joining view"
            " audience clearance",
            "cleared_by origin origins",
            "remarks extras",
        ),
        position.Ask: _told("to text is_offer", "origins", "extras"),
        position.Piece: _told("text audience clearance", "cleared_by origin"),
        activity.Activity: _told(
            "id title references level leads co_leads bodies timeframe host"
            " observations marks sources",
            "number other_titles parts kind partners funders place output indicators"
            " links origins earlier since",
            "budget remarks extras",
        ),
        activity.Observation: _told(
            "as_of status change percent basis",
            "meeting word origin percent_origin change_origin as_of_origin",
            "note",
        ),
        activity.PlanReference: _told("framework node basis", "number words"),
        activity.ActivityLink: _told("", "kind other note"),
        activity.RowOrigin: _told("", "file sha256 sheet row columns languages"),
        earliervalue.EarlierValue: _told(
            "", "field words as_of origin timeframe parties"
        ),
        party.Party: _told("kind id name"),
        timeframe.Timeframe: _told("raw start end recurrence editions"),
        timeframe.Edition: _told("label when"),
        source.Source: _told("address title date"),
        source.Origin: _told("", "file sha256 sheet cell"),
        source.Statement: _told("about text basis sources as_of note"),
        text.Text: _told("forms"),
        moment.Moment: _told("start precision"),
        moment.Period: _told("first last"),
        meeting.Meeting: _told(
            "id body number number_basis name start end place host chair vice_chair"
            " basis sources note"
        ),
        manifest.Manifest: _told("", "inputs software settings"),
        manifest.InputFile: _told("", "name sha256"),
        score.Scorecard: _told(
            "method framework as_of lines remarks counts", "manifest policy"
        ),
        score.ScoreLine: _told("scope score shares figures as_of groups"),
        score.GroupScore: _told("group score"),
        score.Scope: _told("kind id title basis"),
        score.Share: _told("name score"),
        score.Score: _told("value low high known total method", "parts reasons"),
        score.Part: _told(
            "",
            "id title weight value reason basis origin origins low high raw before"
            " after is_left_out missing_as",
        ),
        score.PartAt: _told("", "as_of value low high reason origin origins"),
        indicator.Disaggregation: _told("by group"),
        policy.Policy: _told(
            "",
            "weights given cap absences no_baseline target_is_baseline keep_within",
        ),
        policy.GivenWeight: _told("", "id weight"),
        policy.AbsenceRules: _told(
            "", "not_reported blank not_applicable not_due withheld"
        ),
        overlap.Overlaps: _told(
            "framework country members activities withdrawn matrices",
            "members_without look_alikes series payers crowded",
            "budgets",
        ),
        overlap.NamedActivity: _told("id title"),
        overlap.Matrix: _told("by rows activities"),
        overlap.MatrixRow: _told(
            "node number title activities parts owed_by_all led_by_others without_lead"
            " not_settled is_sure"
        ),
        overlap.MemberPart: _told("country leads co_leads"),
        overlap.LookAlike: _told(
            "",
            "one other likeness words countries one_co_led_by other_co_led_by"
            " institutions one_paid_by other_paid_by one_serves other_serves",
        ),
        overlap.Series: _told("", "words activities"),
        overlap.SharedPayer: _told("", "name activities"),
        overlap.SharedBudget: _told("", "words name activities"),
        alignment.Alignment: _told(
            "framework country plans activities withdrawn serving_several without_plan"
            " crossings",
            "alike_elsewhere",
        ),
        alignment.AlignedActivity: _told("id title services"),
        alignment.Service: _told("framework nodes basis through", "number"),
        alignment.AlignedPlan: _told(
            "framework title reach period is_known named_by through parts"
        ),
        alignment.PlanPart: _told(
            "node level level_name number title activities inferred is_sure may_serve"
        ),
        alignment.Crossing: _told("node framework activities"),
        # A report of another kind may be made of the whole plan.
        workplan.WorkPlan: _told(
            "framework activities",
            "",
            "indicators submissions conflicts decisions resolved unfit suggestions"
            " superseded likely_versions routes",
        ),
    }
)
"""Of each class and each of its fields the widest audience that may read it."""


def readers_of(cls: type, name: str) -> Audience:
    """Return the widest audience that may read the field *name* of *cls*.

    Raises:
        TypeError: Nobody has said who may read *cls*.
    """
    if cls not in READERS:
        raise TypeError(f"nobody has said who may read the fields of {cls.__name__}")
    return READERS[cls].get(name, Audience.INTERNAL)
