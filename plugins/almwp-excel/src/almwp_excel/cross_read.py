"""The second opinion: openpyxl reads the same file, and we compare cell for cell.

It does so in a process apart: it was seen to take minutes and gigabytes for files of a
megabyte.  However that ends, our own reading stands.
"""

import json
import math
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Final

from attrs import field, frozen

from almwp.errors import CallError
from almwp.findings.rule import Finding, Location, Rule
from almwp.installing import install_command
from almwp.intake.cells import Cell, CellKind, Sheet, column_letters
from almwp.intake.limits import MEBIBYTE
from almwp_excel import rules
from almwp_excel.apart.process import (
    Allowance,
    Appetite,
    Ending,
    GivenUpError,
    lines_from_worker,
)
from almwp_excel.preflight import ALREADY_READ, open_package
from almwp_excel.reader import read
from almwp_excel.refusals import shown
from almwp_excel.richtext import unescape

_SHOWN: Final = 60
_DAYS: Final = 1e-5  # openpyxl rounds moments to about a millisecond
_APPETITE: Final = Appetite(seconds_each_mebibyte=2, memory_each_byte=2)
"""openpyxl takes the file in twice, row by row; most of its memory goes to texts."""
_ROOM: Final = 64 * MEBIBYTE
_ROOM_EACH_BYTE: Final = 4
_ENDINGS: Final = {
    Ending.OVERRAN: rules.SECOND_STOPPED,
    Ending.BROKE_OFF: rules.SECOND_BROKE_OFF,
    Ending.NOT_STARTED: rules.SECOND_NOT_STARTED,
}
_DAMAGE: Final = (ValueError, TypeError, KeyError, IndexError)
"""What goes wrong where a line is not as the process should have written it."""
_Place = tuple[int, int]


@frozen(kw_only=True)
class _Theirs:
    """A cell as the second reader sees it."""

    kind: str = "nothing"
    text: str = ""
    number: float | None = None
    has_formula: bool = False


_Lines = dict[str, list[bytes]]
"""What was written of each sheet."""


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
        limit: After how many seconds it was stopped, if it was.
    """

    rule: Rule
    sheet: str | None = None
    cell: str | None = None
    ours: str = field(default="")
    theirs: str = field(default="")
    reason: str = field(default="")
    limit: int = 0


def second_opinion(content: bytes, name: str, /) -> tuple[Finding, ...]:
    """Return each difference as a finding at its cell."""
    return tuple(
        each.rule.at(
            Location(file=name, sheet=each.sheet, cell=each.cell),
            found=each.ours[:_SHOWN] or None,
            expected=each.theirs[:_SHOWN] or None,
            reason=each.reason,
            limit=each.limit,
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
    book = read(content, name, ALREADY_READ)
    if not _is_installed():
        raise CallError(
            "the second reader, openpyxl, is not installed; type: {command}",
            command=install_command("almwp-excel[cross-read]"),
        )
    package = open_package(content, name, ALREADY_READ)
    size = sum(entry.size for entry in package.entries.values())
    asked = {"bytes": _ROOM + _ROOM_EACH_BYTE * size}
    try:
        lines = lines_from_worker(
            "openpyxllines", content, asked, Allowance.of(size, _APPETITE)
        )
        told = _by_sheet(lines)
        if isinstance(told, str):
            reason = shown(told)
            return (Difference(rule=rules.NO_SECOND_OPINION, reason=reason),)
        return tuple(_differences(told, book.sheets))
    except GivenUpError as error:
        return (Difference(rule=_ENDINGS[error.ending], limit=error.seconds),)
    except _DAMAGE:
        return (Difference(rule=rules.SECOND_BROKE_OFF),)


def _is_installed() -> bool:
    try:
        return find_spec("openpyxl") is not None
    except ValueError:  # somebody took it away
        return False


def _by_sheet(lines: list[bytes]) -> _Lines | str:
    """Sort the lines by sheets; return what the second reader failed of, if it did."""
    last = json.loads(lines[-1])
    if "refused" in last:
        return str(last["refused"])
    if last != {"end": "yes"}:
        raise ValueError("the lines do not come to their end")
    told: _Lines = {}
    name = ""
    for line in lines[:-1]:
        if line.startswith(b"["):
            told[name].append(line)
        else:
            name = str(json.loads(line)["sheet"])
            told.setdefault(name, [])
    return told


def _differences(told: _Lines, sheets: tuple[Sheet, ...]) -> Iterator[Difference]:
    for sheet in sheets:
        ours = {(cell.row, cell.column): cell for row in sheet.rows() for cell in row}
        if sheet.name not in told:
            if ours:
                yield Difference(rule=rules.NO_SECOND_SHEET, sheet=sheet.name)
            continue
        theirs = _their_cells(told[sheet.name])
        for place in sorted(ours.keys() | theirs.keys()):
            other = theirs.get(place, _Theirs())
            rule = _compare(ours.get(place), other)
            if rule is not None:
                yield Difference(
                    rule=rule,
                    sheet=sheet.name,
                    cell=f"{column_letters(place[1])}{place[0]}",
                    ours=ours[place].text if place in ours else "",
                    theirs=other.text,
                )


def _their_cells(lines: list[bytes]) -> dict[_Place, _Theirs]:
    found = {}
    for line in lines:
        row, cells = json.loads(line)
        for column, kind, text, number, has_formula in cells:
            found[row, column] = _Theirs(
                kind=kind, text=text, number=number, has_formula=has_formula
            )
    return found


def _compare(ours: Cell | None, theirs: _Theirs) -> Rule | None:
    """Return the rule that speaks, or None where the two agree."""
    if ours is None:
        return rules.ONLY_THERE
    if (ours.formula is not None) != theirs.has_formula:
        return rules.OTHER_FORMULA
    if theirs.kind == "nothing":
        empty = ours.kind is CellKind.UNCALCULATED or not ours.text
        return None if empty else rules.ONLY_HERE
    return None if _agree(ours, theirs) else rules.OTHER_VALUE


def _agree(ours: Cell, theirs: _Theirs) -> bool:
    is_text = theirs.kind == "text"
    match ours.kind:
        case CellKind.TEXT:
            # openpyxl decodes no escapes but one, and that one everywhere.
            return is_text and ours.text in (
                theirs.text,
                unescape(theirs.text),
                theirs.text.replace("x005F_", ""),
            )
        case CellKind.NUMBER:
            return _same_number(ours.text, theirs)
        case CellKind.BOOLEAN:
            return theirs.kind == "boolean" and theirs.text.upper() == ours.text
        case CellKind.ERROR:
            return is_text and theirs.text == ours.text
        case CellKind.DATE:
            return theirs.kind == "date"
        case CellKind.UNCALCULATED:
            return is_text and not theirs.text


def _same_number(text: str, theirs: _Theirs) -> bool:
    number = float(text)
    if theirs.number is None:
        return False
    if theirs.kind == "date":
        return abs(theirs.number - number) < _DAYS
    return math.isclose(number, theirs.number, rel_tol=1e-15)
