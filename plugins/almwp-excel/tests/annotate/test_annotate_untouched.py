"""What is not marked stays as it was: parts byte for byte, touched parts as trees."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from almwp_excel.reader import read
from lxml import etree

from almwp.intake.limits import Limits

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
Mark = Callable[..., bytes]
EXAMPLES = sorted(
    (Path(__file__).parents[4] / "examples" / "submissions").glob("*.xlsx")
)
TOUCHED = {
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
}


def entries(content: bytes) -> Iterator[tuple[str, int, tuple[int, ...], bytes, bytes]]:
    """Give name, method, moment, packed bytes and bytes of each entry."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for line in archive.infolist():
            start = line.header_offset + 30
            names = content[line.header_offset + 26 : start]
            start += int.from_bytes(names[:2], "little")
            start += int.from_bytes(names[2:], "little")
            raw = content[start : start + line.compress_size]
            method, moment = line.compress_type, line.date_time
            yield line.filename, method, moment, raw, archive.read(line)


def packed_otherwise(content: bytes) -> bytes:
    """Return the same parts, packed as another program may pack them."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        new.comment = b"by hand"
        for place, line in enumerate(old.infolist()):
            moment = (2020, 2, 29, 12, 30, place * 2)
            entry = zipfile.ZipInfo(line.filename, moment)
            method = zipfile.ZIP_DEFLATED if place % 3 else zipfile.ZIP_STORED
            new.writestr(entry, old.read(line), method, compresslevel=1 + place % 9)
    return out.getvalue()


def test_all_other_parts_keep_their_packed_bytes_their_order_and_their_moment(
    rich_workbook: bytes, mark: Mark
) -> None:
    sent = packed_otherwise(rich_workbook)
    copy = mark(sent, "C4", "B3", "G30")
    before, after = list(entries(sent)), list(entries(copy))
    assert copy.endswith(b"by hand")
    touched = TOUCHED | {
        "xl/worksheets/sheet1.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }
    assert [e[0] for e in after][: len(before)] == [e[0] for e in before]
    assert {e[0] for e in after[len(before) :]} == {"xl/worksheets/sheet3.xml"}
    for old, new in zip(before, after, strict=False):
        assert (old[0], old[2]) == (new[0], new[2])
        if old[0] not in touched:
            assert old == new
    changed = {o[0] for o, n in zip(before, after, strict=False) if o[4] != n[4]}
    assert changed == touched


def test_a_sheet_keeps_every_byte_but_those_of_the_marks(
    rich_workbook: bytes, mark: Mark, look: Callable[[bytes], object]
) -> None:
    name = "xl/worksheets/sheet1.xml"
    before = zipfile.ZipFile(io.BytesIO(rich_workbook)).read(name)
    after = zipfile.ZipFile(io.BytesIO(mark(rich_workbook, "C4", "D2"))).read(name)
    old = etree.fromstring(before)
    new = etree.fromstring(after)
    styled = [c for c in new.iter("{*}c") if c.get("r") in ("C4", "D2")]
    assert len(styled) == 2
    for cell in styled:
        (was,) = [c for c in old.iter("{*}c") if c.get("r") == cell.get("r")]
        assert cell.get("s") != was.get("s")
        if was.get("s") is None:
            del cell.attrib["s"]
        else:
            cell.set("s", was.get("s", ""))
    assert etree.tostring(new, method="c14n") == etree.tostring(old, method="c14n")


def test_old_styles_and_old_names_stay_and_new_ones_follow(
    rich_workbook: bytes, mark: Mark
) -> None:
    after = mark(rich_workbook, "C4")
    for name, tables in (
        ("xl/styles.xml", ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs")),
        ("xl/workbook.xml", ("sheets", "definedNames")),
    ):
        old = etree.fromstring(zipfile.ZipFile(io.BytesIO(rich_workbook)).read(name))
        new = etree.fromstring(zipfile.ZipFile(io.BytesIO(after)).read(name))
        assert [e.tag for e in new] == [e.tag for e in old]
        for was, now in zip(old, new, strict=True):
            kept = [etree.tostring(e) for e in was]
            grown = [etree.tostring(e) for e in now]
            if etree.QName(was).localname in tables:
                assert grown[: len(kept)] == kept
                if was.get("count"):
                    assert now.get("count") == str(len(now))
            else:
                assert grown == kept


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_submissions_are_read_as_before(path: Path, mark: Mark) -> None:
    content = path.read_bytes()
    book = read(content, path.name, Limits())
    sheet = book.sheets[1].name
    marked = mark(content, "C12", "A1", "K99", sheet=sheet)
    again = read(marked, path.name, Limits())
    assert [s.name for s in again.sheets[:-1]] == [s.name for s in book.sheets]
    for was, now in zip(book.sheets, again.sheets, strict=False):
        assert list(now.rows()) == list(was.rows())
        assert now.merges == was.merges
    assert openpyxl.load_workbook(io.BytesIO(marked)).sheetnames[-1] == "almwp findings"


def test_a_workbook_without_remarks_comes_back_byte_for_byte(
    rich_workbook: bytes, mark: Mark
) -> None:
    assert mark(rich_workbook) == rich_workbook
    for path in EXAMPLES:
        assert mark(path.read_bytes()) == path.read_bytes()


def test_the_same_remarks_give_the_same_bytes(rich_workbook: bytes, mark: Mark) -> None:
    assert mark(rich_workbook, "C4", "B3") == mark(rich_workbook, "C4", "B3")


def test_macros_and_signatures_stay_in_the_copy(
    rich_workbook: bytes, mark: Mark, edited: Callable[..., bytes]
) -> None:
    parts = {
        "xl/vbaProject.bin": "not run",
        "_xmlsignatures/sig1.xml": "<Signature/>",
        "customXml/item1.xml": "<x/>",
    }
    odd = edited(rich_workbook, *((name, None, text) for name, text in parts.items()))
    with zipfile.ZipFile(io.BytesIO(mark(odd, "C4"))) as archive:
        for name, text in parts.items():
            assert archive.read(name) == text.encode()
        listed = archive.read("xl/worksheets/sheet3.xml").decode()
    assert "the digital signature does not hold for this copy" in listed
    assert "digital signature" not in (
        zipfile.ZipFile(io.BytesIO(mark(rich_workbook, "C4")))
        .read("xl/worksheets/sheet3.xml")
        .decode()
    )
