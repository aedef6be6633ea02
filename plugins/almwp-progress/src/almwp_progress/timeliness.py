"""Timeliness: what is due, overdue and in time, and the progress that was expected."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction

from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.score import Part, Scope, Score, Scorecard, ScoreLine, Share
from almwp.model.source import Basis, Statement
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.scoring.dueness import expected_share
from almwp.scoring.means import mean_of
from almwp.scoring.question import Question
from almwp.scoring.rollup import own_activities, roll_up
from almwp.scoring.shares import share_of_counted
from almwp.scoring.states import State, known_state
from almwp.scoring.wording import because
from almwp_progress.absences import (
    BY_POLICY,
    COMPLETED_SOMETIME,
    NO_LATER_REPORT,
    NO_TIME_FRAME,
    OPEN_AS,
    is_left_out,
    missing_as,
    told_absences,
)
from almwp_progress.delivery import WITHDRAWN as LEFT_OUT
from almwp_progress.delivery import average_progress, is_ruled_out
from almwp_progress.expectations import expected_bounds, expected_part
from almwp_progress.newestday import day_remark, newest_moment
from almwp_progress.progress import Progress, progress_of
from almwp_progress.timing import FINE, KnownTiming, Timing, timing_of
from almwp_progress.weighing import Weighing, weighing_of

IN_TIME_METHOD = (
    "number completed in time, due or not due yet of number of all not withdrawn"
)
SHARE_METHOD = "number '{timing}' of number of all"
UNKNOWN_METHOD = "number of which it is not known where they stand of number of all"
EXPECTED_METHOD = "mean of the shares of the time frames that are over"
NOT_KNOWN = "not known"
OPEN = (
    "where {count} of {total} stand is not known: the bounds are the cases that none "
    "of them and that all of them are so"
)


def score(plan: WorkPlan, question: Question) -> Scorecard:
    """Tell which activities of *plan* are in time, as a whole and by scope."""
    own = own_activities(plan, question)
    moment = question.as_of or newest_moment(own)
    asked = question.day
    day = moment.end if moment else None
    timings = {a.id: timing_of(a, known_state(a, asked), asked, day) for a in own}
    progress = {a.id: progress_of(a, asked, day) for a in own}

    def line(scope: Scope, activities: tuple[Activity, ...]) -> ScoreLine:
        made = _Line(
            scope=scope, activities=activities, timings=timings, question=question
        )
        figures = [
            Share(name="expected", score=made.expected(progress, day)),
            Share(
                name="actual",
                score=average_progress(activities, progress, question, scope),
            ),
        ]
        return ScoreLine(
            scope=scope,
            score=made.in_time(),
            shares=(*map(made.share, Timing), made.not_known()),
            figures=figures,
        )

    remarks: tuple[Statement, ...] = () if question.as_of else (day_remark(moment),)
    gone = sum(timing.timing is Timing.WITHDRAWN for timing in timings.values())
    if gone:
        remarks = (*remarks, _withdrawn_remark(gone))
    return roll_up("timeliness", plan, question, line, as_of=moment, remarks=remarks)


@frozen(kw_only=True)
class _Line:
    """The activities of one scope, and where each of them stands."""

    scope: Scope
    activities: tuple[Activity, ...]
    timings: Mapping[ActivityId, KnownTiming]
    question: Question

    def in_time(self) -> Score:
        """Return the share that is in time; what was withdrawn is not counted."""
        withdrawn = self._withdrawn()
        weighing = self._weighing(withdrawn)
        counted = [
            weighing.counted(_part(a, self.timings[a.id], _value(self.timings[a.id])))
            for a in self.activities
        ]
        parts = [c.part for c in counted if not c.is_left_out]
        reasons = self._reasons(parts, weighing)
        if withdrawn:
            reasons.append(because(LEFT_OUT, count=len(withdrawn)))
        method = weighing.method(because(IN_TIME_METHOD))
        return share_of_counted(counted, method=method, reasons=reasons)

    def share(self, timing: Timing) -> Share:
        """Return the share that stands in one place against its time frame."""
        weighing = self._weighing()
        counted = []
        for activity in self.activities:
            known = self.timings[activity.id]
            value: Fraction | Absence = known.absence
            if timing not in known.possible:
                value = Fraction(0)
            elif known.timing is timing:
                value = Fraction(1)
            counted.append(weighing.counted(_part(activity, known, value)))
        parts = [c.part for c in counted if not c.is_left_out]
        method = weighing.method(because(SHARE_METHOD, timing=timing))
        reasons = self._reasons(parts, weighing)
        made = share_of_counted(counted, method=method, reasons=reasons)
        return Share(name=timing.value, score=made)

    def not_known(self) -> Share:
        """Return the share of which the place is not known; that itself is known."""
        weighing = self._weighing()
        counted = [
            weighing.counted(
                _part(a, self.timings[a.id], Fraction(self._is_open(a.id)))
            )
            for a in self.activities
        ]
        method = weighing.method(because(UNKNOWN_METHOD))
        reasons = weighing.reasons()
        made = share_of_counted(counted, method=method, reasons=reasons)
        return Share(name=NOT_KNOWN, score=made)

    def expected(
        self, progress: Mapping[ActivityId, Progress], day: date | None
    ) -> Score:
        """Return the progress that is expected by *day* if work goes on evenly.

        It counts the activities that the actual progress beside it counts.
        """
        rules = self.question.policy.absences
        withdrawn = self._withdrawn()
        ruled_out = {
            a.id for a in self.activities if is_ruled_out(progress[a.id], rules)
        }
        weighing = weighing_of(
            self.activities, withdrawn | ruled_out, self.question, self.scope
        )
        counted = []
        for activity in self.activities:
            expected = expected_share(activity.timeframe, day) if day else None
            timing = self.timings[activity.id]
            counts = activity.id in weighing.weights
            part = expected_part(activity, timing, expected, day, counts=counts)
            counted.append(weighing.counted(part, expected_bounds(timing, expected)))
        return mean_of(
            counted,
            method=weighing.method(because(EXPECTED_METHOD)),
            reasons=weighing.reasons(),
        )

    def _withdrawn(self) -> set[ActivityId]:
        return {
            a.id
            for a in self.activities
            if self.timings[a.id].timing is Timing.WITHDRAWN
        }

    def _is_open(self, activity: ActivityId) -> bool:
        return self.timings[activity].timing is None

    def _ruled_out(self) -> set[ActivityId]:
        """Return what the policy leaves out: no state is known of it."""
        rules = self.question.policy.absences
        return {
            a.id
            for a in self.activities
            if self._is_open(a.id) and is_left_out(self.timings[a.id].state, rules)
        }

    def _weighing(self, left_out: Collection[ActivityId] = ()) -> Weighing:
        gone = {*left_out, *self._ruled_out()}
        return weighing_of(self.activities, gone, self.question, self.scope)

    def _reasons(self, parts: Sequence[Part], weighing: Weighing) -> list[str]:
        """Tell what is not known, each absence by its own name."""
        missing = [
            _missing_as(self.timings[ActivityId(p.id)])
            for p in parts
            if isinstance(p.value, Absence)
        ]
        reasons: list[str] = []
        if missing:
            reasons.append(because(OPEN, count=len(missing), total=len(parts)))
            reasons += told_absences(OPEN_AS, missing)
        reasons += weighing.reasons()
        gone = [missing_as(self.timings[each].state) for each in self._ruled_out()]
        return [*reasons, *told_absences(BY_POLICY, gone)]


def _withdrawn_remark(count: int) -> Statement:
    """Say that what was withdrawn stands in a column, but not among those counted."""
    forms = {
        "en": "they stand in their own column and are not among the activities that "
        f"are counted in the score: {count}",
        "vi": "nằm ở cột riêng và không thuộc số hoạt động được tính trong điểm: "
        f"{count}",
    }
    text = Text.from_forms(forms)
    return Statement(about=Timing.WITHDRAWN, text=text, basis=Basis.REPORTED)


def _missing_as(timing: KnownTiming) -> str:
    """Return why it is not known, by a name of its own."""
    if timing.state.state is State.NOT_REPORTED:
        return missing_as(timing.state)
    if Timing.NO_END in timing.possible:
        return NO_TIME_FRAME
    if Timing.OVERDUE in timing.possible:
        return NO_LATER_REPORT
    return COMPLETED_SOMETIME


def _value(timing: KnownTiming) -> Fraction | Absence:
    """Return whether it is in time; without a time frame nobody knows."""
    if timing.timing is Timing.WITHDRAWN:
        return Absence.NOT_APPLICABLE
    if timing.possible <= FINE:
        return Fraction(1)
    if not timing.possible.isdisjoint({*FINE, Timing.NO_END}):
        return timing.absence
    return Fraction(0)


def _part(activity: Activity, timing: KnownTiming, value: Fraction | Absence) -> Part:
    report = timing.state.report
    return Part(
        id=activity.id,
        title=activity.title,
        value=value,
        reason=timing.reason,
        basis=report.basis if report else Basis.REPORTED,
        origin=timing.cells.origin,
        origins=timing.cells.origins,
        missing_as=_missing_name(timing) if isinstance(value, Absence) else "",
    )


def _missing_name(timing: KnownTiming) -> str:
    is_out = timing.timing is Timing.WITHDRAWN
    return Timing.WITHDRAWN.value if is_out else _missing_as(timing)
