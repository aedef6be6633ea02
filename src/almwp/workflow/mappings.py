"""Read a user's own mapping file, which says what the headings of a table mean."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from almwp.codec.tomltext import NotTomlError, toml_table
from almwp.errors import CallError, system_problem
from almwp.intake.cells import column_number
from almwp.intake.headingwords import mapping_key
from almwp.intake.lexicon import Lexicon
from almwp.intake.mapping import (
    ANY,
    FieldMapping,
    MappedColumn,
    TableMapping,
    kinds_of,
)
from almwp.workflow.bytereading import settings_bytes
from almwp.workflow.tomllines import line_of

EXTRA = "extra"
"""Stands for a column that is kept as it is; nothing at all does so too."""
BY_LETTERS = re.compile(r"column ([A-Z]{1,3})", re.IGNORECASE)
"""Names a column by its letters instead of its heading."""
_LETTERS = re.compile(r"[A-Z]{1,3}")
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576
_MOST_ROWS = 10
"""Nobody's headings are higher; more would be a slip that makes data into headings."""
_KEYS = ("file", "sheet", "kind", "rows", "first_column", "language", "columns")


def read_mapping(path: Path, lexicon: Lexicon) -> FieldMapping:
    """Read a mapping file.

    Raises:
        CallError: It cannot be read, or says what cannot be meant.
    """
    try:
        content = settings_bytes(path)
    except OSError as error:
        raise CallError(
            "{path}: the mapping file could not be read ({problem})",
            path=path,
            problem=system_problem(error),
        ) from error
    try:
        top = toml_table(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise CallError(
            "{path}: the mapping file is not text in UTF-8; save it as UTF-8", path=path
        ) from error
    except NotTomlError as error:
        raise CallError(
            "{path}, line {line}: this is not TOML; write each column as "
            '"heading" = "field", with the quotation marks',
            path=path,
            line=line_of(error, content),
        ) from error
    tables = _File(path=path, lexicon=lexicon).tables(top)
    digest = hashlib.sha256(content).hexdigest()
    return FieldMapping(tables=tables, name=path.name, sha256=digest)


@frozen(kw_only=True)
class _File:
    path: Path
    lexicon: Lexicon

    def tables(self, top: Mapping[str, Any]) -> Iterator[TableMapping]:
        for key in top:
            if key != "table":
                raise CallError(
                    "{path}: '{found}' stands above the first [[table]] and is not "
                    "known there",
                    path=self.path,
                    found=key,
                )
        entries = top.get("table", [])
        if not isinstance(entries, list) or not entries:
            raise CallError(
                "{path}: there is no [[table]] in the mapping file", path=self.path
            )
        for number, entry in enumerate(entries, start=1):
            if not isinstance(entry, dict):
                raise CallError(
                    "{path}: write [[table]] above each table of the mapping file",
                    path=self.path,
                )
            yield self._table(number, entry)

    def _table(self, number: int, entry: Mapping[str, Any]) -> TableMapping:
        for key in entry:
            if key not in _KEYS:
                raise self._unknown(number, key)
        columns = tuple(self._columns(number, entry.get("columns", {})))
        kind = self._kind(number, self._text(number, entry, "kind", ""), columns)
        self._look_for_doubles(number, columns)
        rows = self._rows(number, entry)
        by_letters = next((c for c in columns if c.column), None)
        if by_letters and rows is None:
            raise CallError(
                "{path}, table {number}: '{found}' names a column by its letters; say "
                "in which rows the headings stand, such as rows = [5, 6]",
                path=self.path,
                number=number,
                found=by_letters.name,
            )
        return TableMapping(
            sheet=self._text(number, entry, "sheet", ANY) or ANY,
            file=self._text(number, entry, "file", ANY) or ANY,
            kind=kind,
            rows=rows,
            first_column=self._first_column(number, entry),
            language=self._language(number, entry),
            columns=columns,
        )

    def _first_column(self, number: int, entry: Mapping[str, Any]) -> str:
        letters = self._text(number, entry, "first_column", "").upper()
        if letters and not _LETTERS.fullmatch(letters):
            raise CallError(
                "{path}, table {number}: write the letters of a column as "
                'first_column = "F"',
                path=self.path,
                number=number,
            )
        return letters

    def _language(self, number: int, entry: Mapping[str, Any]) -> str:
        code = self._text(number, entry, "language", "")
        known = sorted(set(self.lexicon.languages.values()))
        if code and code not in known:
            raise CallError(
                "{path}, table {number}: no language is named '{found}' "
                "(known: {known})",
                path=self.path,
                number=number,
                found=code,
                known=", ".join(known),
            )
        return code

    def _text(self, number: int, entry: Mapping[str, Any], key: str, other: str) -> str:
        value = entry.get(key, other)
        if not isinstance(value, str):
            raise CallError(
                "{path}, table {number}: write '{key}' as text in quotation marks",
                path=self.path,
                number=number,
                key=key,
            )
        return value

    def _rows(self, number: int, entry: Mapping[str, Any]) -> tuple[int, int] | None:
        match entry.get("rows"):
            case None:
                return None
            case [int(first), int(last)] if (
                not isinstance(first, bool)
                and not isinstance(last, bool)
                and 1 <= first <= last <= _LAST_ROW
                and last < first + _MOST_ROWS
            ):
                return first, last
        raise CallError(
            "{path}, table {number}: write the first and the last row of the "
            "headings as rows = [5, 6]; they are at most {count}",
            path=self.path,
            number=number,
            count=_MOST_ROWS,
        )

    def _columns(self, number: int, said: object) -> Iterator[MappedColumn]:
        if not isinstance(said, dict) or not said:
            raise CallError(
                "{path}, table {number}: write below [table.columns] what the columns "
                'mean, each as "heading" = "field"',
                path=self.path,
                number=number,
            )
        for heading, key in said.items():
            if not isinstance(key, str):
                raise CallError(
                    '{path}, table {number}: write "{found}" = "field", or "extra" to '
                    "keep the column as it is",
                    path=self.path,
                    number=number,
                    found=heading,
                )
            letters = BY_LETTERS.fullmatch(heading.strip())
            column = letters[1].upper() if letters else ""
            if column and column_number(column) > _LAST_COLUMN:
                column = ""
            yield MappedColumn(
                heading="" if column else heading,
                column=column,
                field=None if key in ("", EXTRA) else key,
            )

    def _kind(self, number: int, named: str, columns: tuple[MappedColumn, ...]) -> str:
        """Return the kind of table; where it is not said, the first that has all."""
        sheets = tuple(sheet.key for sheet in self.lexicon.fields.sheets)
        if named and named not in sheets:
            raise CallError(
                "{path}, table {number}: no kind of table is named '{found}' "
                "(known: {known})",
                path=self.path,
                number=number,
                found=named,
                known=", ".join(sheets),
            )
        keys = [c.field for c in columns if c.field]
        kind = named or next(iter(kinds_of(self.lexicon, keys)), sheets[0])
        known = [of.key for of in self.lexicon.of(kind).columns]
        for column in columns:
            if column.field and column.field not in known:
                raise CallError(
                    "{path}, table {number}, \"{heading}\": no field of '{kind}' is "
                    "named '{found}' (known: {known})",
                    path=self.path,
                    number=number,
                    heading=column.name,
                    kind=kind,
                    found=column.field,
                    known=", ".join((*known, EXTRA)),
                )
        return kind

    def _look_for_doubles(self, number: int, columns: tuple[MappedColumn, ...]) -> None:
        fields: dict[str, str] = {}
        headings: dict[str, str] = {}
        for column in columns:
            key = column.column or mapping_key(column.heading)
            if key in headings:
                raise CallError(
                    '{path}, table {number}: "{first}" and "{second}" are the same '
                    "heading",
                    path=self.path,
                    number=number,
                    first=headings[key],
                    second=column.name,
                )
            headings[key] = column.name
            if column.field in fields and not _is_of_a_day(column):
                raise CallError(
                    '{path}, table {number}: "{first}" and "{second}" are both '
                    "'{field}'; write \"extra\" for one of them",
                    path=self.path,
                    number=number,
                    first=fields[column.field],
                    second=column.name,
                    field=column.field,
                )
            if column.field:
                fields[column.field] = column.name

    def _unknown(self, number: int, key: str) -> CallError:
        return CallError(
            "{path}, table {number}: '{found}' is not known here (known: {known})",
            path=self.path,
            number=number,
            found=key,
            known=", ".join(_KEYS),
        )


def mapping_from(given: Path | str | FieldMapping, lexicon: Lexicon) -> FieldMapping:
    """Return a mapping, read from its file if need be.

    Raises:
        CallError: The file cannot be read, or says what cannot be meant.
    """
    if isinstance(given, FieldMapping):
        return given
    return read_mapping(Path(given), lexicon)


def _is_of_a_day(column: MappedColumn) -> bool:
    """Say whether a heading can be that of the state of one day among several."""
    return column.field == "status" and any(map(str.isdigit, column.heading))
