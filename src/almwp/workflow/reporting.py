"""Build reports: of what is wanted, in one language or two."""

from datetime import date

from attrs import evolve, field, frozen

from almwp.catalogue.members import members, members_on
from almwp.drawing.bilingual import side_by_side
from almwp.errors import NoActivitiesError
from almwp.model.meeting import Meeting
from almwp.model.moment import Moment
from almwp.model.position import Audience, audience_of
from almwp.model.prepared import Prepared
from almwp.model.report import Report
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import part_of
from almwp.plan.preparing import prepare
from almwp.plugins.guard import guard_result
from almwp.plugins.registry import Plugins
from almwp.plugins.reportrequest import ReportRequest
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs
from almwp.workflow.collector import resting_collector
from almwp.workflow.meanings import country_of
from almwp.workflow.meetingwanted import meeting_wanted
from almwp.workflow.messages import translation_into
from almwp.workflow.plansbeside import plans_beside
from almwp.workflow.scoring import (
    Scoring,
    framework_of,
    manifest_of,
    plans_under,
    score_plan,
)


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
        second_language: The language that stands beside it; empty for none.
        scoring: How to score.
    """

    report: str = "position"
    country: str | None = None
    meeting: str | None = None
    date: Moment | None = None
    audience: Audience = field(default=Audience.INTERNAL, converter=audience_of)
    language: str = "en"
    second_language: str = ""
    scoring: Scoring = Scoring()


def build_report(plan: WorkPlan, wanted: Wanted, plugins: Plugins) -> Report:
    """Build a report from *plan*.

    Raises:
        UnknownNameError: There is no such report, country, meeting or language.
        CallError: The report lacks something that it needs.
        NoActivitiesError: The plan holds no activity, and the country has prepared
            nothing else for the meeting.
        PluginError: The report kind broke.
    """
    with resting_collector():
        if wanted.second_language:
            return _in_two(plan, wanted, plugins)
        return _in_one(plan, wanted, plugins)


def _in_two(plan: WorkPlan, wanted: Wanted, plugins: Plugins) -> Report:
    """Build the paper in each of its languages, and put them side by side."""
    first, second = wanted.language, wanted.second_language
    if first == second:
        return _in_one(plan, evolve(wanted, second_language=""), plugins)
    other = evolve(wanted, language=second, second_language=first)
    return side_by_side(
        _in_one(plan, wanted, plugins),
        _in_one(plan, other, plugins),
        translation_into(first, plugins),
        translation_into(second, plugins),
    )


def _in_one(plan: WorkPlan, wanted: Wanted, plugins: Plugins) -> Report:
    kind = plugins.reports[wanted.report]
    plugins.languages[wanted.language]  # an unknown one is said at once
    country = None if wanted.country is None else country_of(wanted.country)
    meeting = meeting_for(plan, wanted)
    prepared = Prepared()
    if country is not None:
        prepared = prepare(plan.submissions, country.iso2, meeting)
    if not plan.activities and not prepared.says_anything:
        raise NoActivitiesError()
    first_day = meeting.start.start if meeting else None
    scoring = wanted.scoring
    framework = framework_of(plan, scoring.framework, plugins)
    under = plans_under(framework, plugins) if framework else ()
    question = Question(framework=framework, plans_under=under)
    own = [a for a in plan.activities if belongs(a, question)]
    elsewhere = [a for a in plan.activities if not belongs(a, question)]
    country = None if wanted.country is None else country_of(wanted.country)
    code = country.iso2 if country else None
    request = ReportRequest(
        plan=part_of(plan, own),
        elsewhere=elsewhere,
        prepared=prepared,
        framework=framework,
        frameworks=plans_beside(plan, framework, code, plugins),
        country=country,
        meeting=meeting,
        members=members_on(first_day or date.max),
        all_members=members(),
        as_of=scoring.as_of,
        audience=wanted.audience,
        language=wanted.language,
        second_language=wanted.second_language,
        translate=translation_into(wanted.language, plugins),
        score=lambda part: score_plan(part, scoring, plugins),
        manifest=manifest_of(plan, scoring, plugins),
    )
    plugin = plugins.reports.provider_of(wanted.report)
    return guard_result(plugin, Report, lambda: kind.build(request))


def meeting_for(plan: WorkPlan, wanted: Wanted) -> Meeting | None:
    """Return the meeting for which a report is wanted, or None for none.

    Raises:
        UnknownNameError: There is no such country; or the meeting is not known, and
            nobody says when it begins.
        CallError: It is known, and begins on another day.
    """
    if wanted.meeting is None:
        return None
    country = None if wanted.country is None else country_of(wanted.country).iso2
    return meeting_wanted(wanted.meeting, wanted.date, plan.submissions, country)
