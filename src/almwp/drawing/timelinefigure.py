"""A timeline of activities, with how each stands as of a day."""

from collections.abc import Iterable
from datetime import date

from almwp.errors import Translate, in_english
from almwp.model.activity import Activity
from almwp.model.figures import Standing, Stretch, Timeline
from almwp.model.moment import Moment
from almwp.scoring.dueness import Due, due_on
from almwp.scoring.states import State, known_state


def timeline_figure(
    activities: Iterable[Activity],
    as_of: Moment | None = None,
    say: Translate = in_english,
    language: str = "en",
) -> Timeline:
    """Return a timeline of *activities*, those that begin first at the top.

    An activity is late when a day is asked for, its time frame is over on that day
    and it was not surely reported as completed.  Without a day nothing is late.

    Args:
        activities: The activities; those whose time is not known come last.
        as_of: The day as of which they are told; the newest reports count when not
            given.
        say: Into which language the words are put.
        language: The language of titles.
    """
    day = as_of.end if as_of else None
    rows = sorted(activities, key=_begins)
    origins = (row.of("timeframe") for a in rows for row in a.origins)
    when = say("by the newest reports")
    if as_of:
        when = say("as of {day}").format(day=as_of)
    return Timeline(
        caption=f"{say('Activities over time')}, {when}",
        stretches=[_stretch(activity, day, language) for activity in rows],
        as_of=as_of,
        alternative=say("activities by the time at which they begin"),
        origins=tuple(dict.fromkeys(origin for origin in origins if origin)),
    )


def _begins(activity: Activity) -> tuple[date, date]:
    frame = activity.timeframe
    start = frame.start or frame.end
    if start is None:
        return date.max, date.max
    return start.start, (frame.end or start).end


def _stretch(activity: Activity, day: date | None, language: str) -> Stretch:
    frame = activity.timeframe
    return Stretch(
        label=activity.title.in_(language) or activity.number or activity.id,
        start=frame.start,
        end=frame.end,
        standing=_standing(activity, day),
        text=frame.raw,
    )


def _standing(activity: Activity, day: date | None) -> Standing:
    state = known_state(activity, day).state
    match state:
        case State.COMPLETED:
            return Standing.DONE
        case State.WITHDRAWN:
            return Standing.WITHDRAWN
        case State.NOT_REPORTED:
            return Standing.NOT_KNOWN
        case State.ONGOING | State.PLANNED:
            if day is not None and due_on(activity.timeframe, day) is Due.OVER:
                return Standing.LATE
            return Standing.RUNNING if state is State.ONGOING else Standing.AHEAD
