"""Sources as they stand in a cell: one on each line, its address first."""

import re

from almwp.model.fields import squeeze
from almwp.model.moment import Moment
from almwp.model.source import Source

_PART = re.compile(r"\s*\|\s*")


def read_source(line: str) -> Source:
    """Read ``address | title | date``; title and date may be missing.

    What stands last is a date if it is written as ``2024``, ``2024-09`` or
    ``2024-09-05``; else it belongs to the title.
    """
    address, *rest = _PART.split(line.strip())
    date = _moment(rest[-1]) if rest else None
    if rest and (date or not rest[-1]):
        rest = rest[:-1]
    title = squeeze(" | ".join(rest))
    return Source(address=address or line.strip(), title=title, date=date)


def source_line(source: Source) -> str:
    """Write *source* as :func:`read_source` reads it."""
    parts = [source.address, source.title, str(source.date or "")]
    last = _PART.split(source.title)[-1]
    # A title that ends like a date, or in a bar, needs the place of the date kept.
    if not source.date and not (source.title and (not last or _moment(last))):
        parts = parts[:2] if source.title else parts[:1]
    return " | ".join(parts).rstrip()


def _moment(words: str) -> Moment | None:
    try:
        return Moment.parse(words)
    except ValueError:
        return None
