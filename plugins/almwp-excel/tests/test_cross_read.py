"""The second opinion sees what the two readers see differently."""

from typing import Any

import pytest
from almwp_excel import rules
from almwp_excel.cross_read import cross_read, second_opinion

from almwp.errors import UnreadableFileError

ROW = '<sheetData><row r="1">{}</row></sheetData>'


def _told(content: bytes) -> list[tuple[str, str | None]]:
    return [(each.rule.name, each.cell) for each in cross_read(content, "vn.xlsx")]


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A1"><v>0.1</v></c>',
        '<c r="A1" t="str"><v>a_x000D_b</v></c>',
        '<c r="A1" t="inlineStr"><is><t>_x005F_x000D_</t></is></c>',
        '<c r="A1" t="b"><v>1</v></c>',
        '<c r="A1" t="e"><v>#DIV/0!</v></c>',
        '<c r="A1" t="d"><v>2024-06-30T00:00:00</v></c>',
        '<c r="A1"><f>B1</f></c>',
        '<c r="A1" t="str"><f>B1</f><v></v></c>',
        '<c r="A1"><f t="shared" ref="A1:B1" si="0">C1</f><v>1</v></c>'
        '<c r="B1"><f t="shared" si="0"/><v>1</v></c>',
        '<c r="A1" s="0"/><c r="B1" t="inlineStr"><is><t/></is></c>',
    ],
)
def test_two_readings_of_a_sound_cell_agree(make: Any, cells: str) -> None:
    styles = "<cellXfs><xf/></cellXfs>"
    sheet = f'<dimension ref="Z99"/>{ROW.format(cells)}'
    assert _told(make.book(sheet, styles=styles)) == []


def test_values_below_merged_cells_are_compared(make: Any) -> None:
    sheet = ROW.format('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>')
    merged = f'{sheet}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    assert _told(make.book(merged)) == []


def test_a_strict_workbook_is_invisible_to_the_second_reader(make_strict: Any) -> None:
    content = make_strict.book(ROW.format('<c r="A1"><v>1</v></c>'))
    assert _told(content) == [("second-reader-no-sheet", None)]


def test_each_difference_is_a_finding_at_its_cell(make: Any) -> None:
    cells = (
        '<c r="B1"><v>1</v></c><c r="A1"><v>-5</v></c>'
        '<c r="C1" t="inlineStr"><is><r><t>a</t></r><t>b</t></is></c>'
        '<c r="E1" t="str"><v/><is><t>only here</t></is></c>'
        '<c r="F1"><f> </f></c><c r="G1"><f> </f><v>2</v></c>'
    )
    found = second_opinion(make.book(ROW.format(cells)), "vn.xlsx")
    told = [(f.code, str(f.at), f.found) for f in found]
    assert told == [
        ("XL301", "vn.xlsx!Data!C1", "ab"),
        ("XL302", "vn.xlsx!Data!E1", "only here"),
        ("XL303", "vn.xlsx!Data!F1", None),
        ("XL304", "vn.xlsx!Data!G1", "2"),
    ]
    assert found[0].message() == "the second reader reads 'ba' here, not 'ab'"


def test_a_file_on_which_the_second_reader_breaks_is_one_finding(make: Any) -> None:
    content = make.book(ROW.format('<c r="A1" t="s"><v>7</v></c>'))
    (finding,) = second_opinion(content, "vn.xlsx")
    assert finding.rule is rules.NO_SECOND_OPINION
    assert "IndexError" in finding.message()


def test_a_file_that_we_refuse_has_no_second_opinion() -> None:
    with pytest.raises(UnreadableFileError):
        cross_read(b"", "vn.xlsx")
