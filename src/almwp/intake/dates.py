"""Read dates of a column, doubtful ones by the evidence of the column."""

import re
from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from almwp.findings import edge_rules, reading_rules, value_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.asof import day_in_title
from almwp.intake.calendars import FIRST, LAST, in_common_era, moment_in_common_era
from almwp.intake.cells import Cell, CellKind
from almwp.intake.display import words_of
from almwp.intake.field import Field
from almwp.intake.lexicon import Lexicon
from almwp.intake.moments import EARLIEST, LATEST, TwoDays, read_moment
from almwp.intake.numberformat import is_time_format, moment_of_serial, number_of
from almwp.intake.parsed import Parsed, Spot
from almwp.model.fields import frozen_items
from almwp.model.folding import compose
from almwp.model.moment import Moment

_DAY_FIRST_LANGUAGES = frozenset(
    ("vi", "id", "ms", "th", "lo", "km", "my", "pt", "tet")
)
_WITNESS = "{witness} in {where} can only be so"
_LANGUAGE = "the headings are in a language that writes the day first"
_THROUGH = re.compile(
    r"^\s*(?:(?:tính\s+)?(?:đến|tới)\s+)?hết\s+(?:ngày\s+(?=\d))?", re.IGNORECASE
)
"""*Hết quý II/2024*: to the end of the second quarter."""
_DATES = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2\d{4}(?!\d)")


@frozen(kw_only=True)
class ColumnDates:
    """What the dates of one column say about the order of day and month.

    Attributes:
        day_first: Whether the day comes first; None where nothing tells.
        why: What tells, with the names of its facts in braces.
        facts: What it speaks of.
        mixed: The first cell in the second of two orders, its date, and the date and
            the cell that has the first order; None where there is one order.
    """

    day_first: bool | None = None
    why: str = ""
    facts: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)
    mixed: tuple[str, str, str, str] | None = None


def column_dates(cells: Iterable[Cell], language: str) -> ColumnDates:
    """Look for a date in the column that can only be read in one order.

    Failing that, the language of the headings tells: Vietnamese, Indonesian and the
    others of the region write the day first.  English is written in both orders and
    tells nothing.
    """
    day, month = None, None
    for cell in cells:
        if cell.kind is not CellKind.TEXT:
            continue
        for match in _DATES.finditer(compose(cell.text)):
            first, second = int(match[1]), int(match[3])
            if 12 < first <= 31 and second <= 12:
                day = day or (match[0], cell)
            elif 12 < second <= 31 and first <= 12:
                month = month or (match[0], cell)
    told = day or month
    if told and not (day and month):
        words, cell = told
        facts = (("witness", words), ("where", cell.ref))
        return ColumnDates(day_first=day is not None, why=_WITNESS, facts=facts)
    if day and month:
        one, other = sorted(
            (day, month), key=lambda known: (known[1].row, known[1].column)
        )
        return ColumnDates(mixed=(other[1].ref, other[0], one[0], one[1].ref))
    return language_dates(language)


def language_dates(language: str) -> ColumnDates:
    """Return what the language of the headings says about day and month."""
    if language not in _DAY_FIRST_LANGUAGES:
        return ColumnDates()
    return ColumnDates(day_first=True, why=_LANGUAGE)


def parse_date(
    spot: Spot,
    lexicon: Lexicon,
    of: Field,
    cell: Cell,
    column: ColumnDates,
    starts_1904: bool,
) -> Parsed[Moment]:
    """Read *cell* as a date of any precision."""
    words = words_of(cell, starts_1904=starts_1904)

    def unknown() -> Finding:
        return value_rules.UNKNOWN_DATE.at(spot.at(cell), field=of.key, found=words)

    if cell.kind is CellKind.NUMBER:
        moment, found = date_of_number(spot, of, cell, words, starts_1904)
        return Parsed(value=moment, findings=found or (() if moment else (unknown(),)))
    if lexicon.meaning("absence", words):
        return Parsed()
    common = in_common_era(words)
    read = _read(common.text, lexicon)
    if read is None:
        return Parsed(findings=(unknown(),))
    doubts = []
    if isinstance(read, TwoDays):
        doubts.append(about_doubt(spot.at(cell), of, words, read, column))
        read = read.told(column.day_first)
    if read and common.changed:
        doubts.append(about_era(spot.at(cell), of, words, str(read)))
    return Parsed(value=read, findings=doubts)


def _read(text: str, lexicon: Lexicon) -> Moment | TwoDays | None:
    """Read a day, with words before it that a label has as well: ``as of``, ``hết``."""
    read = read_moment(_THROUGH.sub("", text), lexicon)
    if read is None and (announced := day_in_title(text, lexicon)):
        return announced.when if not announced.words else None
    return read


def date_of_number(
    spot: Spot, of: Field, cell: Cell, words: str, starts_1904: bool
) -> tuple[Moment | None, tuple[Finding, ...]]:
    """Return the date of a number in the common era, and a note where it was not.

    Words whose year lies before 1950 or after 2100 are no dates of a report, and
    neither are numbers: most often somebody typed a year, such as 2024, into a cell
    that shows it as the day of that number, in 1905.
    """
    stored = moment_of_number(cell, words, starts_1904=starts_1904)
    moment = moment_in_common_era(stored) if stored else None
    if moment and not EARLIEST <= moment.start.year <= LATEST:
        return None, (_about_year(spot.at(cell), of, cell, words),)
    if moment == stored or moment is None:
        return moment, ()
    return moment, (about_era(spot.at(cell), of, words, str(moment)),)


def _about_year(place: Location, of: Field, cell: Cell, words: str) -> Finding:
    """Say that a number is no date, and what it is if a year was meant."""
    number = number_of(cell.text) or 0
    if number == int(number) and _is_year(int(number)):
        year = str(int(number))
        return edge_rules.YEAR_SHOWN_AS_DATE.at(
            place, field=of.key, found=words, expected=year, suggestions=(year,)
        )
    years = f"{EARLIEST}-{LATEST}"
    return edge_rules.DATE_OUT_OF_RANGE.at(
        place, field=of.key, found=words, expected=years
    )


def about_era(place: Location, of: Field, words: str, expected: str) -> Finding:
    """Say that a year of the Buddhist era was read as one of the common era."""
    return reading_rules.BUDDHIST_YEAR.at(
        place, field=of.key, found=words, expected=expected
    )


def moment_of_number(cell: Cell, words: str, *, starts_1904: bool) -> Moment | None:
    """Return the date of a number: by its date format, or a bare year; else None.

    Args:
        cell: The number.
        words: What it says in words.
        starts_1904: Whether dates count from 1904.
    """
    moment = moment_of_serial(cell.text, cell.number_format, starts_1904=starts_1904)
    year = int(words) if words.isdecimal() and len(words) == 4 else 0
    if moment is None and _is_year(year) and not is_time_format(cell.number_format):
        return Moment.year(year)
    return moment


def _is_year(number: int) -> bool:
    return EARLIEST <= number <= LATEST or FIRST <= number <= LAST


def about_orders(
    spot: Spot, of: Field, cell: Cell, column: ColumnDates
) -> tuple[Finding, ...]:
    """Say, at the first date of the second order, that a column has both orders."""
    if column.mixed is None or column.mixed[0] != cell.ref:
        return ()
    _, found, witness, where = column.mixed
    mixed = reading_rules.ORDERS_MIXED.at(
        spot.at(cell), field=of.key, found=found, witness=witness, where=where
    )
    return (mixed,)


def about_doubt(
    place: Location, of: Field, words: str, doubt: TwoDays, column: ColumnDates
) -> Finding:
    """Say that a date is one day or another, or by what it was decided."""
    day = doubt.told(column.day_first)
    if day is None:
        return value_rules.AMBIGUOUS_DATE.at(
            place,
            field=of.key,
            found=words,
            expected=" / ".join(doubt.choices),
            suggestions=doubt.choices,
        )
    facts: dict[str, Any] = dict(column.facts)
    return value_rules.DATE_BY_EVIDENCE.at(
        place,
        field=of.key,
        found=words,
        expected=str(day),
        why=column.why,
        **facts,
    )
