"""Look at the activities of a file together: what comes twice, and who leads."""

from collections.abc import Hashable, Iterable

import attrs
from attrs import evolve, frozen

from almwp.findings import row_rules
from almwp.findings.rule import Finding, Location, Rule
from almwp.intake.activityrow import activity_id
from almwp.intake.field import TITLES
from almwp.intake.membership import Sender, find_strangers
from almwp.intake.neartitles import near_titles
from almwp.model.activity import Activity, RowOrigin
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.ids import ActivityId

_MOST_DIGITS = 9


@frozen(kw_only=True)
class Placed:
    """An activity and the section of a sheet in which it stands."""

    activity: Activity
    group: Hashable


@frozen(kw_only=True)
class Checked:
    """Activities with ids of their own, and what was found."""

    activities: tuple[Activity, ...] = attrs.field(default=(), converter=frozen_items)
    findings: tuple[Finding, ...] = attrs.field(default=(), converter=frozen_items)


def check_together(
    placed: Iterable[Placed], file: str, sender: Sender | None = None
) -> Checked:
    """Tell apart what has the same number; report what has the same title, or nearly.

    Of two rows with one number the second loses its number, not its row.  Where each
    section counts from 1 again the numbers stay, but say nothing of who is who.
    """
    kept, findings = _told_apart(tuple(placed), file)
    findings += (
        _twice(row_rules.NEAR_TITLE, "title", near.second, near.first, file)
        for near in near_titles(kept)
    )
    findings += find_strangers(kept, sender or Sender(), file)
    return Checked(activities=kept, findings=findings)


def _told_apart(
    known: tuple[Placed, ...], file: str
) -> tuple[list[Activity], list[Finding]]:
    """Return the activities with ids of their own, and what they have in common."""
    restart = _restart(known)
    kept: list[Activity] = []
    findings: list[Finding] = []
    numbers: dict[str, Activity] = {}
    titles: dict[str, Activity] = {}
    used: dict[ActivityId, int] = {}
    blocks: dict[tuple[str, str], int] = {}
    if restart:
        number = restart.number
        findings.append(
            row_rules.NUMBERS_RESTART.at(
                _place_of("number", restart, file), field="number", found=number
            )
        )
    for activity in (place.activity for place in known):
        number, title = _number_of(activity), fold(str(activity.title))
        if restart and _counts(number):
            activity = evolve(activity, id=_id_by_title(activity))
        elif number and number in numbers:
            # One number merged over several rows was given once, not twice.
            if not _is_merged("number", activity):
                rule, other = row_rules.DUPLICATE_NUMBER, numbers[number]
                findings.append(_twice(rule, "number", activity, other, file))
            activity = evolve(activity, number="", id=_id_by_title(activity))
        elif number:
            numbers[number] = activity
        merged = _merged_title(activity)
        if merged and merged in blocks:
            blocks[merged] += 1
        elif title and title in titles:
            rule = row_rules.DUPLICATE_TITLE
            findings.append(_twice(rule, "title", activity, titles[title], file))
        if merged:
            blocks.setdefault(merged, 1)
        titles.setdefault(title, activity)
        own = _unused(activity.id, used)
        kept.append(activity if own == activity.id else evolve(activity, id=own))
    findings += (
        row_rules.MERGED_TITLE.at(
            Location(file=file, sheet=sheet, cell=cell), field="title", count=count
        )
        for (sheet, cell), count in blocks.items()
        if count > 1
    )
    return kept, findings


def _merged_title(activity: Activity) -> tuple[str, str] | None:
    """Return sheet and cell of a title; one that is merged is of several rows."""
    row = activity.origins[0]
    for key in TITLES:
        if place := _column(row, key):
            return row.sheet, place if place[-1].isdigit() else f"{place}{row.row}"
    return None


def _number_of(activity: Activity) -> str:
    """Fold a number; signs that part its digits stay: 1.1 is not 11."""
    return fold(activity.number)


def _counts(number: str) -> bool:
    """Say whether *number* can be the count of a row: no table has a billion rows."""
    return number.isdecimal() and len(number) <= _MOST_DIGITS


def _restart(placed: tuple[Placed, ...]) -> Activity | None:
    """Return the activity at which the numbers begin again at 1, or None.

    They may do so in each section, or for each outcome that the rows themselves name.
    """
    by_outcome = (evolve(p, group=(p.group, _outcome_of(p.activity))) for p in placed)
    return _begins_again(placed) or _begins_again(by_outcome)


def _outcome_of(activity: Activity) -> Hashable:
    """Return the first place of an activity in a programme, or None."""
    places = (r.node or r.words for r in activity.references)
    return next((place for place in places if place), None)


def _begins_again(placed: Iterable[Placed]) -> Activity | None:
    """Return the activity at which numbers begin again at 1, or None.

    Each group must count without a gap from 1, or on from the one before it.
    """
    last: dict[Hashable, int] = {}
    first_again: Activity | None = None
    newest = 0
    for place in placed:
        number = _number_of(place.activity)
        if not _counts(number) or _is_merged("number", place.activity):
            continue
        count = int(number)
        before = last.get(place.group)
        if before is None and count == 1 and last and first_again is None:
            first_again = place.activity
        is_next = count == (newest if before is None else before) + 1
        if not is_next and not (before is None and count == 1):
            return None
        last[place.group] = newest = count
    return first_again


def _is_merged(key: str, activity: Activity) -> bool:
    """Say whether a field came from a cell that is merged down to the row."""
    return _column(activity.origins[0], key)[-1:].isdigit()


def _column(row: RowOrigin, key: str) -> str:
    """Return where a field of a row was read; nothing where it has none."""
    for known, place in row.columns:
        if known == key:
            return place
    return ""


def _id_by_title(activity: Activity) -> ActivityId:
    return activity_id(activity.id.partition(":")[0], "", activity.title)


def _twice(
    rule: Rule, key: str, activity: Activity, other: Activity, file: str
) -> Finding:
    found = activity.number if key == "number" else str(activity.title)
    row, mine = other.origins[0], activity.origins[0]
    there = str(row.row) if row.sheet == mine.sheet else f"{row.row} ({row.sheet})"
    place = _place_of(key, activity, file)
    expected = str(other.title) if rule is row_rules.NEAR_TITLE else None
    return rule.at(place, field=key, found=found, expected=expected, other=there)


def _place_of(key: str, activity: Activity, file: str) -> Location:
    """Return the cell of a field; of a merged field, the row's own first cell."""
    origin = activity.origins[0]
    if key == "title":
        key = next((k for k in TITLES if origin.of(k)), key)
    if _is_merged(key, activity):
        own = [k for k, place in origin.columns if not place[-1].isdigit()]
        key = own[0] if own else key
    read = origin.of(key)
    cell = read.cell if read else f"A{origin.row}"
    return Location(file=file, sheet=origin.sheet, cell=cell)


def _unused(wanted: ActivityId, used: dict[ActivityId, int]) -> ActivityId:
    """Return *wanted*, with a count where another row has it already."""
    found = wanted
    while found in used:
        used[wanted] += 1
        found = ActivityId(f"{wanted}#{used[wanted]}")
    used[found] = 1
    return found
