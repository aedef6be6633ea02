"""What papers on overlaps and on alignment share: the scene, and names in tables."""

from collections.abc import Iterable

from almwp.model.activity import Activity
from almwp.model.ids import CountryCode
from almwp.plan.overlaps import Scene
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.opening import OpenedRequest
from almwp_slom.redaction import is_open
from almwp_slom.setting import Setting


def scene_of(request: OpenedRequest, activities: Iterable[Activity]) -> Scene:
    """Return in what to look, as the audience of *request* may see it."""
    torn = (a for a, keys in request.contested.items() if "leads" in keys)
    return Scene(
        activities=tuple(activities),
        submissions=request.plan.submissions,
        framework=request.framework,
        members=tuple(member.iso2 for member in request.members),
        country=CountryCode(request.country.iso2) if request.country else None,
        day=request.day,
        not_settled=frozenset(torn if is_open(request.audience) else ()),
    )


def subtitle_of(request: ReportRequest, setting: Setting) -> str:
    """Return the programme, the country, the meeting and the day of a paper."""
    wording, parts = setting.wording, []
    if request.framework:
        parts.append(wording.text(request.framework.title))
    if request.country:
        parts.append(wording.text(request.country.name))
    if request.meeting:
        parts.append(wording.meeting(request.meeting))
    if request.as_of:
        as_of = setting.say("as of {day}")
        parts.append(as_of.format(day=wording.day(request.as_of)))
    return ", ".join(parts)


def titled(activity: Activity, setting: Setting) -> str:
    """Name an activity and who leads it, on two lines."""
    lead = setting.wording.parties(activity.leads) or setting.say("not stated")
    said = setting.say("Lead: {names}").format(names=lead)
    return f"{setting.named(activity)}\n{said}"
