"""A cell that says when something takes place, and sorts by its first day."""

from almwp.model.report import TableCell
from almwp.model.source import Origin
from almwp.model.timeframe import Timeframe


def time_cell(
    words: str, timeframe: Timeframe, origins: tuple[Origin, ...]
) -> TableCell:
    """Return a cell that says *words*, in the order of what was understood.

    Args:
        words: The time as the paper shows it.
        timeframe: The time as it was understood; one that was not is in no order.
        origins: Where it was read.
    """
    start, end = timeframe.start, timeframe.end
    order = ""
    if start is not None and timeframe.raw in words:  # else the words do not tell it
        order = f"{start.start.isoformat()} {(end or start).end.isoformat()}"
    return TableCell(text=words, order=order, origins=origins)
