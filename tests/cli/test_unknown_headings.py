"""Headings of which none is known: guessed where they stand, mapped, and read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from almwp.workflow.session import Session

Almwp = Callable[..., Any]
ROWS: list[list[Any]] = [
    ["Country: Viet Nam"],
    ["Work programme: ALM WP 2021-2025"],
    ["As of: 2024-06-30"],
    [],
    ["Mục", "Việc đã làm", "Ai làm", "Xong chưa"],
    [1, "Hội thảo A", "Việt Nam", "Hoàn thành"],
    [2, "Hội thảo B", "Việt Nam", "Đang thực hiện"],
]


@pytest.fixture
def unknown(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    path = tmp_path / "unknown.xlsx"
    book.save(path)
    return path


def test_the_row_that_seems_to_hold_the_headings_is_named(
    almwp: Almwp, unknown: Path
) -> None:
    said = almwp("check", unknown, "--headings")
    assert "Sheet: no heading is known; row 5 seems to hold them" in said.out
    assert "B 'Việc đã làm'" in said.out


def test_a_mapping_to_fill_in_is_written_and_reads_the_file(
    almwp: Almwp, unknown: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mapping.toml"
    assert "written to" in almwp("check", unknown, "--write-mapping", path).err
    text = path.read_text(encoding="utf-8")
    assert "#   leads: " in text
    assert "rows = [5, 5]" in text
    for heading, key in (
        ("Việc đã làm", "title"),
        ("Ai làm", "leads"),
        ("Xong chưa", "status"),
    ):
        assert f'"{heading}" = ""' in text
        text = text.replace(f'"{heading}" = ""', f'"{heading}" = "{key}"')
    path.write_text(text, encoding="utf-8", newline="\n")
    read = almwp("check", unknown, "--mapping", path)
    assert read.code == 0
    assert "activities: 2" in read.out


def test_a_sheet_of_labels_and_values_has_no_likely_headings(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Màu", "đỏ"], ["Cỡ", "lớn"], ["a", "b", "c"], [None, None, None, "d"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "pairs.xlsx")
    (submission,) = Session.start().read([tmp_path / "pairs.xlsx"]).submissions
    assert submission.likely_tables == ()
