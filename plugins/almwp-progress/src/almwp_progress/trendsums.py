"""The change of a scope between two moments: its mean, its bounds, and who moved."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import evolve

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.score import Part, Scope, Score, Share
from almwp.scoring.means import Counted, mean_of
from almwp.scoring.question import Question
from almwp.scoring.shares import share_of
from almwp.scoring.wording import because
from almwp_progress.trendchanges import STOOD, ActivityChange, Apart, Movement
from almwp_progress.weighing import weighing_of

CHANGE = "change"
FIRST = "first reported"
WITHDRAWN = "withdrawn"
CHANGE_METHOD = (
    "mean of the changes of the activities that were reported by both moments, by "
    "weight"
)
SHARE_METHOD = (
    "number '{movement}' of number of those that were reported by both moments"
)
APART_METHOD = "number '{apart}' since the moment before of number of all"
NOT_COUNTED = "not counted in the change, {apart}: {count}"
OLD_REPORTS = (
    "{count} of {total} have no newer report: they count as they stood, and the bounds "
    "leave open what became of them"
)
OLD_SHARES = (
    "{count} of {total} were reported again without a newer share: they count as they "
    "stood, and the bounds leave open what became of them"
)
NO_NEWER_SHARE = "no newer share was reported, so no change can be told"
NOTHING_NEW = "nothing was reported again, so no change can be told"
OPEN = "how far {count} of {total} moved is known only roughly or not at all"
NO_DATE = "it has no report with a date, so it has no place in time"
TIMELESS_METHOD = "progress as of a moment"

_NONE, _ALL = Fraction(0), Fraction(1)


def figures_of_change(
    activities: tuple[Activity, ...],
    changes: Sequence[ActivityChange],
    question: Question,
    scope: Scope,
) -> tuple[Share, ...]:
    """Return the change as figures: the mean, and what came and went meanwhile."""
    came = _share_apart(changes, {Apart.FIRST, Apart.ADDED}, FIRST)
    went = _share_apart(changes, {Apart.GONE}, WITHDRAWN)
    return (
        Share(name=CHANGE, score=_mean_change(activities, changes, question, scope)),
        Share(name=FIRST, score=came),
        Share(name=WITHDRAWN, score=went),
    )


def shares_of_change(changes: Iterable[ActivityChange]) -> tuple[Share, ...]:
    """Return which share of the activities that count moved on, fell back and so on.

    What moved in truth is not known of those without a newer report, so the bounds of
    *moved on* and *fell back* leave them open.
    """
    counted = [change for change in changes if change.movement]
    return tuple(
        Share(name=movement.value, score=_share_moved(counted, movement))
        for movement in Movement
    )


def without_moment(activities: Iterable[Activity]) -> Score:
    """Return the score of *activities* of which no report has a date."""
    parts = [
        Part(
            id=a.id,
            title=a.title,
            value=Absence.BLANK,
            reason=because(NO_DATE),
            low=_NONE,
            high=_ALL,
        )
        for a in activities
    ]
    counted = [Counted(part=part, low=_NONE, high=_ALL) for part in parts]
    reasons = [because(NO_DATE)] if parts else []
    return mean_of(counted, method=TIMELESS_METHOD, reasons=reasons)


def _mean_change(
    activities: tuple[Activity, ...],
    changes: Sequence[ActivityChange],
    question: Question,
    scope: Scope,
) -> Score:
    """Return the mean of the changes as reported, with bounds for what was not.

    Where every activity is known at both moments and none came or went, it is the
    difference of the two scores.
    """
    out = {ActivityId(c.part.id) for c in changes if c.movement is None}
    weighing = weighing_of(activities, out, question, scope)
    counted = [weighing.counted(c.part, (c.low, c.high)) for c in changes]
    reasons = [*_reasons(changes), *weighing.reasons()]
    made = mean_of(counted, method=CHANGE_METHOD, reasons=reasons)
    known = sum(c.movement is not None and c.low == c.high for c in changes)
    made = evolve(made, known=known)
    if made.value is Absence.NOT_APPLICABLE:
        return evolve(made, low=-_ALL)
    moved = {c.movement for c in changes if c.movement} - {Movement.DONE}
    if moved and moved <= STOOD:
        why = NOTHING_NEW if moved == {Movement.SILENT} else NO_NEWER_SHARE
        reasons = [because(why), *reasons]
        return evolve(made, value=Absence.BLANK, reasons=reasons)
    return _as_reported(made, counted)


def _as_reported(made: Score, counted: Sequence[Counted]) -> Score:
    """Return *made* with the mean of what was reported, where all of it is a number."""
    taken = [c for c in counted if not c.is_left_out and c.weight != 0]
    told = [
        (c.part.value, c.weight)
        for c in taken
        if isinstance(c.part.value, Fraction) and c.weight is not None
    ]
    if len(told) < len(taken):
        return made
    total = sum((weight for _, weight in told), _NONE)
    changed = sum((value * weight for value, weight in told), _NONE)
    return evolve(made, value=changed / total)


def _reasons(changes: Sequence[ActivityChange]) -> list[str]:
    counted = [change for change in changes if change.movement]
    total = len(counted)
    reasons: list[str] = []
    silent = sum(c.movement is Movement.SILENT for c in counted)
    if silent:
        reasons.append(because(OLD_REPORTS, count=silent, total=total))
    without_share = sum(c.movement is Movement.NO_SHARE for c in counted)
    if without_share:
        reasons.append(because(OLD_SHARES, count=without_share, total=total))
    unclear = sum(c.movement not in STOOD and c.low < c.high for c in counted)
    if unclear:
        reasons.append(because(OPEN, count=unclear, total=total))
    apart = Counter(change.apart for change in changes)
    reasons += [
        because(NOT_COUNTED, apart=each, count=apart[each])
        for each in Apart
        if apart[each]
    ]
    return reasons


def _share_moved(counted: Sequence[ActivityChange], movement: Movement) -> Score:
    parts = [
        evolve(
            change.part,
            weight=Fraction(1),
            value=_is_so(change, movement),
            low=None,
            high=None,
        )
        for change in counted
    ]
    return share_of(parts, method=because(SHARE_METHOD, movement=movement))


def _is_so(change: ActivityChange, movement: Movement) -> Fraction | Absence:
    if change.movement is movement:
        return _ALL
    is_open = change.low < change.high
    can_be = {
        Movement.ON: change.high > 0,
        Movement.FELL: change.low < 0,
        Movement.SAME: change.low <= 0 <= change.high,
    }
    return Absence.BLANK if is_open and can_be.get(movement, False) else _NONE


def _share_apart(
    changes: Iterable[ActivityChange], kinds: set[Apart], name: str
) -> Score:
    parts = [
        evolve(
            change.part,
            weight=Fraction(1),
            value=Fraction(change.apart in kinds),
            low=None,
            high=None,
        )
        for change in changes
    ]
    return share_of(parts, method=because(APART_METHOD, apart=name))
