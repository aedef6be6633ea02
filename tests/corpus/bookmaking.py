"""Write a small workbook and the truth about it, the same bytes every time."""

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

Parts = dict[str, bytes]
"""The parts of a package by name."""

Truth = dict[str, Any]
Found = tuple[str, str | None, str | None]
"""A finding: its code, the sheet and the cell."""

_CREATED = datetime(2026, 1, 1)


@dataclass(frozen=True)
class Shown:
    """A value with a look: a number format, a line through it, or both."""

    value: Any
    number_format: str = ""
    struck: bool = False


@dataclass(frozen=True)
class Formula:
    """A formula and the result that was saved with it."""

    formula: str
    stored: str | int | float = ""


@dataclass(frozen=True)
class Rich:
    """A text in pieces, each plain, bold or struck through."""

    pieces: Sequence[tuple[str, str]]

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.pieces)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its rows from row 1, and what was done to it."""

    rows: Sequence[Sequence[Any]]
    name: str = "Report"
    merges: Sequence[str] = ()
    hidden: str = ""
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()


@dataclass(frozen=True)
class Book:
    """A workbook with one difficulty, and the truth about it.

    Attributes:
        name: Name of the file without its ending.
        difficulty: What is difficult about it, in one sentence.
        sheets: Its sheets.
        activities: What is to be read: of each activity the keys that matter.
        findings: Every error and every warning, and the notes that matter.
        about: What is to be known of the file: country, framework, as_of, language.
        more: Further truths, such as ``suggestions`` by cell.
        edit: Changes the parts of the package, for what no library writes.
        unseen: Non-empty cells that *edit* adds, or takes away.
        dates_1904: Whether days are counted from 1904.
        calculated: Whether the program that saved it had calculated its formulas.
        mapping: The user's own mapping file, with which it is read.
        raw: The bytes of a file that is no workbook at all.
    """

    name: str
    difficulty: str
    sheets: Sequence[Sheet]
    activities: Sequence[Truth] = ()
    findings: Sequence[Found] = ()
    about: Truth = field(default_factory=dict)
    more: Truth = field(default_factory=dict)
    edit: Callable[[Parts], Parts] | None = None
    unseen: int = 0
    dates_1904: bool = False
    calculated: bool = True
    mapping: str = ""
    raw: bytes = b""

    @property
    def truth(self) -> Truth:
        """Say what is to be read; the cells are counted from what was written."""
        filled = sum(
            not (value is None or value == "")
            for sheet in self.sheets
            for row in sheet.rows
            for value in row
        )
        return {
            "difficulty": self.difficulty,
            **self.about,
            "cells": {"total": filled + self.unseen},
            "activities": list(self.activities),
            "findings": sorted(
                (list(found) for found in self.findings),
                key=lambda found: [part or "" for part in found],
            ),
            **self.more,
        }

    def content(self) -> bytes:
        """Return the bytes of the workbook."""
        if self.raw:
            return self.raw
        out = io.BytesIO()
        options = {"in_memory": True, "date_1904": self.dates_1904}
        with xlsxwriter.Workbook(out, options) as workbook:
            workbook.set_properties({"created": _CREATED})
            for sheet in self.sheets:
                _write_sheet(workbook, sheet)
        with zipfile.ZipFile(out) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        if self.calculated:  # XlsxWriter asks for it, Excel does not
            told = parts["xl/workbook.xml"]
            parts["xl/workbook.xml"] = told.replace(b' fullCalcOnLoad="1"', b"")
        return packed(self.edit(parts) if self.edit else parts)


def packed(parts: Parts) -> bytes:
    """Return a package of *parts*, with fixed dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def write_book(book: Book, folder: Path) -> None:
    """Write the workbook, its truth and its mapping file side by side."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{book.name}.xlsx").write_bytes(book.content())
    write_truth(book.truth, folder / f"{book.name}.json")
    if book.mapping:
        path = folder / f"{book.name}.toml"
        path.write_text(book.mapping, encoding="utf-8", newline="\n")


def write_truth(truth: Truth, path: Path) -> None:
    """Write a truth as people read it."""
    text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_sheet(workbook: Any, made: Sheet) -> None:
    sheet = workbook.add_worksheet(made.name)
    if made.hidden == "very":
        sheet.very_hidden()
    elif made.hidden:
        sheet.hide()
    for area in made.merges:
        sheet.merge_range(area, "")
    for number in made.hidden_rows:
        sheet.set_row(number - 1, None, None, {"hidden": True})
    for letter in made.hidden_columns:
        sheet.set_column(f"{letter}:{letter}", None, None, {"hidden": True})
    for row, values in enumerate(made.rows):
        for column, value in enumerate(values):
            _write_cell(workbook, sheet, row, column, value)


def _write_cell(workbook: Any, sheet: Any, row: int, column: int, value: Any) -> None:
    look = None
    if isinstance(value, Shown):
        look = workbook.add_format({"font_strikeout": value.struck})
        if value.number_format:
            look.set_num_format(value.number_format)
        value = value.value
    match value:
        case None | "":
            pass
        case bool():
            sheet.write_boolean(row, column, value, look)
        case date():
            look = look or workbook.add_format({"num_format": "dd/mm/yyyy"})
            sheet.write_datetime(row, column, value, look)
        case int() | float():
            sheet.write_number(row, column, value, look)
        case Formula():
            sheet.write_formula(row, column, value.formula, look, value.stored)
        case Rich():
            sheet.write_rich_string(row, column, *_fragments(workbook, value))
        case _:
            sheet.write_string(row, column, value, look)


def _fragments(workbook: Any, rich: Rich) -> list[Any]:
    looks = {
        "bold": workbook.add_format({"bold": True}),
        "struck": workbook.add_format({"font_strikeout": True}),
    }
    fragments: list[Any] = []
    for look, text in rich.pieces:
        fragments += [looks[look], text] if look else [text]
    return fragments
