"""Words that look like a formula stay words when somebody edits their cell."""

import io

import pytest
from almwp_excel.export.workbook import render
from openpyxl import load_workbook

from almwp.exporting.characters import no_formula
from almwp.model.report import Column, Paragraph, Report, Table, TableCell

WIDE = ("\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20x")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", " =1", *WIDE])
def test_such_words_carry_the_mark_of_text(words: str) -> None:
    assert no_formula(words) == f"'{words}"
    table = Table(columns=[Column(heading="x")], rows=[[TableCell(text=words)]])
    report = Report(title="t", blocks=[Paragraph(text=words), table])
    book = load_workbook(io.BytesIO(render(report)))
    found = [c for s in book for row in s.iter_rows() for c in row if c.value == words]
    assert len(found) == 2
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)


def test_other_words_carry_none() -> None:
    book = load_workbook(
        io.BytesIO(render(Report(title="t", blocks=[Paragraph(text="a = b")])))
    )
    cells = [c for s in book for row in s.iter_rows() for c in row if c.value]
    assert not any(cell.quotePrefix for cell in cells)


def test_the_line_for_programs_is_not_printed() -> None:
    book = load_workbook(io.BytesIO(render(Report(title="t"))))
    assert all(
        sheet.row_dimensions[1].hidden
        for sheet in book
        if sheet["A1"].value == "almwp report"
    )
