"""Explain why a rule, an activity, an indicator or a figure is what it is."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Final

import attrs
from attrs import field, frozen

from almwp.errors import CallError, Translate, in_english
from almwp.findings.rule import Finding
from almwp.intake.nearby import near
from almwp.model.fields import frozen_items
from almwp.model.ids import FrameworkId
from almwp.model.manifest import Manifest
from almwp.model.moment import Moment
from almwp.model.policy import Policy
from almwp.model.score import Scorecard
from almwp.model.source import Statement
from almwp.model.workplan import WorkPlan
from almwp.plugins.registry import Plugins
from almwp.scoring.states import State, known_state
from almwp.workflow.explainedactivity import ExplainedActivity
from almwp.workflow.explainedindicator import ExplainedIndicator
from almwp.workflow.explainednote import ExplainedNote
from almwp.workflow.explainingactivities import (
    activity_names,
    explain_activity,
)
from almwp.workflow.explainingcells import ExplainedCell, explain_cells
from almwp.workflow.explainingfigures import ExplainedFigure, explain_figure
from almwp.workflow.explainingindicators import (
    Told,
    explain_indicator,
    indicator_names,
)
from almwp.workflow.explainingrules import (
    ExplainedRule,
    explain_rule,
    known_rules,
    rules_named,
)
from almwp.workflow.figurenames import figure_names, figure_wanted, figures_of
from almwp.workflow.namedinplan import named_in_plan, titles_of, titles_with
from almwp.workflow.retelling import reason_teller
from almwp.workflow.scoring import Scoring, framework_of, score_plan

_MOST: Final = 5
"""How many titles are named at most where several could be meant."""


@frozen(kw_only=True)
class Explained:
    """Why something is what it is.

    Rules, figures and cells stand alone; an activity and an indicator may have one
    name.

    Attributes:
        what: What was asked for.
        method: Name of the scorer; empty for a rule.
        framework: The framework by which was rolled up.
        as_of: The day as of which it holds; None for the newest reports.
        rules: The rule that was asked for.
        activities: The activities; several where they have the same number or title.
        indicators: The indicators, likewise.
        figures: The figures; several where all were asked for.
        remarks: What must be said with the figures; none for a rule.
        cells: What became of the cell that was asked for.
        notes: The note of a paper that was asked for.
        policy: The choices on which figures rest; None for a rule.
        manifest: What it was made from.
    """

    what: str
    method: str = ""
    framework: FrameworkId | None = None
    as_of: Moment | None = None
    rules: tuple[ExplainedRule, ...] = field(default=(), converter=frozen_items)
    activities: tuple[ExplainedActivity, ...] = field(
        default=(), converter=frozen_items
    )
    indicators: tuple[ExplainedIndicator, ...] = field(
        default=(), converter=frozen_items
    )
    figures: tuple[ExplainedFigure, ...] = field(default=(), converter=frozen_items)
    remarks: tuple[Statement, ...] = field(default=(), converter=frozen_items)
    cells: tuple[ExplainedCell, ...] = field(default=(), converter=frozen_items)
    notes: tuple[ExplainedNote, ...] = field(default=(), converter=frozen_items)
    policy: Policy | None = None
    manifest: Manifest = Manifest()


def explain_rules(
    what: str,
    plugins: Plugins,
    translate: Translate = in_english,
    language: str = "en",
    found: Sequence[Finding] = (),
) -> Explained | None:
    """Return what the rule *what* says, or None where it is the name of no rule.

    Args:
        what: A code such as ``ALM207``, or a name such as ``ambiguous-percent``.
        plugins: Those that are loaded; their rules are known too.
        translate: Into the language of the words.
        language: Which language that is.
        found: What was found in files, to tell where the rule spoke.
    """
    rules = rules_named(what, plugins)
    if not rules:
        return None
    return Explained(
        what=what,
        rules=(explain_rule(r, plugins, translate, language, found) for r in rules),
    )


def explain_in_plan(
    what: str,
    plan: WorkPlan,
    scoring: Scoring,
    plugins: Plugins,
    translate: Translate = in_english,
    language: str = "en",
) -> Explained:
    """Return why something of *plan* or a figure made from it is what it is.

    Args:
        what: The id, number or title of an activity or an indicator, or a part of a
            title that only one of them has; or a figure: ``all``, ``programme``,
            ``outcome:1``, ``country=Viet Nam``; or a cell: ``vn.xlsx!Sheet!F7``.
        plan: The plan.
        scoring: How to score.  A figure is told even where *by* does not name its
            kind.
        plugins: Those that are loaded.
        translate: Into the language of the words.
        language: Which language that is.

    Raises:
        UnknownNameError: There is no such scorer or framework.
        CallError: Nothing is named so; the sentence tells what is near.
        PluginError: The scorer broke.
    """
    wanted = figure_wanted(what, translate)
    named = named_in_plan(plan, what, translate)
    if wanted and wanted.kind and wanted.kind not in scoring.by and not named:
        scoring = attrs.evolve(scoring, by=(*scoring.by, wanted.kind))
    card = score_plan(plan, scoring, plugins)
    figures = figures_of(card, wanted, translate) if wanted and not named else ()
    cells: tuple[ExplainedCell, ...] = ()
    if not named and not figures:
        cells = explain_cells(what, plan, card, language)
    if not named and not figures and not cells:
        names = (*figure_names(card), *activity_names(plan), *indicator_names(plan))
        contained = titles_with(what, titles_of(plan)).values()
        raise nothing_named(what, (*names, *_rule_names(plugins)), contained)
    states = cache(partial(_states, plan))
    say = reason_teller(scoring.method, plugins, translate, language)
    told = Told(say=say, translate=translate, language=language)
    framework = framework_of(plan, scoring.framework, plugins)
    cards = (
        cards_of_indicators(plan, card, scoring, plugins) if named.indicators else ()
    )
    if cards and not named.activities:
        card = cards[0]
    remarks = (each for made in (card, *cards) for each in made.remarks)
    return Explained(
        what=what,
        method=card.method,
        framework=card.framework,
        as_of=card.as_of,
        activities=(
            explain_activity(
                a, plan, card, framework, states(card.as_of), say, translate, language
            )
            for a in named.activities
        ),
        indicators=(
            explain_indicator(i, plan, cards, framework, card.policy, card.as_of, told)
            for i in named.indicators
        ),
        figures=(
            explain_figure(
                each, states(each.as_of or card.as_of), say, translate, language
            )
            for each in figures
        ),
        remarks=dict.fromkeys(remarks),
        cells=cells,
        policy=card.policy,
        manifest=card.manifest,
    )


def _states(plan: WorkPlan, as_of: Moment | None) -> Mapping[str, State]:
    day = as_of.end if as_of else None
    return {a.id: known_state(a, day).state for a in plan.activities}


def cards_of_indicators(
    plan: WorkPlan, card: Scorecard, scoring: Scoring, plugins: Plugins
) -> tuple[Scorecard, ...]:
    """Return the figures in which indicators count.

    These are *card* itself if its method counts indicators, else what the methods
    that do make of *plan*.
    """
    if card.counts == "indicators":
        return (card,)
    return tuple(
        score_plan(plan, attrs.evolve(scoring, method=name), plugins)
        for name, scorer in plugins.scorers.items()
        if scorer.counts == "indicators" and (scorer.takes_policy or not scoring.policy)
    )


def nothing_named(
    what: str, names: Iterable[str], contained: Iterable[str] = ()
) -> CallError:
    """Return the error that nothing is named *what*, with the names that are near.

    Args:
        what: What was asked for.
        names: Under which names there is something.
        contained: Titles in which it occurs.
    """
    several = tuple(dict.fromkeys(contained))
    if several:
        return CallError(
            "'{what}' is a part of {count} titles; name one of them: {titles}",
            what=what,
            count=len(several),
            titles="; ".join(f"'{title}'" for title in several[:_MOST])
            + ("; …" if len(several) > _MOST else ""),
        )
    nearest = near(what, names)
    if nearest:
        return CallError(
            "nothing is named '{what}'; did you mean {nearest}?",
            what=what,
            nearest=", ".join(nearest),
        )
    return CallError(
        "nothing is named '{what}'; name a code such as ALM207, an activity or an "
        "indicator by its number or title, or a figure such as outcome:1, country:VN "
        "or all",
        what=what,
    )


def refuse_without_files(what: str, plugins: Plugins) -> CallError:
    """Return the error that *what* is no rule, and that all else is in files."""
    nearest = near(what, _rule_names(plugins))
    if nearest:
        return CallError(
            "no rule is named '{what}'; did you mean {nearest}?",
            what=what,
            nearest=", ".join(nearest),
        )
    return CallError(
        "no rule is named '{what}'; to explain an activity or a figure, name the files "
        "as well",
        what=what,
    )


def _rule_names(plugins: Plugins) -> tuple[str, ...]:
    rules = known_rules(plugins).values()
    return tuple(name for rule in rules for name in (rule.code, rule.name))
