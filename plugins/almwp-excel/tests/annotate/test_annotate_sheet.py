"""The sheet of findings: what it lists, where its links lead, and how it is known."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from almwp_excel.annotate.tabs import free_title
from almwp_excel.reader import read

from almwp.errors import in_english
from almwp.findings.remarks import Remark, RemarkWords
from almwp.findings.remarkstamp import STAMP
from almwp.findings.rule import Severity
from almwp.intake.limits import Limits

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
Mark = Callable[..., bytes]
Look = Callable[[bytes], Any]


def sheets_of(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def listed(content: bytes) -> list[tuple[Any, ...]]:
    rows = sheets_of(content).worksheets[-1].iter_rows(min_row=5, max_col=9)
    return [tuple(cell.value for cell in row) for row in rows]


def test_every_remark_is_listed_with_a_link_to_its_cell(
    rich_workbook: bytes, mark: Mark, remark: Callable[..., Remark]
) -> None:
    after = mark(
        rich_workbook,
        remark("Q'1 & more", "A2:B3", Severity.NOTE, found="<x> & 'y'"),
        remark("Data", None),
        remark(None, None, Severity.WARNING),
        remark("no such sheet", "A1"),
    )
    words = ("ALM201",)
    said = ("it is wrong", "write it right", None)
    assert listed(after) == [
        (1, "note", *words, "Q'1 & more", "A2:B3", "<x> & 'y'", *said),
        (2, "error", *words, "Data", None, None, *said),
        (3, "warning", *words, "(the whole file)", None, None, *said),
        (4, "error", *words, "no such sheet", "A1", None, *said),
    ]
    sheet = sheets_of(after).worksheets[-1]
    assert sheet["E5"].hyperlink.location == "'Q''1 & more'!A2:B3"
    assert sheet["E8"].hyperlink is None
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:I8"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (
        "landscape",
        0,
    )


def test_the_headings_are_words_of_the_sender(rich_workbook: bytes, mark: Mark) -> None:
    sheet = sheets_of(mark(rich_workbook, "A3")).worksheets[-1]
    words = RemarkWords.of(in_english)
    headings = [cell.value for cell in sheet[4][:9]]
    assert headings == [
        *(words.number, words.severity, words.code, words.sheet, words.cell),
        *(words.found, words.message, words.hint, words.suggestions),
    ]
    assert sheet["A2"].value == words.guide


@pytest.mark.parametrize(
    "text",
    [
        "=HYPERLINK(1)",
        "+1",
        "@x",
        "-1",
        "_x0041_",
        "a\x00\x08b",
        "  spaces ",
        "two\nlines",
        "]]><v>1</v>",
        "ế" * 40_000,
        "😀" * 20_000,
        "half \ud800 pair",
    ],
    ids=lambda text: repr(text[:9]),
)
def test_any_text_stays_a_text(
    rich_workbook: bytes, mark: Mark, remark: Callable[..., Remark], text: str
) -> None:
    after = mark(rich_workbook, remark("Data", "A3", found=text, message=text))
    book = read(after, "vn.xlsx", Limits())
    cells = {c.ref: c for row in book.sheets[-1].rows() for c in row}
    told = cells["F5"]
    assert told.formula is None
    assert told.kind == "text"
    assert len(told.text.encode("utf-16-le")) // 2 <= 32_767
    plain = text.replace("\ud800", "\ufffd")
    assert told.text == plain or (told.text[-1] == "…" and plain[:30_000] > "")
    assert told.text[:16_000] == plain[:16_000]
    cell = sheets_of(after).worksheets[-1]["F5"]
    assert cell.quotePrefix
    assert cell.data_type != "f"


def test_a_name_that_another_sheet_has_gets_a_number(
    workbook: Callable[..., bytes], mark: Mark
) -> None:
    def draw(book: Any) -> None:
        book.add_worksheet("Data")
        book.add_worksheet("ALMWP findings")

    names = sheets_of(mark(workbook(draw), "A1")).sheetnames
    assert names == ["Data", "ALMWP findings", "almwp findings 2"]


@pytest.mark.parametrize(
    ("title", "taken", "free"),
    [
        ("almwp phát hiện", [], "almwp phát hiện"),
        ("a[b]:*?/\\c", [], "a b      c"),
        ("'quoted'", [], "quoted"),
        ("x" * 40, [], "x" * 31),
        ("x" * 40, ["X" * 31], "x" * 29 + " 2"),
        ("", [], "almwp"),
        ("a", ["A", "a 2"], "a 3"),
    ],
)
def test_a_title_is_one_that_a_tab_can_bear(
    title: str, taken: list[str], free: str
) -> None:
    assert free_title(title, taken) == free


def test_the_sheet_is_known_by_its_first_cell_whatever_became_of_its_tab(
    rich_workbook: bytes, mark: Mark
) -> None:
    book = sheets_of(mark(rich_workbook, "C5"))
    book["almwp findings"].title = "Renamed"
    book.move_sheet("Renamed", -2)
    out = io.BytesIO()
    book.save(out)
    again = sheets_of(mark(out.getvalue(), "C6"))
    assert again.sheetnames == ["Data", "Q'1 & more", "almwp findings"]
    assert again.worksheets[-1]["A1"].value == STAMP
    assert again["Data"].print_title_rows == "$1:$1"
    assert set(again.defined_names) == {"Share"}
    assert set(again["Data"].defined_names) >= {"Local"}
    assert again["Data"]["C5"].fill.fgColor.rgb == "FFFFFF00"
    gone = sheets_of(mark(out.getvalue()))
    assert gone.sheetnames == ["Data", "Q'1 & more"]
    assert gone["Data"].print_title_rows == "$1:$1"


def test_a_thousand_remarks_for_a_thousand_cells_are_all_there(
    workbook: Callable[..., bytes], mark: Mark, look: Look
) -> None:
    def draw(book: Any) -> None:
        sheet = book.add_worksheet("Data")
        for row in range(1_500):
            sheet.write(row, row % 7, row)

    after = mark(workbook(draw), *(f"C{row}" for row in range(1, 1_501)))
    parts = look(after)
    assert parts.text("xl/comments1.xml").count("<comment ") == 1_500
    assert parts.text("xl/drawings/vmlDrawing1.vml").count("<v:shape ") == 1_500
    assert len(listed(after)) == 1_500
    assert read(after, "vn.xlsx", Limits()).sheets[0].name == "Data"
