"""How a day stands in a cell so that it is one, and reads as the report says it."""

import re
from datetime import date

from almwp.model.report import TableCell

DAY = "yyyy-mm-dd"
_ORDER = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)(?: (?P<last>\d{4}-\d\d-\d\d))?")
_FIRST_YEAR = 1901
"""Excel knows no day before 1900, and counts the first months of that year wrongly."""
_ENGLISH = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def first_day(cell: TableCell) -> date | None:
    """Return the first day of the time in *cell*, or None."""
    days = _days(cell)
    return days[0] if days else None


def day_of(cell: TableCell) -> tuple[date, str] | None:
    """Return the day that *cell* is, and the format in which it reads as its text.

    None where the text is no single day, or is written in another way.
    """
    days = _days(cell)
    if days is None or days[0] != days[1]:
        return None
    day = days[0]
    # Of two ways in which a text can be written the plain one is taken, the last.
    written = {
        f"{day.day:02}/{day.month:02}/{day.year}": r"dd\/mm\/yyyy",
        f"{day.day:02}/{day.month}/{day.year}": r"dd\/m\/yyyy",
        f"{day.day}/{day.month}/{day.year}": r"d\/m\/yyyy",
        day.isoformat(): DAY,
        f"{day.day} {_ENGLISH[day.month - 1]} {day.year}": "[$-409]d mmmm yyyy",
        f"ngày {day.day} tháng {day.month} năm {day.year}": (
            '"ngày "d" tháng "m" năm "yyyy'
        ),
    }
    code = written.get(cell.text)
    return (day, code) if code else None


def _days(cell: TableCell) -> tuple[date, date] | None:
    found = _ORDER.fullmatch(cell.order) if cell.order else None
    if found is None:
        return None
    try:
        first = date.fromisoformat(found["first"])
        last = date.fromisoformat(found["last"] or found["first"])
    except ValueError:
        return None
    return (first, last) if first.year >= _FIRST_YEAR else None
