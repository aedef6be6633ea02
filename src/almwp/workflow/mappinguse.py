"""See that what a user's own mapping names is in one of the files that were read."""

from collections.abc import Iterable

from attrs import evolve

from almwp.errors import CallError
from almwp.intake.headingwords import mapping_key
from almwp.intake.mapping import ANY, FieldMapping, TableMapping
from almwp.model.submission import Submission


def look_for_unused(mapping: FieldMapping, submissions: Iterable[Submission]) -> None:
    """See that each table of a mapping speaks of something in one file at least.

    Raises:
        CallError: One names a file, a sheet or a heading that is nowhere.
    """
    known = tuple(submissions)
    if not known:  # Saved plans have no headings.
        return
    for number, table in enumerate(mapping.tables, start=1):
        anywhere = evolve(table, sheet=ANY)
        files = [s for s in known if anywhere.speaks_of(s.file, "")]
        if not files:
            raise CallError(
                "{path}, table {number}: no file is named '{found}' (files: {known})",
                path=mapping.name,
                number=number,
                found=table.file,
                known=", ".join(s.file for s in known),
            )
        sheets = [(s, name) for s in files for name in s.sheets]
        if not any(table.speaks_of(s.file, name) for s, name in sheets):
            raise CallError(
                "{path}, table {number}: no file has a sheet '{found}' "
                "(sheets: {known})",
                path=mapping.name,
                number=number,
                found=table.sheet,
                known=", ".join(dict.fromkeys(name for _, name in sheets)),
            )
        if table.sheet == ANY:
            _look_for_headings(mapping, table, number, files)


def _look_for_headings(
    mapping: FieldMapping, table: TableMapping, number: int, files: list[Submission]
) -> None:
    columns = [c for s in files for t in s.tables for c in t.columns]
    headings = [f" {mapping_key(c.heading)} " for c in columns]
    letters = {c.column for c in columns}
    for column in table.columns:
        key = f" {mapping_key(column.heading)} "
        if column.column in letters or (
            column.heading and any(key in heading for heading in headings)
        ):
            continue
        raise CallError(
            "{path}, table {number}: no table has the column '{found}' "
            "(columns: {known})",
            path=mapping.name,
            number=number,
            found=column.name,
            known=", ".join(dict.fromkeys(c.heading for c in columns)),
        )
