"""Explain a figure of a scorecard: its formula, what it is, and all that went in."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from attrs import evolve, field, frozen

from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
from almwp.model.indicator import Disaggregation
from almwp.model.moment import Moment
from almwp.model.score import Part, PartAt, ScopeKind, Score
from almwp.model.source import Basis, Origin
from almwp.scoring.missing import AbsenceCount, absences_of
from almwp.scoring.states import State
from almwp.workflow.figurenames import NamedFigure

Say = Callable[[str], str]
"""Tells a reason or a formula in the language that was asked for."""

States = Mapping[str, State]
"""The state of each activity by its id."""


@frozen(kw_only=True)
class ExplainedPart:
    """One thing that went into a figure.

    Attributes:
        id: Its id.
        title: Its title.
        state: The state of the activity, or None for what is no activity.
        weight: Its weight; None where nobody knows it.
        value: Its value, or why there is none.
        low: The least that it can be; None where it has a value or nothing is known.
        high: The most.
        raw: The value before it was capped; None where it is the same.
        adds: What it adds to the figure: its share of all weights times its value;
            None where it has no value or the weights are all zero.
        reason: Why it has this value.
        basis: On what its place in this figure stands.
        origin: The cell in which the value was read.
        origins: Every other cell that decides the value.
        before: What it was before, where its value is a change.
        after: What it became.
        is_left_out: Whether it is only shown and does not count.
        missing_as: Why there is no value, by a name that tells more than the absence.
    """

    id: str
    title: str = ""
    state: State | None = None
    weight: Fraction | None
    value: Fraction | Absence
    low: Fraction | None = None
    high: Fraction | None = None
    raw: Fraction | None = None
    adds: Fraction | None = None
    reason: str = ""
    basis: Basis = Basis.REPORTED
    origin: Origin | None = None
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)
    before: PartAt | None = None
    after: PartAt | None = None
    is_left_out: bool = False
    missing_as: str = ""


@frozen(kw_only=True)
class PartSum:
    """What the parts of a figure add up to.

    Attributes:
        weight: All weights together.
        counted: Weight times value of the parts that have one.
        open: The weight of the parts that have none.
        low: Weight times the least that each part can be.
        high: Weight times the most.
        gives_value: Whether the figure is *counted* divided by *weight*; where not,
            the formula says how it was made.
        gives_bounds: Whether its bounds are *low* and *high* divided by *weight*.
        unknown: How many parts weigh what nobody knows; they are in no sum.
    """

    weight: Fraction
    counted: Fraction
    open: Fraction
    low: Fraction
    high: Fraction
    gives_value: bool
    gives_bounds: bool
    unknown: int = 0


@frozen(kw_only=True)
class ExplainedFigure:
    """One figure of a scorecard, and all that it was made from.

    Attributes:
        kind: By what scores are told apart.
        scope: Id of the scope; empty for activities that have none.
        title: Its title.
        basis: The weakest basis on which an activity was put here.
        share: Name of the share; empty for the score itself.
        group: The group of people of which it speaks; empty for everybody.
        as_of: The moment of which it speaks, where the method follows several.
        formula: How it was made, in words.
        value: The value, or why there is none.
        low: The least it can be.
        high: The most it can be.
        known: How many of its parts are known.
        total: How many parts there are.
        sum: What its parts add up to.
        absences: How many parts have no value or do not count, by reason; reasons that
            do not occur are left out.
        reasons: What a careful reader should know.
        parts: What it was made from.
    """

    kind: ScopeKind
    scope: str
    title: str = ""
    basis: Basis = Basis.REPORTED
    share: str = ""
    group: tuple[Disaggregation, ...] = field(default=(), converter=frozen_items)
    as_of: Moment | None = None
    formula: str
    value: Fraction | Absence
    low: Fraction
    high: Fraction
    known: int
    total: int
    sum: PartSum
    absences: tuple[AbsenceCount, ...] = field(default=(), converter=frozen_items)
    reasons: tuple[str, ...] = field(default=(), converter=frozen_items)
    parts: tuple[ExplainedPart, ...] = field(default=(), converter=frozen_items)


def explain_figure(
    figure: NamedFigure,
    states: States,
    say: Say,
    translate: Translate,
    language: str = "en",
) -> ExplainedFigure:
    """Return all that a figure was made from.

    Args:
        figure: The figure.
        states: The state of each activity.
        say: Tells formulas and reasons.
        translate: Tells names of values.
        language: The language of titles.
    """
    scope, score = figure.scope, figure.score
    summed = sum_of(score)
    return ExplainedFigure(
        kind=scope.kind,
        scope=scope.id,
        title=scope.title.in_(language),
        basis=scope.basis,
        share=translate(figure.share) if figure.share else "",
        group=figure.group,
        as_of=figure.as_of,
        formula=say(score.method),
        value=score.value,
        low=score.low,
        high=score.high,
        known=score.known,
        total=score.total,
        sum=summed,
        absences=absences_of(score),
        reasons=(say(reason) for reason in score.reasons),
        parts=(
            explain_part(part, summed.weight, states, say, language)
            for part in score.parts
        ),
    )


def explain_part(
    part: Part, weights: Fraction, states: States, say: Say, language: str
) -> ExplainedPart:
    """Return as what *part* counts among parts whose weights are *weights* in all."""
    adds = None
    if weights and part.weight is not None and isinstance(part.value, Fraction):
        adds = part.weight * part.value / weights
    return ExplainedPart(
        id=part.id,
        title=part.title.in_(language),
        state=states.get(part.id),
        weight=part.weight,
        value=part.value,
        low=part.low,
        high=part.high,
        raw=part.raw,
        adds=adds,
        reason=say(part.reason) if part.reason else "",
        basis=part.basis,
        origin=part.origin,
        origins=part.origins,
        is_left_out=part.is_left_out,
        missing_as=part.missing_as,
        before=_at(part.before, say),
        after=_at(part.after, say),
    )


def _at(moment: PartAt | None, say: Say) -> PartAt | None:
    return evolve(moment, reason=say(moment.reason)) if moment else None


def sum_of(score: Score) -> PartSum:
    """Return what the parts of *score* add up to."""
    weight = counted = missing = low = high = Fraction(0)
    unknown = 0
    for part in score.parts:
        own = part.weight
        if own is None:
            unknown += 1
            continue
        weight += own
        if isinstance(part.value, Absence):
            missing += own
            low += own * (Fraction(0) if part.low is None else part.low)
            high += own * (Fraction(1) if part.high is None else part.high)
        else:
            counted += own * part.value
            low += own * (part.value if part.low is None else part.low)
            high += own * (part.value if part.high is None else part.high)
    bounds = (score.low * weight, score.high * weight)
    return PartSum(
        weight=weight,
        counted=counted,
        open=missing,
        low=low,
        high=high,
        gives_value=bool(weight) and not unknown and score.value == counted / weight,
        gives_bounds=bool(weight) and not unknown and bounds == (low, high),
        unknown=unknown,
    )
