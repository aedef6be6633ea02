"""What a time frame expects of one activity by a day, with what is not known of it."""

from datetime import date
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.score import Part
from almwp.scoring.dueness import ExpectedShare
from almwp.scoring.wording import because, joined
from almwp_progress.absences import NO_TIME_FRAME, missing_as
from almwp_progress.progress import percent_words
from almwp_progress.reasons import absence_of, reason_for
from almwp_progress.timing import KnownTiming, Timing, may_be_withdrawn

EXPECTED = "expected by {day}: {low} to {high}"
EXPECTED_EXACTLY = "expected by {day}: {share}"
NO_EXPECTED = "the time frame does not tell how much is expected"
WITHDRAWN = "withdrawn, so nothing is expected"
MAY_BE_OUT = "it may be withdrawn, so it is not known whether anything is expected"
ROUGHLY = "dates known roughly"


def expected_bounds(
    timing: KnownTiming, expected: ExpectedShare | None
) -> tuple[Fraction, Fraction]:
    """Return between what the progress lies that is expected of one activity.

    What may be withdrawn may be anything: the mean of the other activities never lies
    outside of the bounds of a mean in which it is.

    Args:
        timing: Where it stands.
        expected: What its time frame tells.
    """
    if expected is None or _is_doubtful(timing):
        return Fraction(0), Fraction(1)
    return expected.low, expected.high


def expected_part(
    activity: Activity,
    timing: KnownTiming,
    expected: ExpectedShare | None,
    day: date | None,
    *,
    counts: bool,
) -> Part:
    """Return what is expected of *activity* by *day*, as a part of the mean.

    Args:
        activity: The activity.
        timing: Where it stands.
        expected: What its time frame tells.
        day: The day.
        counts: Whether it counts in the mean.
    """
    low, high = expected_bounds(timing, expected)
    value: Fraction | Absence = Absence.BLANK
    reason, name = because(NO_EXPECTED), NO_TIME_FRAME
    if timing.timing is Timing.WITHDRAWN:
        value, reason = Absence.NOT_APPLICABLE, because(WITHDRAWN)
        name = Timing.WITHDRAWN.value
    elif expected and expected.low == expected.high:
        value = expected.low
        reason = because(EXPECTED_EXACTLY, day=day, share=percent_words(value))
    elif expected:
        least, most = percent_words(expected.low), percent_words(expected.high)
        reason = because(EXPECTED, day=day, low=least, high=most)
        name = ROUGHLY
    if _is_doubtful(timing):
        value, name = absence_of(timing.state), missing_as(timing.state)
        reason = joined((reason, because(MAY_BE_OUT), reason_for(timing.state)))
    has_bounds = counts and isinstance(value, Absence)
    return Part(
        id=activity.id,
        title=activity.title,
        value=value,
        reason=reason,
        origin=timing.cells.origin,
        origins=timing.cells.origins,
        low=low if has_bounds else None,
        high=high if has_bounds else None,
        missing_as=name if isinstance(value, Absence) else "",
    )


def _is_doubtful(timing: KnownTiming) -> bool:
    """Say whether nobody knows if anything is expected of an activity at all."""
    return timing.timing is not Timing.NOT_YET and may_be_withdrawn(timing.state)
