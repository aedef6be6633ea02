"""A timeline of activities, with how each stands as of a day."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from almwp.drawing.standingwords import standing_in_words
from almwp.errors import Translate, in_english
from almwp.model.activity import Activity
from almwp.model.figures import Standing, Stretch, Timeline
from almwp.model.moment import Moment, Period
from almwp.scoring.dueness import Due, due_on
from almwp.scoring.states import State, known_state


def timeline_figure(
    activities: Iterable[Activity],
    as_of: Moment | None = None,
    say: Translate = in_english,
    language: str = "en",
    period: Period | None = None,
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
        period: The years of the programme, which are shown whole.
    """
    day = as_of.end if as_of else None
    rows = sorted(activities, key=begins)
    origins = (row.of("timeframe") for a in rows for row in a.origins)
    when = say("by the newest reports")
    if as_of:
        when = say("as of {day}").format(day=as_of)
    stretches = [_stretch(activity, day, language) for activity in rows]
    shows = say("activities by the time at which they begin")
    return Timeline(
        caption=f"{say('Activities over time')}, {when}",
        stretches=stretches,
        as_of=as_of,
        period=period,
        alternative="; ".join([*counts_in_words(stretches, say), shows]),
        origins=tuple(dict.fromkeys(origin for origin in origins if origin)),
    )


def counts_in_words(stretches: Iterable[Stretch], say: Translate) -> list[str]:
    """Say how many stand how, and of how many nobody says when."""
    every = list(stretches)
    counted = Counter(stretch.standing for stretch in every)
    told = [
        f"{standing_in_words(s, say)}: {counted[s]}" for s in Standing if counted[s]
    ]
    unknown = sum(stretch.start is None and stretch.end is None for stretch in every)
    if unknown:
        told.append(f"{say('time not known')}: {unknown}")
    return told


def begins(activity: Activity) -> tuple[date, date]:
    """Return what puts activities in the order of their time, unknown ones last."""
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
        standing=standing_of(activity, day),
        text=frame.raw,
    )


def standing_of(activity: Activity, day: date | None) -> Standing:
    """Say how *activity* stands on *day*; without a day nothing is late."""
    state = known_state(activity, day).state
    match state:
        case State.COMPLETED:
            return Standing.DONE
        case State.WITHDRAWN:
            return Standing.WITHDRAWN
        case State.NOT_REPORTED:
            return Standing.NOT_REPORTED
        case State.ONGOING | State.PLANNED:
            if day is not None and due_on(activity.timeframe, day) is Due.OVER:
                return Standing.LATE
            return Standing.RUNNING if state is State.ONGOING else Standing.AHEAD
