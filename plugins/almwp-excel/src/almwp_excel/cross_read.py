"""The second opinion: openpyxl reads the same file, and we compare cell for cell."""

import io
import math
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from attrs import field, frozen

from almwp.errors import CallError
from almwp.findings.rule import Finding, Location, Rule
from almwp.installing import install_command
from almwp.intake.cells import Cell, CellKind, Sheet, column_letters
from almwp.intake.limits import Limits
from almwp_excel import rules
from almwp_excel.reader import read
from almwp_excel.refusals import shown
from almwp_excel.richtext import unescape

if TYPE_CHECKING:
    from openpyxl import Workbook

_SHOWN = 60
_DAYS = 1e-5  # openpyxl rounds moments to about a millisecond
# What openpyxl was seen to raise on files that Excel opens.
_FAILURES = (
    ParseError,
    zipfile.BadZipFile,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OverflowError,
    OSError,
)
_Place = tuple[int, int]


@frozen(kw_only=True)
class _Theirs:
    """A cell as the second reader sees it."""

    value: Any = None
    has_formula: bool = False


@frozen(kw_only=True)
class Difference:
    """A place where the two readings differ.

    Attributes:
        rule: In what they differ.
        sheet: The sheet; None for the whole file.
        cell: The cell; None for the whole sheet.
        ours: What we read.
        theirs: What openpyxl reads.
        reason: Why it could not, if it could not.
    """

    rule: Rule
    sheet: str | None = None
    cell: str | None = None
    ours: str = field(default="")
    theirs: str = field(default="")
    reason: str = field(default="")


def second_opinion(content: bytes, name: str, /) -> tuple[Finding, ...]:
    """Return each difference as a finding at its cell."""
    return tuple(
        each.rule.at(
            Location(file=name, sheet=each.sheet, cell=each.cell),
            found=each.ours[:_SHOWN] or None,
            expected=each.theirs[:_SHOWN] or None,
            reason=each.reason,
        )
        for each in cross_read(content, name)
    )


def cross_read(content: bytes, name: str) -> tuple[Difference, ...]:
    """Return the differences between our reading and openpyxl's.

    Values are compared by kind; of formulas only that there is one.

    Raises:
        UnreadableFileError: We cannot read the file ourselves.
        CallError: openpyxl is not installed.
    """
    book = read(content, name, Limits())
    try:
        import openpyxl
    except ImportError:
        raise CallError(
            "the second reader, openpyxl, is not installed; type: {command}",
            command=install_command("almwp-excel[cross-read]"),
        ) from None
    del openpyxl
    try:
        return tuple(_differences(content, book.sheets))
    except _FAILURES as error:
        reason = shown(f"{type(error).__name__}: {error}")
        return (Difference(rule=rules.NO_SECOND_OPINION, reason=reason),)


def _differences(content: bytes, sheets: tuple[Sheet, ...]) -> Iterator[Difference]:
    values, formulas = _open(content, data_only=True), _open(content, data_only=False)
    for sheet in sheets:
        ours = {(cell.row, cell.column): cell for row in sheet.rows() for cell in row}
        if sheet.name not in values.sheetnames:
            if ours:
                yield Difference(rule=rules.NO_SECOND_SHEET, sheet=sheet.name)
            continue
        theirs = _their_cells(values, formulas, sheet.name)
        for place in sorted(ours.keys() | theirs.keys()):
            rule = _compare(ours.get(place), theirs.get(place, _Theirs()), values.epoch)
            if rule is not None:
                yield _difference(rule, sheet.name, place, ours, theirs)


def _difference(
    rule: Rule,
    sheet: str,
    place: _Place,
    ours: dict[_Place, Cell],
    theirs: dict[_Place, _Theirs],
) -> Difference:
    other = theirs.get(place, _Theirs()).value
    return Difference(
        rule=rule,
        sheet=sheet,
        cell=f"{column_letters(place[1])}{place[0]}",
        ours=ours[place].text if place in ours else "",
        theirs="" if other is None else str(other),
    )


def _open(content: bytes, *, data_only: bool) -> "Workbook":
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on parts that it does not keep
        return load_workbook(io.BytesIO(content), read_only=True, data_only=data_only)


def _their_cells(
    values: "Workbook", formulas: "Workbook", sheet: str
) -> dict[_Place, _Theirs]:
    """Gather what openpyxl sees of a sheet, empty texts left out.

    It reads in its read-only mode, because its normal mode drops what lies under
    merged cells, and without the claimed extent of the sheet, which may be wrong.
    """
    seen = dict(_stream(values, sheet))
    typed = {
        place
        for place, value in _stream(formulas, sheet, only_formulas=True)
        if value != "="
    }
    found = {
        place: _Theirs(value=value, has_formula=place in typed)
        for place, value in seen.items()
        if value != "" or place in typed
    }
    for place in typed - found.keys():
        found[place] = _Theirs(has_formula=True)
    return found


def _stream(
    book: "Workbook", sheet: str, *, only_formulas: bool = False
) -> Iterator[tuple[_Place, Any]]:
    page: Any = book[sheet]
    if not hasattr(page, "reset_dimensions"):
        return  # a sheet that is a chart
    page.reset_dimensions()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on dates that cannot be
        for row in page.iter_rows():
            for cell in row:
                wanted = not only_formulas or cell.data_type == "f"
                if cell.value is not None and wanted:
                    yield (cell.row, cell.column), cell.value


def _compare(ours: Cell | None, theirs: _Theirs, epoch: datetime) -> Rule | None:
    """Return the rule that speaks, or None where the two agree."""
    if ours is None:
        return rules.ONLY_THERE
    if (ours.formula is not None) != theirs.has_formula:
        return rules.OTHER_FORMULA
    if theirs.value is None:
        empty = ours.kind is CellKind.UNCALCULATED or not ours.text
        return None if empty else rules.ONLY_HERE
    return None if _agree(ours, theirs.value, epoch) else rules.OTHER_VALUE


def _agree(ours: Cell, theirs: Any, epoch: datetime) -> bool:
    match ours.kind:
        case CellKind.TEXT:
            # openpyxl decodes no escapes but one, and that one everywhere.
            return isinstance(theirs, str) and ours.text in (
                theirs,
                unescape(theirs),
                theirs.replace("x005F_", ""),
            )
        case CellKind.NUMBER:
            return _same_number(ours.text, theirs, epoch)
        case CellKind.BOOLEAN:
            return theirs is (ours.text == "TRUE")
        case CellKind.ERROR:
            return isinstance(theirs, str) and theirs == ours.text
        case CellKind.DATE:
            return isinstance(theirs, datetime | date | time | timedelta)
        case CellKind.UNCALCULATED:
            return isinstance(theirs, str) and not theirs


def _same_number(text: str, theirs: Any, epoch: datetime) -> bool:
    from openpyxl.utils.datetime import to_excel

    number = float(text)
    if isinstance(theirs, bool):
        return False
    if isinstance(theirs, int | float):
        return math.isclose(number, theirs, rel_tol=1e-15)
    if isinstance(theirs, datetime | date | time | timedelta):
        serial: float = to_excel(theirs, epoch)  # type: ignore[no-untyped-call]
        return abs(serial - number) < _DAYS
    return False
