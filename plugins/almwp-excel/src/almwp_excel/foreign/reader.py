"""Reading a workbook of an old or foreign format: calamine's values, our looks."""

import json
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from typing import Any

from attrs import define, field

from almwp.errors import UnreadableFileError
from almwp.findings.rule import Finding, Location
from almwp.installing import install_command
from almwp.intake.cells import Book, Merge, Row, Sheet, Visibility
from almwp.intake.limits import Limits
from almwp.intake.mergedblocks import without_overlaps
from almwp_excel import refusals, rules
from almwp_excel.apart.process import (
    Allowance,
    Appetite,
    Ending,
    GivenUpError,
    lines_from_worker,
)
from almwp_excel.foreign.entrance import Format, let_in
from almwp_excel.foreign.looks import SheetLooks

_VISIBILITY = {
    "Visible": Visibility.VISIBLE,
    "Hidden": Visibility.HIDDEN,
    "VeryHidden": Visibility.VERY_HIDDEN,
}
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_APPETITE = Appetite(seconds_each_mebibyte=1, memory_each_byte=8)
"""calamine is quick, and holds every cell of the file at once."""
_BYTES_EACH_CLAIMED = 64
"""calamine reserves room for the cells that an .xls claims, and does not use it."""


@define(kw_only=True)
class _Lines:
    """What was written about one sheet."""

    name: str
    visibility: Visibility
    merges: list[Merge]
    rows: list[bytes] = field(factory=list)


def read(content: bytes, name: str, limits: Limits, /) -> Book:
    """Read a workbook (.xls, .xlsb, .ods) from its bytes.

    Raises:
        UnreadableFileError: It is no such workbook, is damaged, passes a limit, or the
            process in which it is read broke off.
    """
    entrant = let_in(content, name, limits)
    if entrant.format is Format.XLSX:
        from almwp_excel.other_name import read_under_other_name

        return read_under_other_name(content, name, limits)
    if find_spec("python_calamine") is None:
        command = install_command("almwp-excel[calamine]")
        raise UnreadableFileError(name, refusals.NOT_INSTALLED, command=command)
    reserved = _BYTES_EACH_CLAIMED * entrant.claimed
    allowance = Allowance.of(entrant.size, _APPETITE, reserved)
    told = _told(content, name, limits, allowance)
    _refuse_same_names(told, name)
    looks = entrant.looks
    if looks is not None and len(looks) != len(told):
        looks = None  # which is which cannot be known
    sheets, read_cells = [], 0
    odd: list[Finding] = []
    for place, lines_of_sheet in enumerate(told):
        look = looks[place] if looks is not None else SheetLooks()
        given = lines_of_sheet.merges or look.merges
        merges = [merge for merge in given if _is_within(merge)]
        sheet = _sheet(lines_of_sheet, look, without_overlaps(merges))
        read_cells += _checked(sheet, name)
        sheets.append(sheet)
        here = Location(file=name, sheet=sheet.name)
        if count := len(given) - len(merges):
            odd.append(rules.DAMAGED_MERGE.at(here, count=count))
        if count := len(merges) - len(sheet.merges):
            odd.append(rules.OVERLAPPING_MERGES.at(here, count=count))
    at = Location(file=name)
    if looks is None:
        values_only = rules.VALUES_ONLY.at(at, format=entrant.format)
        said = [values_only, *entrant.findings, *odd]
    else:
        said = [_PARTLY[entrant.format].at(at), *odd]
        filled = sum(look.filled for look in looks)
        if read_cells != filled:
            said.append(rules.OTHER_COUNT.at(at, count=read_cells, filled=filled))
    return Book(sheets=sheets, starts_1904=entrant.starts_1904, findings=said)


def _told(
    content: bytes, name: str, limits: Limits, allowance: Allowance
) -> list[_Lines]:
    """Have the file read in a process apart.

    Raises:
        UnreadableFileError: The process could not, or would not, read it.
    """
    asked = {
        "bytes": limits.entry_bytes,
        "sheets": limits.sheets,
        "cells": limits.cells,
        "merges": limits.merges,
    }
    try:
        lines = lines_from_worker("calaminelines", content, asked, allowance)
        return _sheets(lines, limits)
    except GivenUpError as error:
        why, limit = _ENDINGS[error.ending], f"{error.seconds:,}"
        raise UnreadableFileError(name, why, limit=limit) from None
    except _RefusedError as error:
        raise UnreadableFileError(name, error.why, **error.facts) from None


def _is_within(merge: Merge) -> bool:
    """Say whether a block can stand on a sheet."""
    return (
        merge.top <= merge.bottom <= _MOST_ROWS
        and merge.left <= merge.right <= _MOST_COLUMNS
    )


def _sheet(told: _Lines, looks: SheetLooks, merges: tuple[Merge, ...]) -> Sheet:
    return Sheet(
        name=told.name,
        visibility=told.visibility,
        merges=merges,
        read_rows=partial(_rows, told.rows, looks),
    )


def _checked(sheet: Sheet, name: str) -> int:
    """Pass over a sheet once, so that reading its rows later cannot fail.

    Returns:
        How many cells it has.

    Raises:
        UnreadableFileError: What was written of it makes no sheet.
    """
    count = last = 0
    try:
        for row in sheet.rows():
            first, end = row[0], row[-1]
            if first.row > _MOST_ROWS or end.column > _MOST_COLUMNS:
                shown = refusals.shown(sheet.name)
                raise UnreadableFileError(
                    name, refusals.NO_SUCH_CELL, sheet=shown, ref=end.ref
                )
            if first.row <= last:
                raise UnreadableFileError(name, refusals.BROKE_OFF)
            last = first.row
            count += len(row)
    except _DAMAGE:
        raise UnreadableFileError(name, refusals.BROKE_OFF) from None
    return count


_ENDINGS = {
    Ending.OVERRAN: refusals.OVERRAN,
    Ending.BROKE_OFF: refusals.BROKE_OFF,
    Ending.NOT_STARTED: refusals.NO_PROCESS,
}
_DAMAGE = (ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What goes wrong where a line is not as the process should have written it."""


def _sheets(lines: list[bytes], limits: Limits) -> list[_Lines]:
    """Sort the lines by sheets.

    Raises:
        _RefusedError: The process refused the file, or did not come to its end.
    """
    told: list[_Lines] = []
    try:
        last = json.loads(lines[-1])
        if "refused" in last:
            raise _refusal(last["refused"], limits)
        if last != {"end": "yes"}:
            raise _RefusedError(refusals.BROKE_OFF)
        for line in lines[:-1]:
            if line.startswith(b"["):
                told[-1].rows.append(line)
                continue
            sheet = json.loads(line)
            told.append(
                _Lines(
                    name=str(sheet["sheet"]),
                    visibility=_VISIBILITY[sheet["visible"]],
                    merges=[_merge(merge) for merge in sheet["merges"]],
                )
            )
    except _DAMAGE:
        raise _RefusedError(refusals.BROKE_OFF) from None
    if not told:
        raise _RefusedError(refusals.NO_SHEETS)
    return told


class _RefusedError(Exception):
    """A reason to refuse the file."""

    def __init__(self, why: str, **facts: str) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


def _refusal(word: str, limits: Limits) -> _RefusedError:
    match word:
        case "password":
            return _RefusedError(refusals.PASSWORD)
        case "too many sheets":
            return _RefusedError(refusals.TOO_MANY_SHEETS, limit=f"{limits.sheets:,}")
        case "too many cells":
            return _RefusedError(refusals.TOO_MANY_CELLS, limit=f"{limits.cells:,}")
        case "too many merges":
            return _RefusedError(refusals.TOO_MANY_MERGES, limit=f"{limits.merges:,}")
        case "too large":
            limit = f"{limits.entry_bytes:,}"
            return _RefusedError(refusals.PART_TOO_LARGE, limit=limit, part="*")
        case _:
            return _RefusedError(refusals.DAMAGED)


def _merge(told: Any) -> Merge:
    (top, left), (bottom, right) = told
    return Merge(top=top + 1, left=left + 1, bottom=bottom + 1, right=right + 1)


def _refuse_same_names(told: list[_Lines], name: str) -> None:
    names: set[str] = set()
    for sheet in told:
        folded = sheet.name.casefold()
        if folded in names:
            shown = refusals.shown(sheet.name)
            raise UnreadableFileError(name, refusals.SAME_SHEET_NAME, sheet=shown)
        names.add(folded)


def _rows(lines: list[bytes], looks: SheetLooks) -> Iterator[Row]:
    """Give the rows, and in them the cells that calamine takes for empty."""
    waiting = iter(sorted(looks.unread))
    unread = next(waiting, None)
    for line in lines:
        number, told = json.loads(line)
        while unread is not None and unread <= number:
            if unread < number:
                yield looks.cells(unread, ())
            unread = next(waiting, None)
        yield looks.cells(number, told)
    while unread is not None:
        yield looks.cells(unread, ())
        unread = next(waiting, None)


_PARTLY = {Format.XLS: rules.XLS_PARTLY, Format.ODS: rules.ODS_PARTLY}
