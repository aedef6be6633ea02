"""Print what became of a cell, for people."""

from collections.abc import Iterator

from almwp.errors import Translate
from almwp.workflow.explainingcells import ExplainedCell, ExplainedUse


def cell_lines(cell: ExplainedCell, translate: Translate) -> Iterator[str]:
    """Give the lines that tell of *cell*."""
    yield cell.at
    if cell.fate is None:
        yield f"  {translate('the cell is empty, or no such cell is there')}"
        return
    fate = translate(cell.fate)
    yield f"  {translate('what became of it')}: {fate} ({cell.why})"
    for use in cell.uses:
        yield from _use(use, translate)
    if cell.figures:
        yield f"  {translate('figures that it feeds')}: {', '.join(cell.figures)}"
    elif cell.uses:
        yield f"  {translate('it feeds no figure by itself')}"


def _use(use: ExplainedUse, translate: Translate) -> Iterator[str]:
    about = " ".join(word for word in (use.id, use.title) if word)
    into = f"{use.label} ({use.sheet}.{use.field})"
    of = f", {translate('of')}: {about}" if about else ""
    yield f"  {translate('read into')}: {into}{of}"
    if use.value:
        said = "\n      ".join(use.value.splitlines())
        yield f"    {translate('understood as')}: {said}"
