"""What stands in cells of the files that were read, as it is stored there."""

from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from almwp.intake.cells import Cell
from almwp.workflow.bookreading import read_book
from almwp.workflow.explainingcells import ExplainedCell
from almwp.workflow.files import PLAN_SUFFIX, find_files
from almwp.workflow.reading import Reading


def with_stored(
    cells: Iterable[ExplainedCell], paths: Iterable[Path], reading: Reading
) -> tuple[ExplainedCell, ...]:
    """Return *cells* with what is stored in each of them, where its file is at hand.

    Only files whose name a cell has are opened; a saved plan holds no cells.

    Args:
        cells: The cells.
        paths: Files and folders, all of which could be read before.
        reading: How to read.
    """
    wanted = tuple(cells)
    found: dict[tuple[str, str], str] = {}
    for path in find_files(paths, reading.plugins):
        own = {cell.at for cell in wanted if cell.at.startswith(f"{path.name}!")}
        if own and path.suffix.lower() != PLAN_SUFFIX:
            found |= _in_file(path, own, reading)
    return tuple(
        evolve(cell, stored=found.get((cell.sha256, cell.at), "")) for cell in wanted
    )


def _in_file(
    path: Path, wanted: set[str], reading: Reading
) -> dict[tuple[str, str], str]:
    read = read_book(path, reading)
    found: dict[tuple[str, str], str] = {}
    for sheet in read.book.sheets:
        start = f"{read.name}!{sheet.name}!"
        refs = {p.removeprefix(start) for p in wanted if p.startswith(start)}
        for row in sheet.rows() if refs else ():
            for cell in row:
                if cell.ref in refs:
                    found[read.sha256, f"{start}{cell.ref}"] = _words(cell)
    return found


def _words(cell: Cell) -> str:
    return cell.text if cell.formula is None else f"={cell.formula} → {cell.text}"
