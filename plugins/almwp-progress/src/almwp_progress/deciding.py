"""Which cells decide a figure: those of the state, of the share, of the dates."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from almwp.model.activity import Activity, Change, Observation, RowOrigin, Status
from almwp.model.fields import frozen_items
from almwp.model.source import Origin
from almwp.scoring.states import KnownState

_TITLES = ("title", "title_english", "title_national")


@frozen(kw_only=True)
class Deciding:
    """The cells that decide a figure.

    Attributes:
        cells: Each once; that of the number itself comes first.
    """

    cells: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    @property
    def origin(self) -> Origin | None:
        """The cell of the number itself, or None where nothing was read in a cell."""
        return self.cells[0] if self.cells else None

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The other cells."""
        return self.cells[1:]


NO_CELLS = Deciding()
"""Of what was not read in a file."""


def deciding(*several: Iterable[Origin | None]) -> Deciding:
    """Put cells together, each once, in the order in which they are given."""
    cells = dict.fromkeys(cell for group in several for cell in group if cell)
    return Deciding(cells=cells)


def cells_of_state(activity: Activity, known: KnownState) -> list[Origin | None]:
    """Return the cells that decide the state of *activity*.

    These are the cells of the states that were told, those of rivals too, then their
    dates.  Where no state was told it is the cell in which one should stand.
    """
    if known.report is None:
        missing = _where_it_should_stand(activity.origins)
        return [*missing, *[report.as_of_origin for report in activity.observations]]
    reports = (known.report, *known.rivals)
    states = [cell for each in reports for cell in _cells_of_status(activity, each)]
    return states + [report.as_of_origin for report in reports]


def cells_of_share(reports: Iterable[Observation]) -> Iterator[Origin | None]:
    """Give the cells in which *reports* tell a share, then those of their dates."""
    several = tuple(reports)
    yield from (report.percent_origin or report.origin for report in several)
    yield from (report.as_of_origin for report in several)


def _cells_of_status(
    activity: Activity, report: Observation
) -> tuple[Origin | None, ...]:
    if report.change is Change.WITHDRAWN:
        return (report.change_origin, report.origin)
    if report.change or report.word or isinstance(report.status, Status):
        return (report.origin,)
    return (*_where_it_should_stand(_rows_of(activity, report)), report.origin)


def _rows_of(activity: Activity, report: Observation) -> tuple[RowOrigin, ...]:
    """Return the rows of the sheet in which *report* was read, else all rows."""
    cell = report.origin
    rows = (
        row
        for row in activity.origins
        if cell and (row.sha256, row.sheet) == (cell.sha256, cell.sheet)
    )
    return tuple(rows) or activity.origins


def _where_it_should_stand(rows: Iterable[RowOrigin]) -> Iterator[Origin | None]:
    """Give the cell for the state in each row; that of the title where it has none."""
    for row in rows:
        yield next((c for key in ("status", *_TITLES) if (c := row.of(key))), None)
