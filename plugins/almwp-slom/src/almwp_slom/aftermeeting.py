"""What was reported after the meeting of a paper is told as such."""

from almwp.model.activity import Activity
from almwp.model.meeting import Meeting
from almwp.model.report import Block, Note
from almwp_slom.setting import Setting


def after_meeting(
    activities: tuple[Activity, ...], meeting: Meeting, setting: Setting
) -> tuple[Block, ...]:
    """Name the activities whose state was reported of a day after the meeting.

    Without a day as of which to tell progress the newest report counts, whenever it was
    made; nobody at the meeting could have known it.
    """
    if setting.day is not None:
        return ()
    last = meeting.last_day.end
    later = [
        activity
        for activity in activities
        if (report := setting.known(activity).report)
        and report.as_of
        and report.as_of.start > last
    ]
    if not later:
        return ()
    said = setting.say(
        "Reported of a day after the meeting, and counted here: No. {numbers}. With"
        " --as-of and the day of the meeting, what was reported until then counts."
    )
    if setting.is_open:
        said = setting.say(
            "Reported of a day after the meeting, and counted here: No. {numbers}."
        )
    numbers = ", ".join(str(setting.numbers[activity.id]) for activity in later)
    cells = (cell for activity in later for cell in setting.state_cells(activity))
    return (Note(text=said.format(numbers=numbers), origins=setting.origins(*cells)),)
