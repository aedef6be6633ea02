"""Marking again renews what is there: nothing is doubled, nothing is left behind."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from almwp_excel.reader import read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almwp.findings.remarks import Remark
from almwp.findings.rule import Severity
from almwp.intake.cells import column_letters
from almwp.intake.limits import Limits

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
Mark = Callable[..., bytes]
WORDS: dict[str, Any] = {
    "sheet": "Data",
    "code": "ALM201",
    "message": "it is wrong",
    "hint": "write it right",
}

cells = st.builds(
    lambda row, column: f"{column_letters(column)}{row}",
    st.integers(1, 12),
    st.integers(1, 4),
)
remarks = st.lists(
    st.builds(
        lambda sheet, cell, severity, text: Remark(
            sheet=sheet,
            cell=cell,
            severity=severity,
            code="ALM201",
            message=text,
            hint="",
        ),
        st.sampled_from(["Data", "Q'1 & more", None]),
        st.none() | cells | st.builds(lambda a, b: f"{a}:{b}", cells, cells),
        st.sampled_from(Severity),
        st.text(max_size=12),
    ),
    max_size=6,
)
few = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@few
@given(found=remarks)
def test_the_same_remarks_once_more_change_nothing(
    rich_workbook: bytes, mark: Mark, found: list[Remark]
) -> None:
    once = mark(rich_workbook, *found)
    assert mark(once, *found) == once


def test_no_type_is_left_for_a_part_that_is_gone(
    rich_workbook: bytes, mark: Mark, look: Callable[[bytes], Any]
) -> None:
    # LibreOffice gives the sheet of findings relationships, and names their type.
    marked = look(
        mark(rich_workbook, Remark(severity=Severity.ERROR, cell="A2", **WORDS))
    ).bytes
    types = marked["[Content_Types].xml"].decode()
    sheets = [name for name in marked if name.startswith("xl/worksheets/sheet")]
    listing = sheets[-1].replace("worksheets/", "worksheets/_rels/")
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    marked[f"{listing}.rels"] = f'<Relationships xmlns="{space}"/>'.encode()
    links = [name for name in marked if name.endswith(".rels")]
    told = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/>'
        for name in links
    )
    marked["[Content_Types].xml"] = types.replace(
        "</Types>", f"{told}</Types>"
    ).encode()
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, part in marked.items():
            archive.writestr(name, part)
    clean = look(mark(saved.getvalue()))
    named = re.findall(r'PartName="/([^"]+)"', clean.text("[Content_Types].xml"))
    assert set(named) <= set(clean.names)


@few
@given(before=remarks, now=remarks)
def test_old_remarks_leave_nothing_that_new_ones_do_not_bring(
    rich_workbook: bytes, mark: Mark, before: list[Remark], now: list[Remark]
) -> None:
    again = mark(mark(rich_workbook, *before), *now)
    fresh = mark(rich_workbook, *now)
    assert shown(again) == shown(fresh)


@few
@given(found=remarks)
def test_no_value_of_the_file_is_changed(
    rich_workbook: bytes, mark: Mark, found: list[Remark]
) -> None:
    before = read(rich_workbook, "vn.xlsx", Limits())
    after = read(mark(rich_workbook, *found), "vn.xlsx", Limits())
    assert len(after.sheets) == len(before.sheets) + bool(found)
    for was, now in zip(before.sheets, after.sheets, strict=False):
        assert list(now.rows()) == list(was.rows())


def shown(content: bytes) -> dict[str, tuple[str, ...]]:
    """Return what is to be seen in each cell, its fill and comment included."""
    found: dict[str, tuple[str, ...]] = {}
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows(max_row=20, max_col=9):
            for cell in row:
                said = cell.comment.text if cell.comment else ""
                looks = (repr(cell.fill), repr(cell.font), cell.number_format, said)
                found[f"{sheet.title}!{cell.coordinate}"] = (str(cell.value), *looks)
    return found
