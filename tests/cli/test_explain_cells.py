"""A cell is explained in the reader's words, also of a position workbook alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from almwp.model.activity import Status
from almwp.model.position import Stance
from almwp.workflow.explainingcells import names_a_cell
from almwp.workflow.valuewords import value_in_words

Almwp = Callable[..., Any]


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (True, "vi", "có"),
        (False, "vi", "không"),
        (False, "en", "no"),
        (Status.ONGOING, "vi", "đang thực hiện"),
        (Stance.SUPPORT_WITH_CHANGES, "vi", "ủng hộ có điều chỉnh"),
        (Stance.SUPPORT_WITH_CHANGES, "xx", "support with changes"),
        (7, "vi", "7"),
    ],
)
def test_values_are_told_as_a_form_has_them(
    value: object, language: str, words: str
) -> None:
    assert value_in_words(value, language) == words


@pytest.mark.parametrize(
    ("what", "is_cell"),
    [("vn.xlsx!Đề xuất!R6", True), ("vn.xlsx!f7", True), ("outcome:1", False)],
)
def test_what_is_written_as_a_cell_is_one(what: str, is_cell: bool) -> None:
    assert names_a_cell(what) == is_cell


def test_a_position_workbook_alone_is_enough(almwp: Almwp, submissions: Path) -> None:
    path = submissions.parent / "positions" / "vn-lap-truong-slom21.xlsx"
    sheet = load_workbook(path).worksheets[1]
    ended = almwp("explain", f"{path.name}!{sheet.title}!B2", path, "--lang", "vi")
    assert ended.code == 0
    assert str(sheet["B2"].value) in ended.out
    assert "đã đọc" in ended.out
