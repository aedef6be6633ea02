"""Choose the numbers that rows of a form keep, so that the ids come back from them."""

from collections.abc import Iterable

from attrs import evolve

from almwp.intake.activityrow import activity_id
from almwp.intake.checks import Placed, check_together
from almwp.intake.choices import Writing
from almwp.intake.writeplaces import free_keys, place_of
from almwp.model.activity import Activity, PlanReference, RowOrigin
from almwp.model.folding import fold

_NO_FILE = "0" * 64
"""Stands for the fingerprint of a file that is not written yet."""


def with_readable_numbers(
    activities: Iterable[Activity], writing: Writing
) -> tuple[Activity, ...]:
    """Return *activities*, without the numbers that would be read as other rows'.

    All numbers stay where the ids come back from them.  Otherwise a number that said
    nothing of who is who, or that stands for a row before it, is left blank: the row is
    told by its title, as it was.

    Args:
        activities: In the order of the rows.
        writing: How words are written on the sheet of the activities.
    """
    rows = tuple(activities)
    if _come_back(rows, writing):
        return rows
    seen: set[str] = set()
    kept = []
    for row in rows:
        number = fold(row.number)
        if number and (number in seen or not _is_by_number(row)):
            kept.append(evolve(row, number=""))
            continue
        seen.add(number)
        kept.append(row)
    return tuple(kept)


def _come_back(rows: tuple[Activity, ...], writing: Writing) -> bool:
    """Say whether the rows of a form are told apart as *rows* are."""
    fresh = [
        evolve(
            row,
            id=activity_id("", row.number, row.title),
            references=[r for r in row.references if _is_held(r, row, writing)],
            origins=(RowOrigin(file="", sha256=_NO_FILE, sheet="", row=place),),
        )
        for place, row in enumerate(rows, start=1)
    ]
    read = check_together([Placed(activity=row, group=0) for row in fresh], "")
    return [_of_row(row) for row in read.activities] == [_of_row(row) for row in rows]


def _is_held(reference: PlanReference, row: Activity, writing: Writing) -> bool:
    """Say whether a place in a programme has a column in the form."""
    return bool(place_of(reference, writing, free_keys(row.origins)))


def _is_by_number(row: Activity) -> bool:
    return _of_row(row) == row.number


def _of_row(row: Activity) -> str:
    """Return what an id says of the row, without its sender."""
    return row.id.partition(":")[2]
