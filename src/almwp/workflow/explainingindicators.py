"""Explain an indicator: its numbers with their cells, and how far it came."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve, frozen

from almwp.errors import Translate
from almwp.intake.field import Field
from almwp.intake.fieldlist import field_list
from almwp.model.folding import fold
from almwp.model.framework import Framework, Role
from almwp.model.ids import ActivityId
from almwp.model.indicator import Indicator, Reading, Target
from almwp.model.moment import Moment
from almwp.model.policy import Policy
from almwp.model.score import ScopeKind, Scorecard
from almwp.model.workplan import WorkPlan
from almwp.scoring.achieved import Achievement
from almwp.scoring.achievement import achievement_of
from almwp.scoring.cells import cells_of_parts
from almwp.scoring.groups import Groups, groups_of, not_told_apart
from almwp.scoring.sharedindicators import put_together
from almwp.scoring.waysteps import steps_of
from almwp.workflow.explainedactivity import ExplainedField, ExplainedStanding
from almwp.workflow.explainedindicator import (
    ExplainedIndicator,
    ExplainedMeasure,
    ExplainedWay,
    MeasureKind,
)
from almwp.workflow.explainingactivities import explained_references
from almwp.workflow.explainingconflicts import conflicts_of
from almwp.workflow.explainingfigures import Say, explain_part, sum_of
from almwp.workflow.explainingpools import explained_pool

_NUMBERS = frozenset(
    (
        *("baseline", "baseline_date", "target", "target_year", "as_of", "reading"),
        *("numerator", "denominator", "sex", "sector", "migrant_status"),
    )
)
"""Fields of which each number tells itself."""


@frozen(kw_only=True)
class Told:
    """In which words to tell of an indicator.

    Attributes:
        say: Tells reasons.
        translate: Tells names of values.
        language: The language of titles and headings.
    """

    say: Say
    translate: Translate
    language: str = "en"


def indicators_named(plan: WorkPlan, words: str) -> tuple[Indicator, ...]:
    """Return the indicators that *words* name: by id, else by number, else by name."""
    wanted, folded = words.strip(), fold(words)
    for is_meant in (
        lambda i: i.id.casefold() == wanted.casefold(),
        lambda i: bool(i.number) and i.number.casefold() == wanted.casefold(),
        lambda i: bool(folded) and folded in {fold(w) for _, w in i.name.forms},
    ):
        if found := tuple(i for i in plan.indicators if is_meant(i)):
            return found
    return ()


def indicator_titles(plan: WorkPlan) -> Iterator[tuple[str, str]]:
    """Give the id and each name of the indicators of *plan*."""
    return ((i.id, words) for i in plan.indicators for _, words in i.name.forms)


def indicator_names(plan: WorkPlan) -> tuple[str, ...]:
    """Return under which names the indicators of *plan* can be asked for."""
    names: list[str] = []
    for each in plan.indicators:
        names += [each.id, each.number, *(words for _, words in each.name.forms)]
    return tuple(dict.fromkeys(name for name in names if name))


def explain_indicator(
    indicator: Indicator,
    plan: WorkPlan,
    cards: Sequence[Scorecard],
    framework: Framework | None,
    policy: Policy,
    as_of: Moment | None,
    told: Told,
) -> ExplainedIndicator:
    """Return all that is known of *indicator*.

    Args:
        indicator: The indicator.
        plan: The plan to which it belongs.
        cards: The figures in which it may count.
        framework: The framework by which was rolled up.
        policy: What counts where the formula has no answer.
        as_of: The day as of which to look; all readings count when not given.
        told: In which words.
    """
    day = as_of.end if as_of else None
    known = achievement_of(indicator, policy, day)
    of_groups = {
        group: achievement_of(indicator, policy, day, group)
        for group in groups_of(indicator)
    }
    all_known = {(): known, **of_groups}
    bases = [*filter(None, [indicator.baseline]), *indicator.group_baselines]
    labels = {f.key: f.label.in_(told.language) for f in _sheet()}
    return ExplainedIndicator(
        id=indicator.id,
        number=indicator.number,
        title=indicator.name.in_(told.language),
        country=indicator.country,
        unit=indicator.unit,
        direction=indicator.direction,
        kind=indicator.kind,
        fields=_fields(indicator, framework, told),
        references=explained_references(indicator.references, framework, told.language),
        baselines=(_reading(b, MeasureKind.BASELINE, all_known, None) for b in bases),
        targets=(_target(each, all_known) for each in indicator.targets),
        readings=(
            evolve(
                _reading(each, MeasureKind.READING, all_known, day),
                parts_at=cells_of_parts(indicator, each.origin),
            )
            for each in indicator.readings
        ),
        way=_way(indicator, (), known, told),
        groups=(_way(indicator, g, made, told) for g, made in of_groups.items()),
        together=explained_pool(
            indicator, plan.indicators, policy, day, told.say, told.translate
        ),
        ask_for=(told.translate(by) for by in not_told_apart(indicator)),
        conflicts=conflicts_of(ActivityId(indicator.id), plan, labels),
        standings=_standings(indicator, plan, cards, told),
    )


def _sheet() -> tuple[Field, ...]:
    return next(s for s in field_list().sheets if s.key == "indicators").fields


def _fields(
    indicator: Indicator, framework: Framework | None, told: Told
) -> Iterator[ExplainedField]:
    for known in _sheet():
        if known.key in _NUMBERS:
            continue
        value = _value(indicator, known.key, framework, told)
        origins = tuple(o for row in indicator.origins if (o := row.of(known.key)))
        if value or origins:
            yield ExplainedField(
                field=known.key,
                label=known.label.in_(told.language),
                value=value,
                origins=origins,
            )
    for extra in indicator.extras:
        yield ExplainedField(field="", label=extra.heading, value=extra.value)


def _value(
    indicator: Indicator, key: str, framework: Framework | None, told: Told
) -> str:
    """Return the value of a field in words; empty where there is none."""
    match key:
        case "name":
            return str(indicator.name)
        case "name_english":
            return indicator.name.says("en") or ""
        case "outcome" | "area":
            role = Role.OUTCOME if key == "outcome" else Role.PRIORITY_AREA
            nodes = {n.id for n in framework.with_role(role)} if framework else set()
            named = [r.node for r in indicator.references if r.node in nodes]
            return "; ".join(dict.fromkeys(name for name in named if name))
        case "direction" | "kind":
            return told.translate(getattr(indicator, key).value)
        case _:
            pass
    value = getattr(indicator, key, None)
    if isinstance(value, tuple):
        return "; ".join(str(each) for each in value)
    return str(value or "")


def _reading(
    reading: Reading,
    kind: MeasureKind,
    known: dict[Groups, Achievement],
    day: date | None,
) -> ExplainedMeasure:
    made = known.get(reading.group)
    if kind is MeasureKind.BASELINE:
        counted = made.baseline if made else None
    else:
        counted = made.reading if made else None
    return ExplainedMeasure(
        kind=kind,
        when=reading.when,
        value=reading.value,
        numerator=reading.numerator,
        denominator=reading.denominator,
        group=reading.group,
        origin=reading.origin,
        # A percentage that is rounded counts as its numerator and denominator give it.
        counts=counted is not None
        and _is_told(made)
        and (counted.when, counted.origin) == (reading.when, reading.origin),
        is_later=day is not None
        and reading.when is not None
        and reading.when.end > day,
    )


def _target(target: Target, known: dict[Groups, Achievement]) -> ExplainedMeasure:
    made = known.get(target.group)
    return ExplainedMeasure(
        kind=MeasureKind.TARGET,
        when=Moment.year(target.year),
        value=target.value,
        group=target.group,
        origin=target.origin,
        counts=made is not None and _is_told(made) and made.target == target,
    )


def _is_told(made: Achievement | None) -> bool:
    """Say whether anything came of it; of an open case no number counts."""
    return made is not None and isinstance(made.value, Fraction)


def _way(
    indicator: Indicator, group: Groups, known: Achievement, told: Told
) -> ExplainedWay:
    expected = known.expected
    return ExplainedWay(
        group=group,
        steps=steps_of(indicator, known, told.translate),
        value=known.value,
        low=known.low,
        high=known.high,
        raw=known.raw,
        is_left_out=known.is_left_out,
        expected_low=expected.low if expected else None,
        expected_high=expected.high if expected else None,
        pace=told.translate(known.pace.value) if known.pace else "",
        reasons=(told.say(reason) for reason in known.reasons),
    )


def _standings(
    indicator: Indicator, plan: WorkPlan, cards: Sequence[Scorecard], told: Told
) -> Iterator[ExplainedStanding]:
    """Give the figures in which *indicator* counts, alone or with other countries'."""
    together = put_together(indicator, plan.indicators)
    for card in cards:
        for line in card.lines:
            weights = sum_of(line.score).weight
            is_own = line.scope.kind is ScopeKind.COUNTRY
            ids = {indicator.id} if is_own else {each.id for each in together}
            own = [p for p in line.score.parts if p.id == indicator.id]
            for part in own or [p for p in line.score.parts if p.id in ids]:
                yield ExplainedStanding(
                    method=card.method,
                    kind=line.scope.kind,
                    scope=line.scope.id,
                    title=line.scope.title.in_(told.language),
                    part=explain_part(part, weights, {}, told.say, told.language),
                )
