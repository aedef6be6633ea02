"""Rich workbooks to be marked, remarks to mark them with, and ways to look inside."""

import io
import zipfile
from collections.abc import Callable, Iterable

import pytest
import xlsxwriter
from attrs import frozen

from almwp.findings.remarks import Remark, Remarks
from almwp.findings.rule import Severity

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


@frozen(kw_only=True)
class Parts:
    """The parts of a workbook, in the order of the archive."""

    names: tuple[str, ...]
    bytes: dict[str, bytes]

    def text(self, name: str) -> str:
        return self.bytes[name].decode()


def parts_of(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = tuple(archive.namelist())
        return Parts(names=names, bytes={name: archive.read(name) for name in names})


@pytest.fixture(scope="session")
def look() -> Callable[[bytes], Parts]:
    return parts_of


def remark_at(
    sheet: str | None,
    cell: str | None,
    severity: Severity = Severity.ERROR,
    **more: str,
) -> Remark:
    words = {"code": "ALM201", "message": "it is wrong", "hint": "write it right"}
    return Remark(sheet=sheet, cell=cell, severity=severity, **{**words, **more})


@pytest.fixture(scope="session")
def remark() -> Callable[..., Remark]:
    return remark_at


@pytest.fixture(scope="session")
def mark() -> Callable[..., bytes]:
    """Mark a workbook with remarks, or with remarks at cells of one sheet."""

    def marked(
        content: bytes, *at: str | Remark, sheet: str = "Data", title: str = ""
    ) -> bytes:
        from almwp_excel.annotate.marking import annotate

        remarks = [remark_at(sheet, x) if isinstance(x, str) else x for x in at]
        return annotate(
            content,
            "vn.xlsx",
            Remarks(remarks=remarks, title=title or "almwp findings"),
        )

    return marked


def _workbook(draw: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    draw(book)
    book.close()
    return out.getvalue()


@pytest.fixture(scope="session")
def workbook() -> Callable[..., bytes]:
    return _workbook


@pytest.fixture(scope="session")
def rich_workbook() -> bytes:
    """A workbook with all that loading and saving by other programs loses."""

    def draw(book: xlsxwriter.Workbook) -> None:
        data = book.add_worksheet("Data")
        other = book.add_worksheet("Q'1 & more")
        yellow = book.add_format({"bg_color": "#FFFF00", "num_format": "0%"})
        bold, plain = book.add_format({"bold": True}), book.add_format({"italic": True})
        data.write_row("A1", ["No.", "Hoạt động", "Progress", "Date"], bold)
        for row in range(1, 12):
            data.write(row, 0, row)
            data.write_rich_string(row, 1, "plain ", bold, "bold", plain, " leans")
            data.write(row, 2, row / 12, yellow)
            data.write_formula(row, 3, f"=C{row + 1}*2", None, row / 6)
        data.merge_range("A14:B16", "merged", yellow)
        data.set_column("F:F", 22, yellow)
        data.set_row(19, 30, bold)
        data.conditional_format("C2:C12", {"type": "data_bar", "data_bar_2010": True})
        data.conditional_format("C2:C12", {"type": "3_color_scale"})
        data.data_validation("D2:D12", {"validate": "list", "source": ["a", "b"]})
        data.add_sparkline("E2", {"range": "Data!A2:C2"})
        data.insert_textbox("H2", "a text box")
        data.insert_image("H8", "pixel.png", {"image_data": io.BytesIO(PIXEL)})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Data!$C$2:$C$12"})
        data.insert_chart("H12", chart)
        data.write_comment("B3", "a person wrote this", {"author": "Lan"})
        data.set_landscape()
        data.repeat_rows(0)
        data.set_header("&Lleft&Rright")
        data.print_area("A1:F20")
        data.protect("secret")
        data.autofilter("A1:D12")
        data.freeze_panes(1, 0)
        other.write("A1", "second")
        other.write_url("A2", "https://asean.org/")
        other.set_first_sheet()
        book.define_name("Share", "=Data!$C$2:$C$12")
        book.define_name("Data!Local", "=Data!$A$1")

    return _workbook(draw)


@pytest.fixture(scope="session")
def edited() -> Callable[..., bytes]:
    """Write parts of a workbook anew: (part, old, new), or (part, None, whole)."""

    def edit(content: bytes, *changes: tuple[str, str | None, str]) -> bytes:
        parts = parts_of(content)
        for name, old, new in changes:
            if old is None:
                parts.bytes[name] = new.encode()
                continue
            assert old in parts.text(name), (name, old)
            parts.bytes[name] = parts.text(name).replace(old, new).encode()
        return packed(parts.bytes.items())

    return edit


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts:
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
