"""Print what became of a cell, for people."""

from collections.abc import Iterator

from almwp.errors import Translate
from almwp.workflow.explainingcells import ExplainedCell, ExplainedUse


def cell_lines(cell: ExplainedCell, translate: Translate) -> Iterator[str]:
    """Give the lines that tell of *cell*."""
    yield cell.at
    if not cell.has_file:
        yield f"  {translate('name its file as well to learn what stands in it')}"
        return
    if cell.stored:
        said = "\n      ".join(cell.stored.splitlines())
        yield f"  {translate('stands there')}: {said}"
    if cell.fate is None:
        yield f"  {translate('the cell is empty, or no such cell is there')}"
        return
    fate = translate(cell.fate)
    # What was read is told below, with the heading of its field.
    why = f" ({cell.why})" if cell.why and not cell.uses else ""
    yield f"  {translate('what became of it')}: {fate}{why}"
    for use in cell.uses:
        yield from _use(use, translate)
    if cell.figures:
        yield f"  {translate('figures that it feeds')}: {', '.join(cell.figures)}"
    elif cell.uses:
        yield f"  {translate('it feeds no figure by itself')}"


def _use(use: ExplainedUse, translate: Translate) -> Iterator[str]:
    about = " ".join(word for word in (use.id, use.title) if word)
    into = use.label or use.field
    of = f", {translate('of')}: {about}" if about else ""
    yield f"  {translate('read into')}: {into}{of}"
    if use.value:
        said = "\n      ".join(use.value.splitlines())
        yield f"    {translate('understood as')}: {said}"
