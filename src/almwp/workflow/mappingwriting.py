"""Write the mapping that was used as a file to correct and to give back."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from almwp.errors import CallError
from almwp.intake.cells import column_number
from almwp.intake.fieldlist import field_list
from almwp.intake.headingwords import mapping_key
from almwp.model.submission import Submission
from almwp.model.tabling import ColumnReading, TableReading
from almwp.workflow.mappings import BY_LETTERS, EXTRA
from almwp.workflow.writing import NOTHING, write_whole

if TYPE_CHECKING:
    from tomlkit.items import Table

_HEAD = (
    "Which column was read as which field. Correct what is wrong, and give the file",
    "back with --mapping. Behind each column stand its letters, how sure the choice is",
    '(1.00 is certain), and the field that comes next. A column that is "extra" is',
    "kept as it is.",
)


def mapping_text(submissions: Iterable[Submission]) -> str:
    """Return the mapping that was used to read *submissions*, as TOML.

    Where no headings are known it is one to fill in, with the headings that seem to be.
    """
    import tomlkit

    known = [s for s in submissions if s.tables or s.likely_tables]
    document = tomlkit.document()
    likely = [table for s in known for table in s.likely_tables]
    for line in (*_HEAD, *(_to_fill_in(likely) if likely else ())):
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    tables = tomlkit.aot()
    for submission in known:
        for table in (*submission.tables, *submission.likely_tables):
            written = _table(table, submission.file if len(known) > 1 else "")
            if _is_beside_another(table, submission):
                written.add("first_column", table.columns[0].column)
            empty = "" if table in submission.likely_tables else EXTRA
            written.add("columns", _columns(table, empty))
            tables.append(written)
    document.add("table", tables)
    return tomlkit.dumps(document)


def _to_fill_in(tables: Iterable[TableReading]) -> Iterator[str]:
    """Say which fields there are for tables of which no heading is known."""
    fields = field_list()
    yield ""
    yield 'Where it says "", no heading is known: write the field it means between the'
    yield "signs; see too that the rows are those of the headings. The fields are:"
    for kind in dict.fromkeys(table.kind for table in tables):
        for of in fields.sheet(kind).fields:
            yield f"  {of.key}: {of.label}"


def _is_beside_another(table: TableReading, submission: Submission) -> bool:
    first, last = _reach(table)
    others = (_reach(t) for t in submission.tables if t.sheet == table.sheet)
    return any(start > last or end < first for start, end in others)


def _reach(table: TableReading) -> tuple[int, int]:
    columns = [column_number(column.column) for column in table.columns]
    return columns[0], columns[-1]


def _table(table: TableReading, file: str) -> "Table":
    import tomlkit

    written = tomlkit.table()
    if file:  # Which file is meant need not be said of one.
        written.add("file", file)
    written.add("sheet", table.sheet)
    written.add("kind", table.kind)
    written.add("rows", list(table.rows))
    written.add("language", table.language)
    return written


def _columns(table: TableReading, empty: str) -> "Table":
    import tomlkit
    from tomlkit.items import KeyType, SingleKey

    columns = tomlkit.table()
    names: set[str] = set()
    for column in table.columns:
        key = mapping_key(column.heading)
        by_letters = not key or key in names or BY_LETTERS.fullmatch(column.heading)
        names.add(key)
        value = tomlkit.string(column.field or empty)
        value.comment(_about(column))
        name = f"column {column.column}" if by_letters else column.heading
        # All are written in quotation marks, as most of them need them.
        columns.add(SingleKey(name, t=KeyType.Basic), value)
    return columns


def _about(column: ColumnReading) -> str:
    sure = f"{float(column.confidence):.2f}" if column.field else "no field"
    words = [f"column {column.column}: {sure}"]
    if column.runner_up:
        words.append(
            f"next {column.runner_up} {float(column.runner_up_confidence):.2f}"
        )
    return ", ".join(words)


def write_mapping(path: Path, submissions: Iterable[Submission]) -> None:
    """Write the mapping that was used to a new file.

    Raises:
        CallError: The file is there already, or no table was found.
        UnwritableFileError: It could not be written.
    """
    known = tuple(submissions)
    refuse_to_overwrite(path)
    if not any(s.tables or s.likely_tables for s in known):
        raise CallError(
            "no table was found, so there is no mapping to write to {path}", path=path
        )
    write_whole(path, mapping_text(known).encode("utf-8"), stood=NOTHING)


def refuse_to_overwrite(path: Path) -> None:
    """See that no file stands where one is to be written.

    Raises:
        CallError: There is one.
    """
    if os.path.lexists(path):
        raise CallError(
            "{path} is there already; give another name, or remove it first", path=path
        )
