"""Print for people which column of a file was read as which field."""

from typing import TYPE_CHECKING

from almwp.cli.saying import say, table_of

if TYPE_CHECKING:
    from fractions import Fraction

    from almwp.errors import Translate
    from almwp.model.submission import Submission
    from almwp.model.tabling import ColumnReading
    from almwp.workflow.checking import CheckedFile


def print_headings(file: "CheckedFile", translate: "Translate") -> None:
    """Print the columns of all tables of *file*, with how sure each choice is."""
    if not file.tables:
        return
    rows = [
        (
            table.sheet,
            column.column,
            column.heading,
            column.field or translate("extra"),
            _share(column.confidence) if column.field else "",
            column.runner_up or "",
            _share(column.runner_up_confidence) if column.runner_up else "",
            _known_by(column, translate),
        )
        for table in file.tables
        for column in table.columns
    ]
    headers = (
        translate("sheet"),
        translate("column"),
        translate("heading"),
        translate("field"),
        translate("certainty"),
        translate("next best"),
        translate("certainty"),
        translate("known by"),
    )
    say(table_of(rows, headers))


def print_likely(submission: "Submission | None", translate: "Translate") -> None:
    """Print which rows seem to hold headings where none is known."""
    said = translate(
        "{sheet}: no heading is known; row {row} seems to hold them: {headings}; write "
        "a mapping with --write-mapping and fill it in"
    )
    for table in submission.likely_tables if submission else ():
        headings = ", ".join(f"{c.column} '{c.heading}'" for c in table.columns)
        row = table.rows[0]
        say(said.format(sheet=table.sheet, row=row, headings=headings))


def _share(share: "Fraction") -> str:
    return f"{float(share):.2f}"


def _known_by(column: "ColumnReading", translate: "Translate") -> str:
    match column.by:
        case "mapping":
            return translate("the mapping file")
        case "near":
            return translate("a heading like it")
        case "heading":
            return translate("its heading") if column.field else ""
