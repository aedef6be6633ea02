"""Put a time frame into words that read back the same without other evidence."""

from collections.abc import Iterator

from attrs import evolve

from almwp.intake.cells import Cell
from almwp.intake.choices import Writing
from almwp.intake.dates import column_dates
from almwp.intake.field import Field
from almwp.intake.readvalue import read_value
from almwp.intake.values import Values
from almwp.model.timeframe import Timeframe


def timeframe_words(timeframe: Timeframe, writing: Writing) -> Iterator[str]:
    """Give what might be written for *timeframe*, its own words first.

    Its own words do not do where a state stood among them, which now has a column of
    its own, or where the order of day and month was told by other cells alone.
    """
    yield timeframe.raw
    start, end = timeframe.start, timeframe.end
    often = None
    if timeframe.recurrence:
        often = writing.word("recurrence", timeframe.recurrence)
    when = []
    if start and end == start:
        when = [str(start)]
    elif start and end:
        when = [f"{start} - {end}", f"{start} to {end}"]
    elif start:
        when = [f"since {start}", f"{start} -"]
    elif end:
        when = [f"by {end}"]
    if often:
        yield from (f"{often}, {words}" for words in when)
        yield from (f"{words}, {often}" for words in when)
        yield from (f"{often} {words}" for words in when)
        if not when:
            yield often
    else:
        yield from when


def timeframe_again(cell: Cell, of: Field, values: Values) -> Timeframe | None:
    """Return the time frame that *cell* says by itself; None where it is unsure.

    "01/3/2022 - 31/12/2025" tells by its second date that the day comes first.
    """
    own = column_dates([cell], language="")
    parsed = read_value(evolve(values, dates=((cell.column, own),)), of, cell)
    if parsed.is_refused or parsed.value is None or parsed.value.status:
        return None
    is_sure = not parsed.value.doubt or own.day_first is not None
    return parsed.value.timeframe if is_sure else None
