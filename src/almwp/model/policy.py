"""Policies: the choices that a figure rests on where the data do not decide."""

from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from almwp.model.fields import exact, frozen_items, is_filled, is_not_negative


class Weighting(StrEnum):
    """By what parts weigh.

    All the same, by their budgets, as the policy lists, or as the framework gives them
    to its outcomes and priority areas.
    """

    EQUAL = "equal"
    BUDGET = "budget"
    GIVEN = "given"
    FRAMEWORK = "framework"


class Cap(StrEnum):
    """Whether more than the target counts as more, and less than the baseline as less.

    Capped values are between 0 and 1; raw ones are as they come out.
    """

    CAPPED = "capped"
    RAW = "raw"


class AbsenceRule(StrEnum):
    """What becomes of a part without a value: anything it may be, or not counted."""

    BOUNDS = "bounds"
    LEAVE_OUT = "leave out"


class NoBaseline(StrEnum):
    """What an indicator without a baseline counts from."""

    BOUNDS = "bounds"
    LEAVE_OUT = "leave out"
    FIRST_READING = "first reading"


class TargetIsBaseline(StrEnum):
    """What counts where nothing lies between the baseline and the target."""

    MET_OR_OPEN = "met or open"
    MET_OR_NOT = "met or not"
    LEAVE_OUT = "leave out"


@frozen(kw_only=True)
class AbsenceRules:
    """What becomes of parts without a value, by why there is none.

    Attributes:
        not_reported: Nobody reported anything.
        blank: It was reported, and the value was left blank.
        not_applicable: It does not apply.
        not_due: It is not due yet.
        withheld: It is known and not told.
    """

    not_reported: AbsenceRule = AbsenceRule.BOUNDS
    blank: AbsenceRule = AbsenceRule.BOUNDS
    not_applicable: AbsenceRule = AbsenceRule.LEAVE_OUT
    not_due: AbsenceRule = AbsenceRule.LEAVE_OUT
    withheld: AbsenceRule = AbsenceRule.BOUNDS


@frozen(kw_only=True)
class GivenWeight:
    """The weight of one part.

    Attributes:
        id: Id of the indicator or activity.
        weight: Its weight, not negative.
    """

    id: str = field(validator=is_filled)
    weight: Fraction = field(converter=exact, validator=is_not_negative)


@frozen(kw_only=True)
class Policy:
    """The choices on which figures rest.

    Attributes:
        weights: By what parts weigh.
        given: The weight of each part, where weights are given.
        cap: Whether what is beyond the target counts.
        absences: What becomes of parts without a value.
        no_baseline: What an indicator without a baseline counts from.
        target_is_baseline: What counts where the target is the baseline.
        keep_within: How far a value that is to be kept may be from its target, as a
            share of the target.

    Raises:
        ValueError: A weight is given twice, or weights are given and not used.
    """

    weights: Weighting = Weighting.EQUAL
    given: tuple[GivenWeight, ...] = field(default=(), converter=frozen_items)
    cap: Cap = Cap.CAPPED
    absences: AbsenceRules = AbsenceRules()
    no_baseline: NoBaseline = NoBaseline.BOUNDS
    target_is_baseline: TargetIsBaseline = TargetIsBaseline.MET_OR_OPEN
    keep_within: Fraction = field(
        default=Fraction(0), converter=exact, validator=is_not_negative
    )

    def __attrs_post_init__(self) -> None:
        ids = [each.id for each in self.given]
        twice = sorted({each for each in ids if ids.count(each) > 1})
        if twice:
            raise ValueError(f"a weight is given twice for {', '.join(twice)}")
        if bool(ids) != (self.weights is Weighting.GIVEN):
            raise ValueError("weights are listed if, and only if, weights = 'given'")
