"""Tell who carries an activity today that an institution of former days reported."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from attrs import field, frozen

from almwp.catalogue.members import find_member
from almwp.model.decision import Decision, DecisionKind, UnfitDecision, WhyUnfit
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.ids import ActivityId, CountryCode
from almwp.model.member import DutyChange
from almwp.model.source import Source
from almwp.model.workplan import Route
from almwp.plan.naming import NamedReports
from almwp.plan.onesender import names_of
from almwp.plan.reported import ReportedActivity


@frozen(kw_only=True)
class Routes:
    """Who carries what today.

    Attributes:
        routes: Activities of institutions that have changed.
        unfit: Decisions that were not applied.
    """

    routes: tuple[Route, ...] = field(default=(), converter=frozen_items)
    unfit: tuple[UnfitDecision, ...] = field(default=(), converter=frozen_items)


def routes_of(
    groups: Sequence[tuple[ActivityId, tuple[ReportedActivity, ...]]],
    decisions: Iterable[Decision],
) -> Routes:
    """Return who carries each activity that an institution of former days reported.

    The catalogue tells it by the duties of which the titles of the activity speak.  It
    is sure where all of them went to one institution; else a person is asked.

    Args:
        groups: Each activity of the plan, with the reports of it.
        decisions: What people decided.
    """
    decided, unfit = _decided(groups, decisions)
    routes: list[Route] = []
    for name, group in groups:
        known: dict[CountryCode, Route] = {}
        for report in group:
            country = report.submission.country
            if country and country not in known:
                changes = _changes_of(country, report.submission.institution)
                if changes:
                    known[country] = _route(name, report, group, changes)
        for country, decision in decided.get(name, {}).items():
            route = known.get(country)
            known[country] = Route(
                activity=name,
                country=country,
                was=route.was if route else "",
                owner=decision.take,
                candidates=route.candidates if route else (),
                decision=decision,
            )
        routes += known.values()
    return Routes(routes=routes, unfit=unfit)


@lru_cache(maxsize=256)
def _changes_of(country: CountryCode, institution: str) -> tuple[DutyChange, ...]:
    """Return where the duties of an institution went since."""
    member = find_member(country)
    named = f" {fold(institution)} "
    if member is None or not named.strip():
        return ()
    return tuple(
        change
        for change in member.duty_changes
        if any(f" {name} " in named for name in names_of(change.old))
    )


def _route(
    name: ActivityId,
    report: ReportedActivity,
    group: Iterable[ReportedActivity],
    changes: tuple[DutyChange, ...],
) -> Route:
    titles = {f" {title} " for each in group for title in each.titles}
    duties: dict[str, list[str]] = defaultdict(list)
    for change in changes:
        for words in change.duties:
            named = [f" {fold(word)} " for word in words]
            if any(name in title for name in named for title in titles):
                duties[str(change.new)].append(words[0])
    submission = report.submission
    candidates = tuple(dict.fromkeys(str(change.new) for change in changes))
    asked = Route(
        activity=name,
        country=submission.country or CountryCode(""),
        was=submission.institution,
        candidates=candidates,
        duties=[duty for told in duties.values() for duty in told],
    )
    if len(duties) != 1:
        return asked
    ((owner, told),) = duties.items()
    change = next(change for change in changes if str(change.new) == owner)
    return Route(
        activity=name,
        country=asked.country,
        was=asked.was,
        owner=owner,
        candidates=candidates,
        duties=told,
        since=change.since,
        basis=change.basis,
        sources=_sources(changes, owner),
    )


def _sources(changes: Iterable[DutyChange], owner: str) -> tuple[Source, ...]:
    told = [s for change in changes if str(change.new) == owner for s in change.sources]
    return tuple(dict.fromkeys(told))


def _decided(
    groups: Sequence[tuple[ActivityId, tuple[ReportedActivity, ...]]],
    decisions: Iterable[Decision],
) -> tuple[dict[ActivityId, dict[CountryCode, Decision]], list[UnfitDecision]]:
    made = [decision for decision in decisions if decision.kind is DecisionKind.OWNER]
    if not made:
        return {}, []
    reports = [report for _, group in groups for report in group]
    names = [name for name, group in groups for _ in group]
    named = NamedReports(reports, [group for _, group in groups])
    told: dict[tuple[ActivityId, CountryCode], list[Decision]] = defaultdict(list)
    unfit: list[UnfitDecision] = []
    for decision in made:
        (name,) = decision.activities
        meant = {names[place] for place in named.of(name)}
        if len(meant) != 1:
            why = WhyUnfit.NAMES_SEVERAL if meant else WhyUnfit.NAMES_NOTHING
            unfit.append(UnfitDecision(decision=decision, why=why, found=name.id))
            continue
        told[meant.pop(), CountryCode(decision.country)].append(decision)
    decided: dict[ActivityId, dict[CountryCode, Decision]] = defaultdict(dict)
    for (activity, country), same in told.items():
        if len({decision.take for decision in same}) > 1:
            unfit += [
                UnfitDecision(decision=d, why=WhyUnfit.CONTRADICTED) for d in same
            ]
        else:
            decided[activity][country] = same[0]
    return decided, unfit
