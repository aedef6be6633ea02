"""Read dates of a column, doubtful ones by the evidence of the column."""

from collections.abc import Iterable

from attrs import frozen

from almwp.findings import value_rules
from almwp.intake.cells import Cell, CellKind
from almwp.intake.display import words_of
from almwp.intake.field import Field
from almwp.intake.lexicon import Lexicon
from almwp.intake.moments import EARLIEST, LATEST, TwoDays, read_moment
from almwp.intake.numberformat import day_of_serial, is_date_format
from almwp.intake.parsed import Parsed, Spot
from almwp.model.moment import Moment

_DAY_FIRST_LANGUAGES = frozenset({"vi", "id"})


@frozen(kw_only=True)
class ColumnDates:
    """What the dates of one column say about the order of day and month.

    Attributes:
        day_first: Whether the day comes first; None where nothing tells.
        why: What tells.
    """

    day_first: bool | None = None
    why: str = ""


def column_dates(cells: Iterable[Cell], language: str, lexicon: Lexicon) -> ColumnDates:
    """Look for a date in the column that can only be read in one order.

    Failing that, the language of the headings tells: Vietnamese and Indonesian write
    the day first.  English is written in both orders and tells nothing.
    """
    day, month = None, None
    for cell in cells:
        numbers = cell.text.replace(".", "/").replace("-", "/").split("/")
        if cell.kind is not CellKind.TEXT or len(numbers) != 3:
            continue
        if not isinstance(read_moment(cell.text, lexicon), Moment):
            continue
        first, second = numbers[0].strip(), numbers[1].strip()
        if first.isdecimal() and second.isdecimal() and len(first) <= 2:
            day = day or (cell if int(first) > 12 else None)
            month = month or (cell if int(second) > 12 else None)
    if day and not month:
        return ColumnDates(
            day_first=True, why=f"{day.text} in {day.ref} can only be so"
        )
    if month and not day:
        why = f"{month.text} in {month.ref} can only be so"
        return ColumnDates(day_first=False, why=why)
    if not day and language in _DAY_FIRST_LANGUAGES:
        return ColumnDates(
            day_first=True,
            why="the headings are in a language that writes the day first",
        )
    return ColumnDates()


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
    unknown = value_rules.UNKNOWN_DATE.at(spot.at(cell), field=of.key, found=words)
    if cell.kind is CellKind.NUMBER:
        moment = _moment_of_number(cell, starts_1904)
        return Parsed(value=moment, findings=() if moment else (unknown,))
    if lexicon.meaning("absence", words):
        return Parsed()
    read = read_moment(words, lexicon)
    if isinstance(read, TwoDays):
        return _decide(spot, of, cell, read, column)
    return Parsed(value=read, findings=() if read else (unknown,))


def _moment_of_number(cell: Cell, starts_1904: bool) -> Moment | None:
    if is_date_format(cell.number_format):
        day = day_of_serial(cell.text, starts_1904=starts_1904)
        return Moment.day(day) if day else None
    if cell.text.isdecimal() and EARLIEST <= int(cell.text) <= LATEST:
        return Moment.year(int(cell.text))
    return None


def _decide(
    spot: Spot, of: Field, cell: Cell, read: TwoDays, column: ColumnDates
) -> Parsed[Moment]:
    place, found = spot.at(cell), cell.text.strip()
    if column.day_first is None:
        ambiguous = value_rules.AMBIGUOUS_DATE.at(
            place,
            field=of.key,
            found=found,
            expected=f"{read.day_first} / {read.month_first}",
            suggestions=(str(read.day_first), str(read.month_first)),
        )
        return Parsed(findings=(ambiguous,))
    moment = read.day_first if column.day_first else read.month_first
    note = value_rules.DATE_BY_EVIDENCE.at(
        place, field=of.key, found=found, expected=str(moment), why=column.why
    )
    return Parsed(value=moment, findings=(note,))
