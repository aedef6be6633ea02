"""What reports, time frame and plans of an activity say of its next period."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from attrs import field, frozen

from almwp.errors import Translate, in_english
from almwp.model.activity import Activity, Observation, PlanReference
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.moment import Moment
from almwp.model.source import Origin
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Conflict
from almwp.plan.carryover import ActivityFate, CarryOverReason, Evidence
from almwp.plan.carryoverdecision import SURE
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
        reported: Each activity as it was reported, file by file.
    """

    periods: Periods
    day: date | None = None
    translate: Translate = in_english
    contested: Mapping[ActivityId, Conflict] = field(factory=dict)
    reported: Mapping[ActivityId, tuple[Activity, ...]] = field(factory=dict)

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
            yield CarryOverReason(
                evidence=Evidence.REPORT, words=translate("no state has been reported")
            )
            return
        fate = _fate_of(known.state)
        is_one_edition = known.state is State.COMPLETED and self._may_return(activity)
        words = translate("it was reported")
        if is_one_edition:
            words = translate("it comes back; perhaps only one edition was reported")
        is_sure = not is_one_edition and report.basis in SURE
        yield self._reason(words, report, fate, is_sure)

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
        cell = self._time_cell(activity)
        if first is None or known.state is State.WITHDRAWN:
            return
        if contested := self.contested.get(activity.id):
            claims = "; ".join(f"{c.value} ({c.owner})" for c in contested.claims)
            words = translate("senders give different time frames: {claims}")
            yield CarryOverReason(
                evidence=Evidence.TIME_FRAME,
                speaks_for=(
                    ActivityFate.CONTINUES if self._reaches(timeframe) else None
                ),
                words=words.format(claims=claims),
                origins=[o for c in contested.claims for o in _cells(c.origin)],
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
        else:
            return
        yield CarryOverReason(
            evidence=Evidence.TIME_FRAME,
            speaks_for=speaks_for,
            is_sure=is_sure,
            words=words.format(words=_words_of(timeframe), year=first),
            origins=_cells(cell),
        )

    def _time_cell(self, activity: Activity) -> Origin | None:
        """Return the cell of the time frame that counts, of several reports' cells."""
        for report in self.reported.get(activity.id, ()):
            cell = report.origin_of("timeframe")
            if cell and report.timeframe == activity.timeframe:
                return cell
        return activity.origin_of("timeframe")

    def _plans(
        self, activity: Activity, known: KnownState
    ) -> Iterator[CarryOverReason]:
        translate = self.translate
        seen: set[FrameworkId] = set()
        for reference in activity.references:
            plan = reference.framework
            if plan is None or plan in seen or known.state is State.WITHDRAWN:
                continue
            seen.add(plan)
            if plan in self.periods.new:
                words = translate("it stands in {plan} already")
                is_sure = reference.basis in SURE
            elif self.periods.reach(plan):
                words = translate("it stands in {plan}, which runs to {year}")
                is_sure = (
                    reference.basis in SURE
                    and known.state in _GOES_ON
                    and not self._is_over_before(activity.timeframe)
                    and activity.id not in self.contested
                )
            else:
                continue
            if known.state is State.COMPLETED and plan not in self.periods.new:
                continue  # what is done is done, however long its plan runs
            yield CarryOverReason(
                evidence=Evidence.PLAN,
                speaks_for=ActivityFate.CONTINUES,
                is_sure=is_sure,
                basis=reference.basis,
                words=words.format(plan=plan, year=self._last_year(plan)),
                origins=_cells(_cell_of(activity, reference)),
            )

    def _last_year(self, plan: FrameworkId) -> str:
        known = self.periods.plans.get(plan)
        period = known.period if known else None
        return str(period.last) if period and period.last else ""

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


def _cell_of(activity: Activity, reference: PlanReference) -> Origin | None:
    """Return the cell in which a reference to a plan was read, as far as is known."""
    keys = ("area", "outcome") if reference.node else ("plan",)
    look: Callable[[str], Origin | None] = activity.origin_of
    return next((cell for key in (*keys, "title") if (cell := look(key))), None)


def _cells(origin: Origin | None) -> tuple[Origin, ...]:
    return (origin,) if origin else ()
