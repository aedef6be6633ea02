"""What is refused before any part is parsed, also in parts that no reader parses."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from almwp_excel import refusals
from almwp_excel.declarations import DeclarationWatch, odd_encoding

Refuse = Callable[..., str]
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c">]>'
PARTS = [
    "[Content_Types].xml",
    "docProps/core.xml",
    "customXml/item1.xml",
    "xl/theme/theme1.xml",
    "xl/drawings/vmlDrawing1.vml",
    "xl/worksheets/sheet9.xml",
    "xl/media/image1.svg",
    "xl/embeddings/oleObject1.bin",
    "anything.at.all",
]
WAYS = ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("way", WAYS)
def test_a_document_type_is_refused_in_parts_that_nobody_parses(
    make: Any, why_refused: Refuse, part: str, way: str
) -> None:
    text = f'<?xml version="1.0"?>\n{DOCTYPE}<a>&b;</a>'
    why = why_refused(make.zip(make.parts() | {part: text.encode(way)}))
    assert why.startswith(f"the part '{part}' of the file has a document type")


@pytest.mark.parametrize("way", WAYS)
def test_entities_are_refused_without_a_document_type(
    make: Any, why_refused: Refuse, way: str
) -> None:
    text = '<!ENTITY b SYSTEM "file:///etc/passwd">'
    why = why_refused(make.zip(make.parts() | {"a.dtd": text.encode(way)}))
    assert "document type declaration" in why


@pytest.mark.parametrize("way", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("before", [0, 16_384, 65_536, 131_072, 1_000_000])
def test_a_declaration_is_seen_wherever_the_pieces_part(way: str, before: int) -> None:
    for shift in range(-24, 3):
        content = b"x" * max(before + shift, 0) + "<!DOCTYPE a>".encode(way)
        watch = DeclarationWatch()
        pieces = [content[at : at + 65_536] for at in range(0, len(content), 65_536)]
        seen = [watch.is_declared(piece) for piece in pieces]
        assert any(seen)


@pytest.mark.parametrize(
    "text",
    [
        "<t>&lt;!DOCTYPE html&gt;</t>",
        "<t>a &lt; b ! DOCTYPE</t>",
        "<!-- a comment --><a/>",
        "<a><![CDATA[x]]></a>",
        "<!doctype html>",  # a web page that somebody put in; no XML knows it
    ],
)
def test_what_declares_nothing_is_read(make: Any, read: Any, text: str) -> None:
    assert read(make.zip(make.parts() | {"docProps/x.xml": text})).sheets


@pytest.mark.parametrize(
    "encoding", ["utf-7", "UTF7", "cp037", "ibm500", "ISO-2022-JP", "hz-gb-2312", "x"]
)
@pytest.mark.parametrize("quote", ["'", '"'])
def test_letters_in_which_a_declaration_could_hide_are_refused(
    make: Any, why_refused: Refuse, encoding: str, quote: str
) -> None:
    text = f"<?xml version='1.0'\n encoding = {quote}{encoding}{quote}?><a/>"
    why = why_refused(make.zip(make.parts() | {"docProps/app.xml": text}))
    assert why == refusals.ODD_LETTERS.format(
        part="docProps/app.xml", encoding=encoding
    )


def test_the_letters_of_mainframes_are_refused(make: Any, why_refused: Refuse) -> None:
    text = f'<?xml version="1.0" encoding="cp037"?>{DOCTYPE}<a/>'.encode("cp037")
    why = why_refused(make.zip(make.parts() | {"docProps/app.xml": text}))
    assert "(EBCDIC)" in why


@pytest.mark.parametrize(
    "encoding",
    ["UTF-8", "utf8", "UTF-16", "us-ascii", "ISO-8859-1", "windows-1258", "gb2312"],
)
def test_letters_that_are_in_use_are_none_to_refuse(encoding: str) -> None:
    head = f'\ufeff<?xml version="1.0" encoding="{encoding}"?>'.encode()
    assert odd_encoding(head) is None


def test_a_part_may_not_share_its_bytes_with_another(
    make: Any, why_refused: Refuse
) -> None:
    """Each line of the directory unpacks anew, so that few bytes become very many."""
    kernel = b"a" * 1000
    header = struct.pack(
        "<4s5H3I2H",
        b"PK\x03\x04",
        *(20, 0, 0, 0, 33),
        *(zlib.crc32(kernel), len(kernel), len(kernel)),
        *(len("inner"), 0),
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in make.parts().items():
            archive.writestr(name, part)
        archive.writestr("outer", header + b"inner" + kernel)
        inside = archive.getinfo("outer").header_offset + 30 + len("outer")
    content = bytearray(out.getvalue())
    directory = content.index(b"PK\x01\x02")
    end = content.rindex(b"PK\x05\x06")
    inner = bytes(content[directory:end])
    last = bytearray(inner[inner.rindex(b"PK\x01\x02") :])
    struct.pack_into("<III", last, 16, zlib.crc32(kernel), len(kernel), len(kernel))
    struct.pack_into("<I", last, 42, inside)
    last[46:51] = b"inner"
    content[end:end] = last
    count = struct.unpack_from("<H", content, len(content) - 12)[0] + 1
    struct.pack_into(
        "<HHI", content, len(content) - 14, count, count, end - directory + len(last)
    )
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        assert archive.read("inner") == kernel
    assert why_refused(bytes(content)) == refusals.DAMAGED


def directory_of(count: int) -> bytes:
    return (b"PK\x01\x02" + bytes(42)) * count


def end_record(length: int) -> bytes:
    return struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, length, 4, 0)


@pytest.mark.parametrize("trick", ["plain", "long", "within"])
def test_a_directory_is_counted_whichever_end_is_believed(
    why_refused: Refuse, trick: str
) -> None:
    lines = directory_of(3000)
    head = b"PK\x03\x04"
    if trick == "plain":
        content = head + lines + end_record(len(lines))
    elif trick == "long":
        # The end says that there is one line; what stands before it says otherwise.
        far = struct.pack(
            "<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 3000, 3000, len(lines), 4
        )
        locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, 4 + len(lines), 1)
        content = head + lines + far + locator + end_record(46)
    else:
        # The last bytes are an end, and hold within them what looks like another.
        end = struct.pack(
            "<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(lines), 0x06054B50, 0
        )
        content = head + lines + end
    assert "(limit entries)" in why_refused(content)


def test_each_sheet_is_counted_in_styles_and_merged_blocks(
    make: Any, why_refused: Refuse, read: Any
) -> None:
    merges = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>'
    content = make.book(f"<sheetData/>{merges}")
    assert read(content, merges=2).sheets
    assert "more than 1 blocks of merged cells (limit merges)" in (
        why_refused(content, merges=1)
    )
    styles = "<fonts><font/><font/></fonts><cellXfs><xf/><xf/><xf/></cellXfs>"
    formats = '<numFmts><numFmt numFmtId="200" formatCode="0"/></numFmts>'
    content = make.book(styles=formats + styles)
    assert read(content, styles=3).sheets
    why = why_refused(content, styles=2)
    assert "more than 2 cell styles, fonts or number formats (limit styles)" in why


def test_more_texts_than_cells_name_the_limit_of_filled_cells(
    make: Any, why_refused: Refuse
) -> None:
    content = make.book(strings="<si><t>a</t></si>" * 4)
    assert "more than 3 texts" in why_refused(content, filled_cells=3)
    assert "(limit filled_cells)" in why_refused(content, filled_cells=3)


@pytest.mark.parametrize("written", [' r="1"', ""])
def test_rows_without_cells_count_as_cells(
    make: Any, why_refused: Refuse, written: str
) -> None:
    rows = "".join(f"<row{written.replace('1', str(n))}/>" for n in range(1, 5))
    content = make.book(f"<sheetData>{rows}</sheetData>")
    assert "more than 3 cells (limit cells)" in why_refused(content, cells=3)


@pytest.mark.parametrize("written", ["<v>{0}</v>", "<v >{0}</v>"])
def test_filled_cells_are_counted_however_they_are_written(
    make: Any, read: Any, why_refused: Refuse, written: str
) -> None:
    cells = [f'<c r="A{n}">{written.format(n)}</c>' for n in range(1, 5)]
    rows = [f'<row r="{n}">{cell}</row>' for n, cell in enumerate(cells, start=1)]
    content = make.book(f"<sheetData>{''.join(rows)}</sheetData>")
    why = why_refused(content, filled_cells=3)
    assert "more than 3 filled cells (limit filled_cells)" in why
    assert read(content, filled_cells=4).sheets[0].packed.texts == [*"1234"]


def test_merged_blocks_that_overlap_are_said(make: Any, read: Any) -> None:
    merges = "".join(
        f'<mergeCell ref="{ref}"/>' for ref in ("A1:C3", "B2:D4", "A1:C3", "E1:F1")
    )
    content = make.book(f"<sheetData/><mergeCells>{merges}</mergeCells>")
    book = read(content)
    assert [merge.ref for merge in book.sheets[0].merges] == ["A1:C3", "E1:F1"]
    (finding,) = book.findings
    assert finding.code == "XL106"
    assert finding.message().startswith("2 blocks of merged cells")


@pytest.mark.parametrize(
    ("parts", "count"),
    [
        ({"xl/embeddings/Microsoft_Word_Document.docx": b"PK\x03\x04.."}, 1),
        ({"xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"}, 1),
        ({"a.zip": b"PK\x03\x04", "b.rar": b"Rar!", "c": b"7z\xbc\xaf'\x1c"}, 3),
        (
            {"xl/media/image1.emz": b"\x1f\x8b\x08", "xl/media/image2.png": b"\x89PNG"},
            0,
        ),
        ({"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0", "xl/calcChain.xml": "<x/>"}, 0),
    ],
    ids=["word", "ole", "archives", "pictures", "own"],
)
def test_files_within_the_file_are_counted_and_left_closed(
    make: Any, read: Any, parts: dict[str, Any], count: int
) -> None:
    findings = read(make.zip(make.parts() | parts)).findings
    assert [finding.code for finding in findings] == ["XL107"] * bool(count)
    assert all(f"{count} other files" in finding.message() for finding in findings)


def test_an_archive_in_an_archive_is_never_unpacked(make: Any, read: Any) -> None:
    """It counts with the bytes that it has; what it unpacks to is nobody's matter."""
    bomb = make.zip({"zeros": bytes(30_000_000)})
    assert read(make.zip(make.parts() | {"xl/embeddings/a.zip": bomb})).sheets


def test_a_claimed_extent_is_not_believed(make: Any, read: Any) -> None:
    row = '<row r="1" spans="1:16384"><c r="A1"><v>1</v></c></row>'
    claim = '<dimension ref="A1:XFD1048576"/><sheetFormatPr defaultRowHeight="15"/>'
    columns = '<cols><col min="1" max="16384" width="9"/></cols>'
    book = read(make.book(f"{claim}{columns}<sheetData>{row}</sheetData>"), cells=1)
    assert [cell.ref for rows in book.sheets[0].rows() for cell in rows] == ["A1"]
