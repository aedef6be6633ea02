"""What a ministry wrote for itself: no paper of another country holds it."""

from collections.abc import Iterable, Mapping

from attrs import evolve

from almwp.model.activity import Activity, Observation
from almwp.model.ids import CountryCode
from almwp.model.submission import Submission

_Row = tuple[str, str, int]


def own_activities(
    activities: Iterable[Activity],
    submissions: Iterable[Submission],
    country: CountryCode,
) -> tuple[Activity, ...]:
    """Return *activities* with remarks, own columns and budgets of *country* alone.

    A file that does not say who sends it may be the country's own.

    Args:
        activities: Activities as merged from all files.
        submissions: The files.
        country: Whose paper is made.
    """
    sent = tuple(submissions)
    foreign = {s.sha256 for s in sent if s.country not in (None, country)}
    own: dict[_Row, Activity] = {}
    for one in sent:
        for reported in one.activities if one.country == country else ():
            for row in reported.origins:
                own[row.sha256, row.sheet, row.row] = reported
    return tuple(_own(activity, foreign, own) for activity in activities)


def own_submissions(
    submissions: Iterable[Submission], country: CountryCode
) -> tuple[Submission, ...]:
    """Return *submissions*; those of others without what they prepared themselves."""
    return tuple(
        one
        if one.country in (None, country)
        else evolve(one, agenda=(), proposals=(), asks=(), delegation=(), objectives=())
        for one in submissions
    )


def _own(
    activity: Activity, foreign: set[str], own: Mapping[_Row, Activity]
) -> Activity:
    if not any(row.sha256 in foreign for row in activity.origins):
        return activity
    places = ((row.sha256, row.sheet, row.row) for row in activity.origins)
    found = [own[place] for place in places if place in own]
    remarks = dict.fromkeys(a.remarks for a in found if a.remarks)
    return evolve(
        activity,
        remarks=" ".join(remarks),
        extras=tuple(dict.fromkeys(extra for a in found for extra in a.extras)),
        budget=next((a.budget for a in found if a.budget), ""),
        observations=tuple(_told(o, foreign) for o in activity.observations),
    )


def _told(observation: Observation, foreign: set[str]) -> Observation:
    cell = observation.origin
    if not observation.note or cell is None or cell.sha256 not in foreign:
        return observation
    return evolve(observation, note="")
