"""Figures made from a plan and written as files of their own."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from attrs import evolve, field, frozen

from almwp.catalogue.members import members_on
from almwp.drawing.drawn import draw_png, draw_svg
from almwp.drawing.membersfigure import members_figure
from almwp.drawing.progressfigure import outcomes_figure
from almwp.drawing.targetfigure import target_path_figure
from almwp.drawing.timelinefigure import timeline_figure
from almwp.errors import CallError, NoActivitiesError, Translate, UnknownNameError
from almwp.model.fields import frozen_items
from almwp.model.figures import AnyFigure
from almwp.model.folding import fold
from almwp.model.indicator import Indicator
from almwp.model.member import Member
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import part_of
from almwp.plugins.registry import Plugins
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs
from almwp.workflow.meanings import country_of
from almwp.workflow.messages import translation_into
from almwp.workflow.scoring import Scoring, framework_of, plans_under, score_plan
from almwp.workflow.writing import write_whole

PROGRESS, TIMELINE, MEMBERS, INDICATORS = (
    "progress",
    "timeline",
    "members",
    "indicators",
)
NAMED = (PROGRESS, TIMELINE, MEMBERS, INDICATORS)
"""The figures that have a name; an indicator is asked for by its own."""
FORMATS = ("svg", "png")
_MOST_NAMED = 20
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 60


@frozen(kw_only=True)
class WantedPlot:
    """What figure is wanted.

    Attributes:
        what: ``progress``, ``timeline``, ``members``, ``indicators``, or the id, the
            number or the name of an indicator.
        country: Whose activities and indicators, by ISO code or name; None for all.
        language: In which language.
        scoring: As of when, and by which framework.
    """

    what: str
    country: str | None = None
    language: str = "en"
    scoring: Scoring = Scoring()


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
        CallError: The figure is one of indicators, and there are none.
    """
    say = translation_into(wanted.language, plugins)
    member = None if wanted.country is None else country_of(wanted.country)
    if wanted.what not in (PROGRESS, TIMELINE, MEMBERS):
        return _of_indicators(plan, wanted, member, say)
    figure = _of_activities(plan, wanted, member, plugins)
    if member is not None:
        name = member.name.in_(wanted.language)
        figure = evolve(figure, caption=f"{name}: {figure.caption}")
    return (Plot(name=_file_name(wanted.what, wanted, member), figure=figure),)


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
        return timeline_figure(own, scoring.as_of, say, wanted.language)
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
    is_of_activities = wanted.what in (PROGRESS, TIMELINE, MEMBERS)
    if is_of_activities and wanted.scoring.framework:
        parts.append(wanted.scoring.framework)
    if wanted.scoring.as_of:
        parts.append(f"as-of-{wanted.scoring.as_of}")
    if wanted.language != "en":
        parts.append(wanted.language)
    return "-".join(parts)


@frozen(kw_only=True)
class Target:
    """Where figures are written.

    Attributes:
        place: A folder, or a file that ends in ``.svg`` or ``.png``.
        formats: ``svg``, ``png`` or both; a file's ending says its own.
        inputs: Files that were read, which are never written over.
    """

    place: Path = Path()
    formats: tuple[str, ...] = ()
    inputs: tuple[Path, ...] = field(default=(), converter=frozen_items)

    @property
    def is_file(self) -> bool:
        """Whether it is one file rather than a folder."""
        return self.place.suffix.lower().removeprefix(".") in FORMATS and (
            not self.place.is_dir()
        )


def refuse_other_places(target: Target) -> None:
    """Refuse a place at which no figure can be written.

    Raises:
        CallError: It is a file of another kind, or its ending is not what was asked
            for.
    """
    place, ending = target.place, target.place.suffix.lower().removeprefix(".")
    if place.is_dir():
        return
    if ending and ending not in FORMATS:
        raise CallError(
            "'{path}' ends neither in .svg nor in .png; name such a file, or a folder",
            path=place,
        )
    others = [name for name in target.formats if name != ending]
    if ending and others:
        raise CallError(
            "'{path}' cannot be written as {format}; name a folder, or leave --to out",
            path=place,
            format=others[0],
        )


def write_plots(
    made: Iterable[Plot], target: Target, say: Translate
) -> tuple[Path, ...]:
    """Draw figures and write each as a file, whole or not at all.

    All are drawn before the first is written.

    Raises:
        CallError: There are several figures for one file, the place is none for
            figures, a file would replace one that was read, or matplotlib is not
            installed.
        UnwritableFileError: A file could not be written.
    """
    refuse_other_places(target)
    every = list(made)
    if target.is_file and len(every) > 1:
        raise CallError(
            "there are {count} figures; name a folder for them, not the file '{path}'",
            count=len(every),
            path=target.place,
        )
    read = {path.resolve() for path in target.inputs}
    drawn: list[tuple[Path, bytes]] = []
    for plot in every:
        for path, name in _paths(plot, target):
            if path.resolve() in read:
                raise CallError(
                    "'{path}' is one of the files that were read; name another",
                    path=path,
                )
            drawn.append((path, drawn_file(plot.figure, name, say)))
    for path, content in drawn:
        write_whole(path, content)
    return tuple(path for path, _ in drawn)


def _paths(plot: Plot, target: Target) -> list[tuple[Path, str]]:
    if target.is_file:
        return [(target.place, target.place.suffix.lower().removeprefix("."))]
    formats = dict.fromkeys(target.formats or ("svg",))
    return [(target.place / f"{plot.name}.{name}", name) for name in formats]


def drawn_file(figure: AnyFigure, name: str, say: Translate) -> bytes:
    """Return the bytes of a file in the format *name* that shows *figure*."""
    if name == "png":
        return draw_png(figure, say, captioned=True)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return (head + draw_svg(figure, say, captioned=True)).encode()
