"""The cells behind what a paper says: of names, of states, of own columns."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from almwp.model.activity import Activity, Extra, Observation, RowOrigin
from almwp.model.ids import ActivityId
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.textorigins import cells_in
from almwp.plan.coverorigins import said_in
from almwp_slom.wording import Wording


def titles_of(
    activities: Iterable[Activity], wording: Wording
) -> Mapping[ActivityId, tuple[Origin, ...]]:
    """Return the cells in which activities are named, else those of their numbers.

    Args:
        activities: Those of a plan.
        wording: Tells in which language a name is shown: its cells are given.
    """
    found: dict[ActivityId, tuple[Origin, ...]] = {}
    for activity in activities:
        cells = cells_in(activity.origins, "title", wording.spoken(activity.title))
        found[activity.id] = cells or tuple(named_in(activity.origins, "number"))
    return MappingProxyType(found)


def places_of(
    activities: Iterable[Activity],
) -> Mapping[ActivityId, tuple[Origin, ...]]:
    """Return the cells that say which plans, outcomes and areas activities serve."""
    keys = ("outcome", "area", "plan")
    return MappingProxyType(
        {a.id: tuple(named_in(a.origins, *keys)) for a in activities}
    )


def named_in(rows: Iterable[RowOrigin], *keys: str) -> Iterator[Origin]:
    """Give the cells of *rows* in which the fields *keys* were read, each once."""
    cells = (row.of(key) for row in rows for key in keys)
    yield from dict.fromkeys(cell for cell in cells if cell)


def extra_cells(extra: Extra, rows: Iterable[RowOrigin]) -> Iterator[Origin]:
    """Give the cell of a column without a field; its row is the one with its number."""
    for row in rows:
        if extra.cell.rstrip("0123456789") + str(row.row) == extra.cell:
            yield Origin(
                file=row.file, sha256=row.sha256, sheet=row.sheet, cell=extra.cell
            )
            return


def said_by(key: str, submissions: Iterable[Submission]) -> Mapping[str, Origin]:
    """Return the cell in which each file says a fact of its cover, by fingerprint."""
    found = ((sent.sha256, said_in(sent, key)) for sent in submissions)
    return MappingProxyType({sha256: cell for sha256, cell in found if cell})


def report_cells(
    reports: Iterable[Observation], days: Mapping[str, Origin]
) -> Iterator[Origin]:
    """Give all cells of *reports*; without a date of its own, that of its file too."""
    for report in reports:
        yield from report.cells
        if report.as_of and report.as_of_origin is None and report.origin:
            day = days.get(report.origin.sha256)
            yield from [day] if day else []
