"""A country's own activities over time, with the line of the day of the paper."""

from collections.abc import Iterable

from almwp.drawing.timelinefigure import begins, counts_in_words, standing_of
from almwp.model.activity import Activity
from almwp.model.figures import Standing, Stretch, Timeline
from almwp.model.moment import Moment
from almwp.model.report import Block
from almwp.scoring.states import State
from almwp_slom.setting import Setting

_FEWEST = 2
"""Activities of which the time is known below which a picture shows nothing more."""


def timeline_blocks(
    activities: Iterable[Activity], as_of: Moment | None, setting: Setting
) -> tuple[Block, ...]:
    """Return a timeline of *activities* by their numbers in this paper.

    It shows no more than the tables say, and the same where the files contradict each
    other; that something is late by its time frame is a judgement, and not for the
    meeting.

    Args:
        activities: The activities, redacted for the audience.
        as_of: The day of the line; None for none.
        setting: For whom, and in which words.
    """
    rows = sorted(activities, key=lambda a: (*begins(a), setting.numbers[a.id]))
    stretches = [_stretch(activity, setting) for activity in rows]
    timed = [s for s in stretches if s.start or s.end]
    if len(timed) < _FEWEST:
        return ()
    say = setting.say
    when = say("by the newest reports")
    if as_of:
        when = say("as of {day}").format(day=setting.wording.day(as_of))
    known = [setting.known(activity) for activity in rows]
    reports = (r.origin for k in known for r in (k.report, *k.rivals) if r)
    times = (activity.origin_of("timeframe") for activity in rows)
    return (
        Timeline(
            caption=f"{say('Activities over time')}, {when}",
            stretches=stretches,
            as_of=as_of,
            period=setting.framework.period if setting.framework else None,
            alternative="; ".join(counts_in_words(stretches, say)),
            origins=setting.origins(*times, *reports),
        ),
    )


def _stretch(activity: Activity, setting: Setting) -> Stretch:
    frame, said = activity.timeframe, []
    if setting.is_contested(activity, "status"):
        said.append(setting.say("not settled"))
    words = frame.raw or setting.say("not stated")
    said.append(setting.settled(words, activity, "timeframe").replace("\n", " "))
    title = setting.shown_title(activity).replace("\n", " ")
    return Stretch(
        label=f"{setting.numbers[activity.id]}. {title}",
        start=frame.start,
        end=frame.end,
        standing=_standing(activity, setting),
        text="; ".join(said),
    )


def _standing(activity: Activity, setting: Setting) -> Standing:
    if setting.is_contested(activity, "status"):
        return Standing.NOT_KNOWN
    standing = standing_of(activity, setting.day)
    if standing is Standing.NOT_REPORTED and activity.id in setting.otherwise:
        return Standing.NOT_KNOWN  # it was reported, in a word that is no state
    if standing is not Standing.LATE or not setting.is_open:
        return standing
    state = setting.known(activity).state
    return Standing.RUNNING if state is State.ONGOING else Standing.AHEAD
