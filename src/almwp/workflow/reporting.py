"""Build reports, and lay them out in the formats that plugins know."""

from datetime import date

from attrs import field, frozen

from almwp.catalogue.meetings import find_meeting, meetings
from almwp.catalogue.members import find_member, members, members_on
from almwp.errors import CallError, UnknownNameError
from almwp.model.folding import fold
from almwp.model.ids import BodyId, MeetingId
from almwp.model.meeting import Meeting
from almwp.model.member import Member
from almwp.model.moment import Moment
from almwp.model.position import Audience, audience_of
from almwp.model.report import Report
from almwp.model.source import Basis
from almwp.model.workplan import WorkPlan
from almwp.plugins.guard import guard
from almwp.plugins.records import ReportRequest
from almwp.plugins.registry import Plugins
from almwp.workflow.messages import translation_into
from almwp.workflow.scoring import Scoring, framework_of, manifest_of, score_plan


@frozen(kw_only=True)
class Wanted:
    """What report is wanted, and for whom.

    Attributes:
        report: Name of the report kind.
        country: The country, by ISO code or name; None for a regional report.
        meeting: The meeting, by id or in words; None for none.
        date: First day of a meeting that the catalogue does not know.
        audience: Who may read it.
        language: In which language.
        scoring: How to score.
    """

    report: str = "position"
    country: str | None = None
    meeting: str | None = None
    date: Moment | None = None
    audience: Audience = field(default=Audience.INTERNAL, converter=audience_of)
    language: str = "en"
    scoring: Scoring = Scoring()


def build_report(plan: WorkPlan, wanted: Wanted, plugins: Plugins) -> Report:
    """Build a report from *plan*.

    Raises:
        UnknownNameError: There is no such report, country, meeting or language.
        CallError: The report lacks something that it needs.
        PluginError: The report kind broke.
    """
    kind = plugins.reports[wanted.report]
    plugins.languages[wanted.language]  # an unknown one is said at once
    meeting = meeting_of(wanted.meeting, wanted.date) if wanted.meeting else None
    first_day = meeting.start.start if meeting else None
    scoring = wanted.scoring
    request = ReportRequest(
        plan=plan,
        framework=framework_of(plan, scoring.framework, plugins),
        country=country_of(wanted.country) if wanted.country else None,
        meeting=meeting,
        members=members_on(first_day or date.max),
        all_members=members(),
        as_of=scoring.as_of,
        audience=wanted.audience,
        language=wanted.language,
        translate=translation_into(wanted.language, plugins),
        score=lambda part: score_plan(part, scoring, plugins),
        manifest=manifest_of(plan, scoring, plugins),
    )
    return guard(
        plugins.reports.provider_of(wanted.report), lambda: kind.build(request)
    )


def render_report(report: Report, exporter: str, plugins: Plugins) -> bytes:
    """Lay out *report* in a format.

    Raises:
        UnknownNameError: There is no such format.
        PluginError: The exporter broke.
    """
    plugin = plugins.exporters.provider_of(exporter)
    content = guard(plugin, lambda: plugins.exporters[exporter].render(report))
    return bytes(content)


def country_of(words: str) -> Member:
    """Return the member state that *words* name.

    Raises:
        UnknownNameError: They name none.
    """
    member = find_member(words)
    if member is None:
        raise UnknownNameError("country", words, tuple(m.iso2 for m in members()))
    return member


def meeting_of(words: str, day: Moment | None = None) -> Meeting:
    """Return the meeting that *words* name; with a date, one that is not known yet.

    Raises:
        UnknownNameError: They name no known meeting, and no date was given.
    """
    meeting = find_meeting(words)
    if meeting:
        return meeting
    if day is None:
        known = tuple(m.id for m in meetings() if m.body == "SLOM")
        raise UnknownNameError("meeting", words, (*known, "or any name with --date"))
    slug = "-".join(fold(words).split())
    if not slug:
        raise CallError("the meeting has no name; write for instance --meeting slom-21")
    return Meeting(
        id=MeetingId(slug),
        body=BodyId("SLOM"),
        name=words,
        start=day,
        basis=Basis.REPORTED,
        note="as named by the user",
    )


def as_of_from(words: str) -> Moment:
    """Return the day that *words* mean: a date of any precision, or a meeting.

    Raises:
        CallError: They mean neither.
    """
    try:
        return Moment.parse(words)
    except ValueError:
        meeting = find_meeting(words)
    if meeting is None:
        raise CallError(
            "'{words}' is neither a date (2025-10-21) nor a known meeting (slom-20)",
            words=words,
        )
    return meeting.last_day
