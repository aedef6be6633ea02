"""Say that the words of a time frame can mean something else than what was read."""

import re
from collections.abc import Iterator
from datetime import date

from almwp.findings import reading_rules
from almwp.findings.rule import Finding
from almwp.intake.calendars import in_common_era
from almwp.intake.cells import Cell
from almwp.intake.field import Field
from almwp.intake.moments import parts_in
from almwp.intake.timeframes import ReadTimeframe
from almwp.intake.values import Values
from almwp.model.folding import compose
from almwp.model.moment import Moment, Precision
from almwp.model.timeframe import Timeframe

_YEAR_AND_DIGIT = re.compile(r"(?<![\d/.–—-])(\d{3})(\d)\s*[–—-]\s*(\d)(?![\d/.–—-])")
"""*2021-5*: May 2021, or 2021 to 2025."""
_TWO_AND_YEAR = re.compile(
    r"(\d{1,2})\s*[–—-]\s*(\d{1,2})\s*/\s*(\d{4})(?:\s*\(.*\))?", re.DOTALL
)
"""*10-12/2024*: October to December, or the tenth of December."""
_PAIR = re.compile(r"(?<![\d/.–—-])\d{4}\s*/\s*(?:\d\d)?\d\d(?![\d/.–—-])")
"""*2024/25*, *2024/2025*: so fiscal years are written as well."""
_ONLY_SPACED = re.compile(r"\s*\d{4}[^\S\n]+\d{4}\s*")
"""*2024 2025*: a dash may be missing, or a comma."""


def find_other_reading(
    read: ReadTimeframe, values: Values, of: Field, cell: Cell
) -> Iterator[Finding]:
    """Say what else a time frame that was understood can mean."""
    if not read.timeframe.is_understood:
        return
    words = compose(values.words(cell))
    times = in_common_era(words).text
    expected = written(read.timeframe)
    if other := _other_times(times, read.timeframe):
        rule = reading_rules.READ_ONE_WAY
        yield values.finding(rule, of, cell, expected=expected, other=other)
    elif _PAIR.search(times) and _are_two_years(read.timeframe):
        rule = reading_rules.PERHAPS_FISCAL
        yield values.finding(rule, of, cell, expected=expected)
    elif _ONLY_SPACED.fullmatch(times) and not read.has_gaps:
        rule = reading_rules.SINGLE_TIMES
        yield values.finding(rule, of, cell, expected=expected)
    if _leaves_part_out(parts_in(times, values.lexicon), read.timeframe):
        rule = reading_rules.PART_LEFT_OUT
        yield values.finding(rule, of, cell, expected=expected)


def written(timeframe: Timeframe) -> str:
    """Write what was understood of a time frame as a delegate would type it."""
    start, end = timeframe.start, timeframe.end
    if start == end:
        return str(start)
    return f"{start} - {end or ''}".strip() if start else f"by {end}"


def _other_times(text: str, timeframe: Timeframe) -> str:
    start, end = timeframe.start, timeframe.end
    if start is None or end is None or start.precision is not Precision.MONTH:
        return ""
    if start == end and (match := _YEAR_AND_DIGIT.search(text)):
        decade, first, last = match.groups()
        return f"{decade}{first} - {decade}{last}" if last > first else ""
    if start != end and (match := _TWO_AND_YEAR.fullmatch(text.strip())):
        day, month, year = map(int, match.groups())
        return str(Moment.day(date(year, month, day)))
    return ""


def _are_two_years(timeframe: Timeframe) -> bool:
    start, end = timeframe.start, timeframe.end
    if start is None or end is None:
        return False
    is_years = start.precision is Precision.YEAR is end.precision
    return is_years and end.start.year == start.start.year + 1


def _leaves_part_out(parts: tuple[str, ...], timeframe: Timeframe) -> bool:
    """Say whether a part counts: the beginning at the start of a span does not."""
    left = list(parts)
    if timeframe.start != timeframe.end:
        if timeframe.start and left[:1] == ["beginning"]:
            del left[0]
        if timeframe.end and left[-1:] == ["end"]:
            del left[-1]
    return bool(left)
