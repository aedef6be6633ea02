"""Word the time of an activity as a ministry would, in English and Vietnamese."""

from datetime import date

from layouts.items import Item

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS_OF_A_YEAR = 12


def in_english(item: Item) -> str:
    """Return the published words, or the date or the years in English."""
    if item.time_frame:
        return item.time_frame
    first, _, last = item.date.partition("/")
    if not first:
        return _years(item)
    year, month = first[:4], _MONTHS[int(first[5:7]) - 1]
    if len(first) == len("2023-09"):
        return f"{month} {year}"
    start, end = (date.fromisoformat(day) for day in (first, last or first))
    days = f"{start.day}" if start == end else f"{start.day}-{end.day}"
    return f"{days} {month} {year}"


def in_vietnamese(item: Item) -> str:
    """Return the published words, or the date or the years in Vietnamese."""
    if item.time_frame:
        return item.time_frame
    first, _, last = item.date.partition("/")
    if not first:
        return _years(item)
    if len(first) == len("2023-09"):
        return f"tháng {int(first[5:])}/{first[:4]}"
    start, end = (date.fromisoformat(day) for day in (first, last or first))
    if start == end and start.day > _MONTHS_OF_A_YEAR:
        return short_day(first)
    # A day up to the 12th could be taken for a month, so the month is named.
    days = f"{start.day}" if start == end else f"{start.day}-{end.day}"
    return f"{days} tháng {start.month}/{start.year}"


def short_day(day: str) -> str:
    """Return an ISO date as dd/mm/yyyy; a year stays a year."""
    return "/".join(reversed(day.split("-")))


def _years(item: Item) -> str:
    ends = sorted({item.years[0], item.years[-1]}) if item.years else []
    return "-".join(map(str, ends))
