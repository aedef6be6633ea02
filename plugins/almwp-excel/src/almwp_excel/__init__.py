"""Excel for the ALM work programme: submissions, templates, returns and reports."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from almwp.plugins import hookimpl

if TYPE_CHECKING:  # every start loads this; what a command needs comes with it
    from almwp.findings.remarks import Remarks
    from almwp.findings.rule import Finding, Rule
    from almwp.intake.cells import Book
    from almwp.intake.form import Form
    from almwp.intake.limits import Limits
    from almwp.model.report import Report
    from almwp.plugins import Exporter, Reader


def _sniff(head: bytes, /) -> bool:
    from almwp_excel.signature import is_zip  # imported late: plugins load often

    return is_zip(head)


def _read(content: bytes, name: str, limits: "Limits", /) -> "Book":
    from almwp_excel.reader import read  # imported late: plugins load often

    return read(content, name, limits)


def _second_opinion(content: bytes, name: str, /) -> "tuple[Finding, ...]":
    from almwp_excel.cross_read import second_opinion  # asked for seldom

    return second_opinion(content, name)


def _annotate(content: bytes, name: str, remarks: "Remarks", /) -> bytes:
    from almwp_excel.annotate.marking import annotate  # brings lxml, asked for seldom

    return annotate(content, name, remarks)


def _sniff_text(head: bytes, /) -> bool:
    from almwp_excel.text_tables.reader import is_text_table  # seldom asked for

    return is_text_table(head)


def _read_text(content: bytes, name: str, limits: "Limits", /) -> "Book":
    from almwp_excel.text_tables.reader import read  # seldom asked for

    return read(content, name, limits)


def _sniff_foreign(head: bytes, /) -> bool:
    from almwp_excel.foreign.entrance import is_foreign  # seldom asked for

    return is_foreign(head)


def _read_foreign(content: bytes, name: str, limits: "Limits", /) -> "Book":
    from almwp_excel.foreign.reader import read  # seldom asked for

    return read(content, name, limits)


def _write_form(form: "Form", /) -> bytes:
    from almwp_excel.template.drawing import draw  # asked for seldom

    return draw(form)


def _workbook(report: "Report", /) -> bytes:
    from almwp_excel.export.workbook import render  # brings XlsxWriter

    return render(report)


@hookimpl
def almwp_readers() -> "Iterator[Reader]":
    """Contribute the readers of workbooks and of tables as text."""
    from almwp.plugins import Reader

    yield Reader(
        name="xlsx",
        summary="Excel workbooks (.xlsx, .xlsm), every cell with its look",
        patterns=("*.xlsx", "*.xlsm"),
        sniff=_sniff,
        read=_read,
        second_opinion=_second_opinion,
        write_form=_write_form,
        annotate=_annotate,
    )
    yield Reader(
        name="csv",
        summary="tables as text (.csv, .tsv), encoding and separator found",
        patterns=("*.csv", "*.tsv"),
        sniff=_sniff_text,
        read=_read_text,
    )
    yield Reader(
        name="calamine",
        summary="old and foreign workbooks (.xls, .xlsb, .ods), in a process apart",
        patterns=("*.xls", "*.xlsb", "*.ods"),
        sniff=_sniff_foreign,
        read=_read_foreign,
    )


@hookimpl
def almwp_rules() -> "Iterator[Rule]":
    """Contribute what the readers find, to be explained by its code."""
    from almwp_excel.rules import RULES  # imported late: plugins load often

    yield from RULES


@hookimpl
def almwp_exporters() -> "Iterator[Exporter]":
    """Contribute the workbook of a report."""
    from almwp.plugins import Exporter

    yield Exporter(
        name="excel",
        summary="Excel workbook: filtered tables, evidence, rows to read again",
        suffix=".xlsx",
        render=_workbook,
    )
