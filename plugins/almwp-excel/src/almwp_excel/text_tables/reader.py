"""Reading a text table: its encoding, its separator, its records as a sheet."""

import re
from functools import partial
from pathlib import PurePath

from almwp.errors import UnreadableFileError
from almwp.findings.rule import Finding, Location
from almwp.intake.cells import Book, Sheet
from almwp.intake.limits import Limits
from almwp_excel import refusals, rules
from almwp_excel.signature import is_zip, why_not_zip
from almwp_excel.text_tables.encodings import (
    Decoded,
    Sureness,
    UndecidableError,
    decode,
)
from almwp_excel.text_tables.records import count_cells, read_rows
from almwp_excel.text_tables.separators import Separator, find_separator

_HEAD_ROWS = 2
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_SPEAKS = {
    Sureness.BY_WORDS: rules.ENCODING_BY_WORDS,
    Sureness.OLD: rules.OLD_ENCODING,
    Sureness.DOUBTFUL: rules.DOUBTFUL_ENCODING,
}


def read(content: bytes, name: str, limits: Limits, /) -> Book:
    """Read a text table (.csv, .tsv) from its bytes; a workbook is read as one.

    Raises:
        UnreadableFileError: It is no text, its letters or cells cannot be told apart,
            or it passes a limit.
    """
    if is_zip(content):
        return _as_workbook(content, name, limits)
    if len(content) > limits.file_bytes:
        raise UnreadableFileError(
            name, refusals.TOO_LONG, limit=f"{limits.file_bytes:,}"
        )
    try:
        decoded = _text_of(content)
        separator = find_separator(decoded.text)
        table = decoded.text[separator.start :]
        cells = count_cells(table, separator.sign, limits.cells)
    except UndecidableError as error:
        raise UnreadableFileError(name, error.why, **error.facts) from None
    if cells > limits.cells:
        raise UnreadableFileError(
            name, refusals.TOO_MANY_CELLS, limit=f"{limits.cells:,}"
        )
    sheet = Sheet(
        name=PurePath(name).stem or name,
        read_rows=partial(read_rows, table, separator.sign),
    )
    return Book(sheets=(sheet,), findings=_said(name, decoded, separator))


def is_text_table(head: bytes) -> bool:
    """Say whether a file begins as a table of several columns and rows does."""
    try:
        text = _text_of(_whole_lines(head)).text
        separator = find_separator(text)
    except UndecidableError:
        return False
    table = text[separator.start :]
    rows = [row for row in read_rows(table, separator.sign) if len(row) > 1]
    return separator.is_met and len(rows) >= _HEAD_ROWS


def _whole_lines(head: bytes) -> bytes:
    """Leave out the last line of a head: it may end inside a letter or a cell."""
    end = head.rfind(b"\n") + 1
    if b"\0" in head:
        end += end % 2  # UTF-16, in which a letter has two bytes
    return head[:end] or head


def _text_of(content: bytes) -> Decoded:
    """Decode what is text.

    Raises:
        UndecidableError: It is something else, or its letters cannot be read.
    """
    why = why_not_zip(content)
    if why not in (refusals.TEXT, refusals.UNKNOWN):
        raise UndecidableError(why)
    decoded = decode(content)
    controls = len(_CONTROLS.findall(decoded.text))
    if "\0" in decoded.text or controls * 50 > len(decoded.text):
        raise UndecidableError(refusals.NO_TEXT)
    return decoded


def _as_workbook(content: bytes, name: str, limits: Limits) -> Book:
    from almwp_excel.other_name import read_under_other_name

    return read_under_other_name(content, name, limits)


def _said(name: str, decoded: Decoded, separator: Separator) -> list[Finding]:
    at = Location(file=name)
    found = [
        rules.READ_AS_TEXT.at(at, encoding=decoded.encoding, separator=separator.shown)
    ]
    if not separator.is_met:
        found.append(rules.ONE_COLUMN.at(at))
    rule = _SPEAKS.get(decoded.sureness)
    if rule is not None:
        found.append(rule.at(at, encoding=decoded.encoding))
    return found
