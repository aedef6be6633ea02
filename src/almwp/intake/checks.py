"""Look at the activities of a file together: numbers and titles that come twice."""

from collections.abc import Iterable

import attrs
from attrs import evolve, frozen

from almwp.findings import row_rules
from almwp.findings.rule import Finding, Location, Rule
from almwp.intake.activityrow import activity_id
from almwp.intake.cover import Cover
from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.ids import ActivityId


@frozen(kw_only=True)
class Checked:
    """Activities with ids of their own, and what was found."""

    activities: tuple[Activity, ...] = attrs.field(default=(), converter=frozen_items)
    findings: tuple[Finding, ...] = attrs.field(default=(), converter=frozen_items)


def check_together(activities: Iterable[Activity], cover: Cover, file: str) -> Checked:
    """Tell apart what has the same number; report what has the same title.

    Of two rows with one number the second loses its number, not its row.
    """
    kept: list[Activity] = []
    findings: list[Finding] = []
    numbers: dict[str, Activity] = {}
    titles: dict[str, Activity] = {}
    used: set[ActivityId] = set()
    for activity in activities:
        number, title = fold(activity.number), fold(str(activity.title))
        if number and number in numbers:
            findings.append(
                _twice(
                    row_rules.DUPLICATE_NUMBER,
                    "number",
                    activity,
                    numbers[number],
                    file,
                )
            )
            activity = evolve(
                activity, number="", id=activity_id(cover, "", activity.title)
            )
        elif number:
            numbers[number] = activity
        if title in titles:
            findings.append(
                _twice(
                    row_rules.DUPLICATE_TITLE, "title", activity, titles[title], file
                )
            )
        titles.setdefault(title, activity)
        activity = evolve(activity, id=_unused(activity.id, used))
        used.add(activity.id)
        kept.append(activity)
    return Checked(activities=kept, findings=findings)


def _twice(
    rule: Rule, key: str, activity: Activity, other: Activity, file: str
) -> Finding:
    origin = activity.origin_of(key)
    place = Location(
        file=file,
        sheet=activity.origins[0].sheet,
        cell=origin.cell if origin else None,
    )
    found = activity.number if key == "number" else str(activity.title)
    return rule.at(place, field=key, found=found, other=other.origins[0].row)


def _unused(wanted: ActivityId, used: set[ActivityId]) -> ActivityId:
    """Return *wanted*, with a count where another row has it already."""
    found, count = wanted, 1
    while found in used:
        count += 1
        found = ActivityId(f"{wanted}#{count}")
    return found
