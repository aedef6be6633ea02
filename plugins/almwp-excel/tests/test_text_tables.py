"""Text tables: separators, records and addresses as Excel would show them."""

import csv
import io
from typing import Any

import almwp_excel
import pytest
from almwp_excel import refusals
from hypothesis import given
from hypothesis import strategies as st

from almwp.errors import UnreadableFileError
from almwp.intake.cells import Book, CellKind
from almwp.intake.limits import Limits
from almwp.testing.conformance.readers import check_reader

NAME = "vn.csv"


def read(content: bytes, **limits: int) -> Book:
    (reader,) = (r for r in almwp_excel.almwp_readers() if r.name == "csv")
    return reader.read(content, NAME, Limits(**limits))


def texts(content: bytes) -> dict[str, str]:
    (sheet,) = read(content).sheets
    return {cell.ref: cell.text for row in sheet.rows() for cell in row}


def why(content: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(content, **limits)
    assert caught.value.path == NAME
    return caught.value.reason


def codes(content: bytes) -> list[str]:
    return [finding.code for finding in read(content).findings]


@pytest.mark.parametrize(
    "content",
    [
        "No.,Activity\n1,Đào tạo\n".encode(),
        "\ufeffNo.\tActivity\r\n1\tĐào tạo\r\n".encode("utf-16"),
        "No.;Activity\n1;Đào tạo\n".encode("utf-16-le"),
    ],
)
def test_keeps_reader_promises(content: bytes) -> None:
    (reader,) = (r for r in almwp_excel.almwp_readers() if r.name == "csv")
    check_reader(reader, content, "VN.CSV", cells=None)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_by_which_rows_agree(sign: str) -> None:
    rows = ["A title, with a comma; and more", "", f"No.{sign}Title{sign}Share"]
    rows += [f"{number}{sign}x, y{sign}75,5 %" for number in range(3)]
    if sign == ",":
        rows = [row.replace("x, y", '"x, y"').replace("75,5", "75") for row in rows]
    found = texts("\n".join(rows).encode())
    assert (found["A3"], found["B3"], found["C3"]) == ("No.", "Title", "Share")
    assert found["B4"] == "x, y"


@pytest.mark.parametrize("line", ["sep=;", "SEP=;\r", '"sep=;"'])
def test_the_line_that_names_the_separator_is_no_row(line: str) -> None:
    content = f"{line}\na,b;c,d;e,f\n".encode()
    assert texts(content) == {"A1": "a,b", "B1": "c,d", "C1": "e,f"}


def test_two_separators_that_fit_alike_are_asked_about() -> None:
    assert why(b"a,b;c\nd,e;f\n") == refusals.TWO_SEPARATORS
    assert texts(b"sep=,\na,b;c\n") == {"A1": "a", "B1": "b;c"}


def test_a_table_without_separator_is_one_column_and_said() -> None:
    assert texts(b"Activity\nTraining\n") == {"A1": "Activity", "A2": "Training"}
    assert codes(b"Activity\nTraining\n") == ["XL401", "XL405"]


def test_rows_are_numbered_as_excel_shows_them() -> None:
    content = b'No.,Title\r\n\r\n1,"two\nlines, ""quoted"""\r\n,last,,\r\nx\r\n'
    assert texts(content) == {
        "A1": "No.",
        "B1": "Title",
        "A3": "1",
        "B3": 'two\nlines, "quoted"',
        "B4": "last",
        "A5": "x",
    }


def test_every_cell_is_text_as_it_stands() -> None:
    content = b'=1+1,="007", 0.75 ,+5,@x,-3,TRUE\n'
    (row,) = read(content).sheets[0].rows()
    assert [cell.text for cell in row] == [
        "=1+1",
        '="007"',
        " 0.75 ",
        "+5",
        "@x",
        "-3",
        "TRUE",
    ]
    assert {cell.kind for cell in row} == {CellKind.TEXT}
    assert {cell.formula for cell in row} == {None}


def test_the_sheet_has_the_name_of_the_file() -> None:
    assert [sheet.name for sheet in read(b"a,b\n").sheets] == ["vn"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\n", ["XL401"]),
        ("Bộ;Cục\n".encode("utf-16-le"), ["XL401", "XL402"]),
        (b"Ho\xb9t \xae\xe9ng,C\xac quan\n", ["XL401", "XL403"]),
        ("João,Café\n".encode("cp1252"), ["XL401", "XL404"]),
    ],
)
def test_the_encoding_is_said(content: bytes, said: list[str]) -> None:
    assert codes(content) == said


def test_the_finding_names_encoding_and_separator() -> None:
    (finding,) = read(b"a\tb\n").findings
    assert "UTF-8" in finding.message()
    assert "TAB" in finding.message()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", refusals.EMPTY),
        (b"a,b\0\n", refusals.NO_TEXT),
        (b"\x01\x02\x03\x04\x05", refusals.NO_TEXT),
        (b"%PDF-1.7", refusals.PDF),
        (b"BM\x36\x10\x00\x00\x00\x00\x00\x00\x36", refusals.PICTURE),
        (b"<html><table>", refusals.WEB_PAGE),
        (b'<?xml version="1.0"?><Workbook/>', refusals.XML_TABLE),
        (b'a,b\n"never closed,c\nd,e\n', refusals.OPEN_QUOTE),
        (b'a,"' + b"x" * 140_000 + b'"\n', refusals.LONG_CELL),
        (b"PK\x03\x04", refusals.DAMAGED),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_no_text_table_is_refused(content: bytes, reason: str) -> None:
    assert why(content) == reason


def test_the_line_of_an_open_quotation_mark_is_named() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(b'a,b\n"x\ny",c\n\n"never,d\n')
    assert "line 5" in caught.value.why


def test_a_text_that_begins_like_a_picture_is_a_text() -> None:
    assert texts(b"BM number,GIF\n1,2\n")["A1"] == "BM number"


def test_a_workbook_under_the_name_of_a_table_is_read_as_one(make: Any) -> None:
    content = make.book(
        '<sheetData><row r="1"><c r="B1"><v>1</v></c></row></sheetData>'
    )
    assert texts(content) == {"B1": "1"}
    assert codes(content) == ["XL502"]


def test_limits_hold() -> None:
    assert why(b"a,b\nc,d\n", cells=3) == refusals.TOO_MANY_CELLS
    assert why(b"a,b\nc,d\n", file_bytes=7) == refusals.TOO_LONG
    assert len(read(b"a,b\nc,d\n", cells=4, file_bytes=8).sheets) == 1
    assert why(b"a\n" * 1_048_577) == refusals.TOO_MANY_ROWS
    assert why(b"," * 16_384) == refusals.TOO_MANY_COLUMNS


@pytest.mark.parametrize(
    ("head", "is_table"),
    [
        (b"a;b\nc;d\n", True),
        (b"a;b\nc;d\n\xc4", True),
        (b"", False),
        (b"Dear colleagues,\n\nplease find attached\n", False),
        (b'{"plan": 1}', False),
        (b"a,b\0\nc,d\n", False),
        (b"PK\x03\x04", False),
    ],
)
def test_tables_are_known_by_their_first_bytes(head: bytes, is_table: bool) -> None:
    (reader,) = (r for r in almwp_excel.almwp_readers() if r.name == "csv")
    assert reader.sniff(head) is is_table


END = st.sampled_from(["\n", "\r", "\t", '"'])


@given(
    rows=st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | END),
            min_size=2,
        ),
        min_size=1,
        max_size=6,
    ),
    sign=st.sampled_from(",;\t|"),
)
def test_what_was_written_reads_back(rows: list[list[str]], sign: str) -> None:
    out = io.StringIO(newline="")
    out.write(f"sep={sign}\r\n")
    csv.writer(out, delimiter=sign, quoting=csv.QUOTE_ALL).writerows(rows)
    content = ("\ufeff" + out.getvalue()).encode()
    (sheet,) = read(content).sheets
    found = {(cell.row, cell.column): cell.text for row in sheet.rows() for cell in row}
    assert found == {
        (row, column): text
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells, 1)
        if text
    }


@given(st.binary(max_size=200), st.sampled_from(["a,b\n", 'x;"y\n', "Bộ\t\n"]))
def test_any_bytes_give_a_book_or_a_sentence(tail: bytes, head: str) -> None:
    try:
        (sheet,) = read(head.encode() + tail).sheets
    except UnreadableFileError as error:
        said = error.why
    else:
        said = sheet.name
        assert all(row for row in sheet.rows())
    assert said
