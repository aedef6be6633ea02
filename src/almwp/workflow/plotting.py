"""Figures made from a plan, in one language or in two."""

import re
from datetime import date

from attrs import evolve, field, frozen

from almwp.catalogue.members import members_on
from almwp.drawing.carriedfigure import carried_figure
from almwp.drawing.joining import in_both
from almwp.drawing.membersfigure import members_figure
from almwp.drawing.mergedfigures import merged_figure
from almwp.drawing.progressfigure import outcomes_figure
from almwp.drawing.targetfigure import target_path_figure
from almwp.drawing.timelinefigure import timeline_figure
from almwp.errors import CallError, NoActivitiesError, Translate, UnknownNameError
from almwp.model.fields import frozen_items
from almwp.model.figures import AnyFigure
from almwp.model.folding import fold
from almwp.model.framework import Succession
from almwp.model.indicator import Indicator
from almwp.model.member import Member
from almwp.model.surely import surely
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import part_of
from almwp.plugins.registry import Plugins
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs
from almwp.workflow.carryover import WantedCarryOver, carry_over
from almwp.workflow.meanings import country_of
from almwp.workflow.messages import translation_into
from almwp.workflow.scoring import Scoring, framework_of, plans_under, score_plan

PROGRESS, TIMELINE, MEMBERS = "progress", "timeline", "members"
INDICATORS, CARRY_OVER = "indicators", "carry-over"
NAMED = (PROGRESS, TIMELINE, MEMBERS, INDICATORS, CARRY_OVER)
"""The figures that have a name; an indicator is asked for by its own."""
_MOST_NAMED = 20
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 60


@frozen(kw_only=True)
class WantedPlot:
    """What figure is wanted.

    Attributes:
        what: ``progress``, ``timeline``, ``members``, ``indicators``, ``carry-over``,
            or the id, the number or the name of an indicator.
        country: Whose activities and indicators, by ISO code or name; None for all.
        language: In which language.
        second_language: The other language of a figure in two; empty for one.
        scoring: As of when, and by which framework.
        into: Id of the next programme, for ``carry-over``.
        successions: The crosswalk to it.
        crosswalk: Name of the file in which it stands.
    """

    what: str
    country: str | None = None
    language: str = "en"
    second_language: str = ""
    scoring: Scoring = Scoring()
    into: str | None = None
    successions: tuple[Succession, ...] = field(default=(), converter=frozen_items)
    crosswalk: str = ""


@frozen(kw_only=True)
class Plot:
    """A figure and the name of its file, without an ending."""

    name: str
    figure: AnyFigure


def plots(plan: WorkPlan, wanted: WantedPlot, plugins: Plugins) -> tuple[Plot, ...]:
    """Make the figures that are wanted, one for each indicator that is meant.

    Raises:
        UnknownNameError: There is no such figure, country, language or framework.
        NoActivitiesError: The figure is one of activities, and there are none.
        CallError: The figure is one of indicators, and there are none; or it leads to
            a next programme that was not named, or was named for another figure.
    """
    refuse_other_wishes(wanted)
    first, second = wanted.language, wanted.second_language
    if not second or first == second:
        return _in_one(plan, evolve(wanted, second_language=""), plugins)
    pairs = zip(
        _in_one(plan, wanted, plugins),
        _in_one(plan, evolve(wanted, language=second, second_language=first), plugins),
        strict=True,
    )
    return tuple(each for pair in pairs for each in _together(*pair))


def words_of(wanted: WantedPlot, plugins: Plugins) -> Translate:
    """Return what gives the words of a picture in the language or languages wanted.

    Raises:
        UnknownNameError: There is no such language.
    """
    first = translation_into(wanted.language, plugins)
    if not wanted.second_language:
        return first
    return in_both(first, translation_into(wanted.second_language, plugins))


def refuse_other_wishes(wanted: WantedPlot) -> None:
    """Refuse a call in which the next programme is missing, or is of no use.

    Raises:
        CallError: It is so.
    """
    if wanted.what == CARRY_OVER:
        if wanted.into is None:
            raise CallError(
                "say into which programme the activities go, for instance --into "
                "ALM-WP-2026-2030"
            )
    elif wanted.into is not None or wanted.crosswalk:
        raise CallError(
            "--into and --crosswalk belong to the figure 'carry-over'; leave them out"
        )


def _together(one: Plot, two: Plot) -> tuple[Plot, ...]:
    """Return one figure in two languages, or both where they show other things."""
    merged = merged_figure(one.figure, two.figure)
    return (evolve(one, figure=merged),) if merged else (one, two)


def _in_one(plan: WorkPlan, wanted: WantedPlot, plugins: Plugins) -> tuple[Plot, ...]:
    say = translation_into(wanted.language, plugins)
    member = None if wanted.country is None else country_of(wanted.country)
    if wanted.what in (PROGRESS, TIMELINE, MEMBERS):
        figure = _of_activities(plan, wanted, member, plugins)
    elif wanted.what == CARRY_OVER:
        figure = _of_carry_over(plan, wanted, member, plugins)
    else:
        return _of_indicators(plan, wanted, member, say)
    if member is not None:
        name = member.name.in_(wanted.language)
        figure = evolve(figure, caption=f"{name}: {figure.caption}")
    return (Plot(name=_file_name(wanted.what, wanted, member), figure=figure),)


def _of_carry_over(
    plan: WorkPlan, wanted: WantedPlot, member: Member | None, plugins: Plugins
) -> AnyFigure:
    say = translation_into(wanted.language, plugins)
    carry = WantedCarryOver(
        to=surely(str, wanted.into),
        framework=wanted.scoring.framework,
        successions=wanted.successions,
        crosswalk=wanted.crosswalk,
        country=member.iso2 if member else None,
        as_of=wanted.scoring.as_of,
        language=wanted.language,
    )
    carried = carry_over(plan, carry, plugins, say)
    if not carried.activities:
        raise NoActivitiesError()
    return carried_figure(carried, say, wanted.language)


def _of_activities(
    plan: WorkPlan, wanted: WantedPlot, member: Member | None, plugins: Plugins
) -> AnyFigure:
    say = translation_into(wanted.language, plugins)
    scoring = wanted.scoring
    framework = framework_of(plan, scoring.framework, plugins)
    under = plans_under(framework, plugins) if framework else ()
    question = Question(framework=framework, plans_under=under, as_of=scoring.as_of)
    own = [a for a in plan.activities if belongs(a, question)]
    if member is not None:
        own = [a for a in own if a.is_led_by(member.iso2)]
    if not own:
        raise NoActivitiesError()
    if wanted.what == PROGRESS:
        card = score_plan(part_of(plan, own), scoring, plugins)
        return outcomes_figure(card, say, wanted.language)
    if wanted.what == TIMELINE:
        period = framework.period if framework else None
        return timeline_figure(own, scoring.as_of, say, wanted.language, period)
    day = scoring.as_of.end if scoring.as_of else date.max
    return members_figure(own, question, members_on(day), say, wanted.language)


def _of_indicators(
    plan: WorkPlan, wanted: WantedPlot, member: Member | None, say: Translate
) -> tuple[Plot, ...]:
    its = [i for i in plan.indicators if member is None or i.country == member.iso2]
    if wanted.what != INDICATORS:
        its = [i for i in its if fold(wanted.what) in _names(i)]
        if not its:
            known = [str(i.id) for i in plan.indicators][:_MOST_NAMED]
            raise UnknownNameError("figure", wanted.what, (*NAMED, *known))
    if not its:
        raise CallError("the files hold no indicator; almwp check tells more")
    made: dict[str, Plot] = {}
    for indicator in its:
        name = wanted_name = _file_name(f"indicator-{indicator.id}", wanted, member)
        count = 1
        while name.casefold() in made:
            count += 1
            name = f"{wanted_name}-{count}"
        figure = target_path_figure(
            indicator, wanted.scoring.as_of, say, wanted.language
        )
        made[name.casefold()] = Plot(name=name, figure=figure)
    return tuple(made.values())


def _names(indicator: Indicator) -> set[str]:
    forms = (words for _, words in indicator.name.forms)
    return {fold(name) for name in (indicator.id, indicator.number, *forms) if name}


def _file_name(what: str, wanted: WantedPlot, member: Member | None) -> str:
    """Name the file after what it shows, so that none replaces another."""
    parts = [_NOT_IN_NAMES.sub("-", what)[:_LONGEST_NAME].strip("-. ")]
    if member is not None:
        parts.append(member.iso2)
    is_of_activities = wanted.what in (PROGRESS, TIMELINE, MEMBERS, CARRY_OVER)
    if is_of_activities and wanted.scoring.framework:
        parts.append(wanted.scoring.framework)
    if wanted.into:
        parts += ["into", _NOT_IN_NAMES.sub("-", wanted.into)[:_LONGEST_NAME]]
    if wanted.scoring.as_of:
        parts.append(f"as-of-{wanted.scoring.as_of}")
    languages = [code for code in (wanted.language, wanted.second_language) if code]
    if languages != ["en"]:
        parts += languages
    return "-".join(parts)
