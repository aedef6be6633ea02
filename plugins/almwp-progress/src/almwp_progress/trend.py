"""Trend: each scope against itself from moment to moment, never against others."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve, field, frozen

from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.score import (
    Scope,
    ScopeKind,
    Score,
    Scorecard,
    ScoreLine,
    Share,
)
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.rollup import left_out_remarks, own_activities
from almwp.scoring.scopes import group, whole_programme
from almwp_progress import achievement, delivery, implementation
from almwp_progress.progress import Progress, progress_of
from almwp_progress.trendchanges import ActivityChange, change_of
from almwp_progress.trendmoments import Moments, moments_of, rounds_of, told_at
from almwp_progress.trendreadings import told_by_indicators
from almwp_progress.trendremarks import remarks_on
from almwp_progress.trendsums import (
    figures_of_change,
    shares_of_change,
    without_moment,
)

COMPLETED = "share completed"
INDICATORS = "indicators"


def score(plan: WorkPlan, question: Question) -> Scorecard:
    """Follow the activities of *plan* from report to report, whole and by scope."""
    own = own_activities(plan, question)
    cards = _Cards(plan=plan, question=question)
    readings = told_by_indicators(plan, question)
    kinds = dict.fromkeys((ScopeKind.PROGRAMME, *question.by))
    scopes = [each for kind in kinds for each in group(own, kind, question)]
    lines: list[ScoreLine] = []
    moments: list[tuple[Scope, Moments]] = []
    for scope, activities in scopes or [(whole_programme(question), ())]:
        read = readings.get((scope.kind, scope.id), ())
        found = _moments(scope, activities, plan, read, cards.until)
        moments.append((scope, found))
        lines += cards.lines(scope, activities, found)
    remarks = remarks_on(own, moments, set(readings), cards.until)
    return Scorecard(
        method="trend",
        framework=question.framework.id if question.framework else None,
        as_of=question.as_of,
        lines=lines,
        remarks=(*question.remarks, *remarks, *left_out_remarks(plan, own)),
        manifest=question.manifest,
        policy=question.policy,
    )


def _moments(
    scope: Scope,
    activities: tuple[Activity, ...],
    plan: WorkPlan,
    read: tuple[Moment, ...],
    until: date | None,
) -> Moments:
    """Return the moments of a scope: when its activities were reported, or read since.

    Readings from before the first report would make lines in which nothing is known of
    any activity; only where there are no reports at all do they count by themselves.
    """
    told = told_at(activities, until)
    begin = min((moment.end for moment in told), default=date.min)
    in_time = (m for m in read if until is None or m.end <= until)
    told += [moment for moment in in_time if moment.end >= begin]
    country = scope.id if scope.kind is ScopeKind.COUNTRY else ""
    return moments_of(told, rounds_of(activities, plan.submissions, until, country))


@frozen(kw_only=True)
class _Cards:
    """What the other scorers say of a scope as of each moment.

    What is known of an activity is the same in every scope, so it is found out once.
    """

    plan: WorkPlan
    question: Question
    _measured: dict[Moment, Scorecard] = field(factory=dict, init=False)
    _progress: dict[tuple[ActivityId, Moment], Progress] = field(
        factory=dict, init=False
    )
    _changes: dict[tuple[ActivityId, Moment, Moment], ActivityChange] = field(
        factory=dict, init=False
    )

    @property
    def until(self) -> date | None:
        """The day up to which reports count; None for all reports."""
        return self.question.day

    def lines(
        self, scope: Scope, activities: tuple[Activity, ...], found: Moments
    ) -> Iterator[ScoreLine]:
        """Give the line of *scope* at each of its moments, the oldest first."""
        if not found.moments:
            yield ScoreLine(scope=scope, score=without_moment(activities))
        earlier: Moment | None = None
        for moment in found.moments:
            made = {a.id: self._progress_of(a, moment) for a in activities}
            states = {activity: each.state for activity, each in made.items()}
            asked = (self.question, scope)
            completed = implementation.share_completed(activities, states, *asked)
            figures = [Share(name=COMPLETED, score=completed)]
            if self.plan.indicators:
                measured = _of(scope, self._card_of_indicators(moment))
                figures.append(Share(name=INDICATORS, score=measured))
            shares: tuple[Share, ...] = ()
            if earlier:
                changes = [self._change_of(a, earlier, moment) for a in activities]
                figures += figures_of_change(activities, changes, *asked)
                shares = shares_of_change(changes)
            yield ScoreLine(
                scope=scope,
                score=delivery.average_progress(activities, made, *asked),
                shares=shares,
                figures=figures,
                as_of=moment,
            )
            earlier = moment

    def _progress_of(self, activity: Activity, moment: Moment) -> Progress:
        key = (activity.id, moment)
        if key not in self._progress:
            self._progress[key] = progress_of(activity, moment.end, moment.end)
        return self._progress[key]

    def _change_of(
        self, activity: Activity, first: Moment, then: Moment
    ) -> ActivityChange:
        key = (activity.id, first, then)
        if key not in self._changes:
            was, became = (self._progress_of(activity, at) for at in (first, then))
            rules = self.question.policy.absences
            self._changes[key] = change_of(
                activity, (first, was), (then, became), rules
            )
        return self._changes[key]

    def _card_of_indicators(self, moment: Moment) -> Scorecard:
        if moment not in self._measured:
            asked = evolve(self.question, as_of=moment)
            self._measured[moment] = achievement.score(self.plan, asked)
        return self._measured[moment]


def _of(scope: Scope, card: Scorecard) -> Score:
    line = card.line(scope.kind, scope.id)
    return line.score if line else without_moment(())
