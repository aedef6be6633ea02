"""What reports, time frame and plans of an activity say of its next period."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from attrs import field, frozen

from almwp.errors import Translate, in_english
from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.moment import Moment
from almwp.model.source import Basis, Origin
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Conflict
from almwp.plan.carryover import ActivityFate, CarryOverReason, Evidence
from almwp.plan.carryoverdecision import SURE
from almwp.plan.carryoverrows import ReportedRows, best_of_each_plan
from almwp.scoring.editions import is_recurring
from almwp.scoring.states import KnownState, State, known_state, told_state
from almwp.workflow.carryoverperiods import Periods

_GOES_ON = (State.ONGOING, State.PLANNED)


@frozen(kw_only=True, eq=False)
class Told:
    """What one activity's own reports, time frame and plans say.

    Attributes:
        reasons: What they say; whatever is sure decides.
        question: What is to be asked where nothing else decides.
        withdrawn_by: When it was reported withdrawn, where that is the newest state.
    """

    reasons: tuple[CarryOverReason, ...]
    question: str = ""
    withdrawn_by: Moment | None = None


@frozen(kw_only=True, eq=False)
class ReportReasons:
    """Finds what reports, time frames and plans say.

    Attributes:
        periods: The two periods.
        day: By when reports count; all do when not given.
        translate: Into the language of the reasons.
        contested: Of whose time frame several senders say different things.
        rows: The rows in which activities were reported.
    """

    periods: Periods
    day: date | None = None
    translate: Translate = in_english
    contested: Mapping[ActivityId, Conflict] = field(factory=dict)
    rows: ReportedRows = field(factory=ReportedRows)

    def of(self, activity: Activity) -> Told:
        """Return what is known of *activity* from its own row."""
        known = known_state(activity, self.day)
        reasons = [*self._reports(activity, known)]
        reasons += self._time(activity, known)
        reasons += self._plans(activity, known)
        is_withdrawn = known.state is State.WITHDRAWN and known.report
        return Told(
            reasons=tuple(reasons),
            question=self._question(activity, known),
            withdrawn_by=known.report.as_of if is_withdrawn and known.report else None,
        )

    def _reports(
        self, activity: Activity, known: KnownState
    ) -> Iterator[CarryOverReason]:
        translate = self.translate
        report = known.report
        if known.rivals and report:
            for each in (report, *known.rivals):
                fate = _fate_of(told_state(each))
                yield self._reason(
                    translate("reports of one time differ"), each, fate, False
                )
            return
        if report is None or known.state is State.NOT_REPORTED:
            yield from self._no_state(report)
            return
        fate = _fate_of(known.state)
        is_one_edition = known.state is State.COMPLETED and self._may_return(activity)
        words = translate("it was reported")
        if is_one_edition:
            words = translate("it comes back; perhaps only one edition was reported")
        is_sure = not is_one_edition and report.basis in SURE
        yield self._reason(words, report, fate, is_sure)

    def _no_state(self, report: Observation | None) -> Iterator[CarryOverReason]:
        """Tell that no state is known, and what was reported in place of one."""
        told = []
        if report and report.word and report.status is Absence.BLANK:
            words = self.translate("reported as '{word}', none of the three states")
            told.append(words.format(word=" ".join(report.word.split())))
        if report and isinstance(report.percent, Fraction):
            words = self.translate("{percent} % was reported, but no state")
            share = format(float(report.percent * 100), "g")
            told.append(words.format(percent=share))
        for words in told or [self.translate("no state has been reported")]:
            yield CarryOverReason(
                evidence=Evidence.REPORT,
                basis=report.basis if told and report else Basis.REPORTED,
                words=words,
                origins=_cells(report.origin if told and report else None),
            )

    def _reason(
        self,
        words: str,
        report: Observation,
        fate: ActivityFate | None,
        is_sure: bool,
    ) -> CarryOverReason:
        translate = self.translate
        state = told_state(report)
        told = translate(state.value) if state else ""
        when = f", {report.as_of}" if report.as_of else ""
        return CarryOverReason(
            evidence=Evidence.REPORT,
            speaks_for=fate,
            is_sure=is_sure,
            basis=report.basis,
            words=f"{words}: {told}{when}",
            origins=_cells(report.origin),
        )

    def _may_return(self, activity: Activity) -> bool:
        """Say whether *activity* recurs and may have editions in the next period."""
        timeframe = activity.timeframe
        if not is_recurring(timeframe):
            return False
        if self._reaches(timeframe):
            return True
        return timeframe.recurrence is not None and timeframe.end is None

    def _reaches(self, timeframe: Timeframe) -> bool:
        """Say whether *timeframe* surely reaches into the next period."""
        first = self.periods.first
        named = (timeframe.start, timeframe.end, *(e.when for e in timeframe.editions))
        return first is not None and any(m and m.start.year >= first for m in named)

    def _is_over_before(self, timeframe: Timeframe) -> bool:
        """Say whether *timeframe* surely ends before the next period."""
        first, end = self.periods.first, timeframe.end
        if end is None or first is None or self._reaches(timeframe):
            return False
        return end.end.year < first

    def _time(self, activity: Activity, known: KnownState) -> Iterator[CarryOverReason]:
        translate = self.translate
        timeframe = activity.timeframe
        first = self.periods.first
        cell = self.rows.time_cell(activity)
        if first is None or known.state is State.WITHDRAWN:
            return
        if contested := self.contested.get(activity.id):
            every = self.rows.claims_of_time(contested)
            claims = "; ".join(f"{c.value} ({c.owner})" for c in every)
            words = translate("senders give different time frames: {claims}")
            yield CarryOverReason(
                evidence=Evidence.TIME_FRAME,
                speaks_for=(
                    ActivityFate.CONTINUES if self._reaches(timeframe) else None
                ),
                words=words.format(claims=claims),
                origins=dict.fromkeys(o for c in every for o in _cells(c.origin)),
            )
            return
        is_sure, speaks_for = False, None
        if self._reaches(timeframe):
            words = translate("its time frame, {words}, reaches into {year} or beyond")
            speaks_for = ActivityFate.CONTINUES
            is_sure = known.state is not State.NOT_REPORTED
        elif known.state is State.COMPLETED:
            return
        elif self._is_over_before(timeframe):
            words = translate("its time frame, {words}, ends before {year}")
        elif timeframe.recurrence and timeframe.end is None:
            words = translate("it comes back, {words}, and no end is stated")
            speaks_for = ActivityFate.CONTINUES
        elif timeframe.raw:
            words = translate(
                "its time frame, {words}, does not say whether it reaches into {year}"
            )
        else:
            return
        yield CarryOverReason(
            evidence=Evidence.TIME_FRAME,
            speaks_for=speaks_for,
            is_sure=is_sure,
            words=words.format(words=_words_of(timeframe), year=first),
            origins=_cells(cell),
        )

    def _plans(
        self, activity: Activity, known: KnownState
    ) -> Iterator[CarryOverReason]:
        if known.state is State.WITHDRAWN:
            return
        for plan, reference in best_of_each_plan(activity).items():
            is_of_next = self.periods.is_of_next(plan)
            if is_of_next and not self.rows.stands_in(activity, plan):
                continue
            if not is_of_next and (
                known.state is State.COMPLETED or not self.periods.reach(plan)
            ):
                continue  # what is done is done, however long its plan runs
            is_sure = reference.basis in SURE
            if not is_of_next:
                is_sure = (
                    is_sure
                    and known.state in _GOES_ON
                    and not self._is_over_before(activity.timeframe)
                    and activity.id not in self.contested
                )
            words = self._of_plan(plan)
            if reference.basis not in SURE:
                basis = self.translate(reference.basis.value)
                words = self.translate("{said} ({basis})").format(
                    said=words, basis=basis
                )
            yield CarryOverReason(
                evidence=Evidence.PLAN,
                speaks_for=ActivityFate.CONTINUES,
                is_sure=is_sure,
                basis=reference.basis,
                words=words,
                origins=_cells(self.rows.plan_cell(activity, plan)),
            )

    def _of_plan(self, plan: FrameworkId) -> str:
        """Say how a plan reaches the next period."""
        translate = self.translate
        known = self.periods.plans.get(plan)
        period = known.period if known else None
        if plan in self.periods.new:
            words = translate("it stands in {plan} already")
        elif self.periods.is_of_next(plan):
            words = translate("it stands in {plan}, which begins in {year}")
            return words.format(plan=plan, year=period.first if period else "")
        else:
            words = translate("it stands in {plan}, which runs to {year}")
        return words.format(plan=plan, year=(period.last if period else None) or "")

    def _question(self, activity: Activity, known: KnownState) -> str:
        translate = self.translate
        timeframe = activity.timeframe
        if known.rivals:
            return translate("reports of one time differ: which one is right")
        if known.state is State.COMPLETED:
            if self._may_return(activity):
                return translate("is there another edition in the next period")
            return translate("is it closed")
        if known.state is State.WITHDRAWN:
            return translate("is it dropped")
        if known.state is State.NOT_REPORTED:
            return translate("what became of it, and is it to go on")
        if activity.id in self.contested:
            return translate("which time frame is right")
        if self._is_over_before(timeframe):
            return translate(
                "its time frame ends with the period: was it completed, or "
                "is it to go on"
            )
        if timeframe.recurrence:
            return translate("does it go on in the next period")
        return translate("when does it end: is it to go on")


def _fate_of(state: State | None) -> ActivityFate | None:
    """Return what a reported state makes of an activity by itself."""
    if state is State.COMPLETED:
        return ActivityFate.CLOSED
    return ActivityFate.DROPPED if state is State.WITHDRAWN else None


def _words_of(timeframe: Timeframe) -> str:
    if timeframe.raw:
        return timeframe.raw
    ends = [str(m) for m in (timeframe.start, timeframe.end) if m]
    return " - ".join(dict.fromkeys(ends))


def _cells(origin: Origin | None) -> tuple[Origin, ...]:
    return (origin,) if origin else ()
