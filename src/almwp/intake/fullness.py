"""Refuse files of more filled cells, texts or headings than a report can have."""

from collections.abc import Sequence

from almwp.errors import UnreadableFileError
from almwp.intake.grid import Grid
from almwp.intake.headingrows import ManyHeadingsError
from almwp.intake.lexicon import Lexicon
from almwp.intake.limits import Limits
from almwp.intake.mapping import TableMapping
from almwp.intake.sidebyside import SheetTables
from almwp.intake.tablekinds import tables_of


def insist_on_fullness(grids: Sequence[Grid], limits: Limits, name: str) -> None:
    """Count what the sheets hold, before anything is looked for in them.

    A reader that counts on its way refuses such a file earlier.

    Args:
        grids: All sheets.
        limits: How much their file may ask for.
        name: Its name.

    Raises:
        UnreadableFileError: They hold too many filled cells or different texts.
    """
    if sum(len(grid.stored) for grid in grids) > limits.filled_cells:
        raise too_filled(name, limits)
    texts: set[str] = set()
    for grid in grids:
        for some in grid.packed.different_texts():
            texts |= some
            if len(texts) > limits.texts:
                raise UnreadableFileError(
                    name,
                    "the workbook holds more than {limit} different texts (limit "
                    "texts); delete what is no report, or split the workbook and send "
                    "the parts",
                    limit=f"{limits.texts:,}",
                )


def too_filled(name: str, limits: Limits) -> UnreadableFileError:
    """Return what to raise where a file holds too many filled cells."""
    return UnreadableFileError(
        name,
        "the workbook holds more than {limit} filled cells (limit filled_cells); "
        "delete what is no report, or split the workbook and send the parts",
        limit=f"{limits.filled_cells:,}",
    )


def tables_within(
    grid: Grid,
    lexicon: Lexicon,
    mapped: tuple[TableMapping, ...],
    limits: Limits,
    name: str,
) -> SheetTables:
    """Return the tables of a sheet, as :func:`almwp.intake.tablekinds.tables_of` does.

    Raises:
        UnreadableFileError: More of its texts may be headings than are looked at.
    """
    try:
        return tables_of(grid, lexicon, mapped, limits)
    except ManyHeadingsError:
        raise UnreadableFileError(
            name,
            "on the sheet '{sheet}' more than {limit} different texts may be headings "
            "(limit headings); delete what is no report",
            sheet=grid.sheet.name,
            limit=f"{limits.headings:,}",
        ) from None
