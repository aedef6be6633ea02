"""OpenDocument workbooks, made by hand: what LibreOffice writes only now and then."""

from typing import Any

import pytest
from almwp_excel import refusals
from almwp_excel.foreign.reader import read

from almwp.errors import UnreadableFileError
from almwp.intake.cells import Book, Cell
from almwp.intake.limits import Limits


def cells_of(book: Book) -> dict[str, Cell]:
    return {cell.ref: cell for row in book.sheets[0].rows() for cell in row}


def why(content: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(content, "vn.ods", Limits())
    return caught.value.reason


def ods(make: Any, body: str, *, prolog: str = "", **parts: str) -> bytes:
    spaces = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    }
    names = " ".join(f'xmlns:{name}="{space}"' for name, space in spaces.items())
    content = (
        f'<?xml version="1.0"?>{prolog}<office:document-content {names}>'
        f'<office:body><office:spreadsheet><table:table table:name="A">{body}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<file-entry full-path="/" media-type="{kind}"/></manifest>'
    )
    told = {name.replace("__", "/") + ".xml": part for name, part in parts.items()}
    usual = {"mimetype": kind, "META-INF/manifest.xml": manifest}
    return bytes(make.zip(usual | {"content.xml": content} | told))


def row(cell: str, more: str = "") -> str:
    return f"<table:table-row {more}>{cell}</table:table-row>"


TEXT = (
    '<table:table-cell office:value-type="string"><text:p>x</text:p>{}'
    "</table:table-cell>"
)


def test_comments_and_shapes_are_no_text_of_their_cell(make: Any) -> None:
    comment = "<office:annotation><text:p>said</text:p></office:annotation>"
    shape = (
        "<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>"
    )
    empty = f"<table:table-cell>{comment}{shape}</table:table-cell>"
    string = '<table:table-cell office:value-type="string">{}</table:table-cell>'
    lines = "<text:p>two</text:p><text:p>a<text:s text:c='2'/>b</text:p>"
    cells = (
        TEXT.format(comment),
        empty,
        string.format(shape),
        string.format(shape + lines),
        string.format(lines + shape),
        TEXT.format(shape),
    )
    book = read(ods(make, row("".join(cells))), "vn.ods", Limits())
    assert {ref: cell.text for ref, cell in cells_of(book).items()} == {
        "A1": "x",
        "D1": "two\na  b",
        "E1": "two\na  b",
        "F1": "x",
    }
    assert [finding.code for finding in book.findings] == ["XL504"]


def test_repeated_rows_and_cells_are_all_there(make: Any) -> None:
    percent = (
        '<table:table-cell office:value-type="percentage" office:value="0.5" '
        'table:number-columns-repeated="3"><text:p>50%</text:p></table:table-cell>'
    )
    body = row(percent, 'table:number-rows-repeated="2"') + row(TEXT.format(""))
    cells = cells_of(read(ods(make, body), "vn.ods", Limits()))
    assert list(cells) == ["A1", "B1", "C1", "A2", "B2", "C2", "A3"]
    assert {cells[ref].number_format for ref in list(cells)[:6]} == {"0%"}


@pytest.mark.parametrize(
    "repeats",
    [
        'table:number-rows-repeated="1048576"',
        'table:number-rows-repeated="4000000000"',
    ],
)
def test_a_workbook_that_claims_a_whole_sheet_is_refused(
    make: Any, repeats: str
) -> None:
    cell = TEXT.replace("<table:table-cell ", "<table:table-cell {r} ", 1)
    wide = cell.format("", r='table:number-columns-repeated="16384"')
    assert why(ods(make, row(wide, repeats))) == refusals.TOO_MANY_CELLS


def test_empty_rows_without_end_cost_nothing(make: Any) -> None:
    last = row("<table:table-cell/>", 'table:number-rows-repeated="1048575"')
    cells = cells_of(read(ods(make, row(TEXT.format("")) + last), "a.ods", Limits()))
    assert list(cells) == ["A1"]


def test_a_document_type_in_any_part_is_refused(make: Any) -> None:
    doctype = '<!DOCTYPE a [<!ENTITY b "c">]>'
    assert why(ods(make, row(TEXT), prolog=doctype)) == refusals.DOCTYPE
    assert why(ods(make, row(TEXT), meta=f"{doctype}<a/>")) == refusals.DOCTYPE
    assert why(ods(make, row(TEXT), styles=f"{doctype}<a/>")) == refusals.DOCTYPE


def test_an_encrypted_open_document_is_refused(make: Any) -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    content = ods(make, "", **{"META-INF__manifest": manifest})
    assert why(content) == refusals.PASSWORD


def test_cells_that_calamine_does_not_read_are_counted(make: Any) -> None:
    nested = (
        "<table:table-row-group>" * 3
        + row(TEXT.format(""))
        + ("</table:table-row-group>" * 3)
    )
    book = read(ods(make, nested), "vn.ods", Limits())
    filled = len(cells_of(book))
    said = {finding.code for finding in book.findings}
    assert filled == 1 or "XL505" in said
