"""Put a time frame into words that read back the same without other evidence."""

from collections.abc import Iterator

from almwp.intake.choices import Writing
from almwp.model.timeframe import Timeframe


def timeframe_words(timeframe: Timeframe, writing: Writing) -> Iterator[str]:
    """Give what might be written for *timeframe*, its own words first.

    Its own words do not do where a state stood among them, which now has a column of
    its own, or where the order of day and month was told by other cells.
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
