"""What readers of plain text share: strict decoding, and rows of texts as cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.errors import UnreadableFileError
from almwp.intake.limits import Limits
from almwp.intake.textfile import row_of_texts, text_of


def test_a_text_comes_back_without_its_mark() -> None:
    content = "Hoạt động\r\nĐào tạo".encode("utf-8-sig")
    assert text_of(content, "vn.bars", Limits()) == "Hoạt động\r\nĐào tạo"


def test_what_is_not_utf_8_is_refused_with_its_line() -> None:
    content = "one\ntwo\nĐào tạo".encode("utf-16-le")
    with pytest.raises(UnreadableFileError, match="line 3 is not text in UTF-8"):
        text_of(content, "vn.bars", Limits())


def test_a_file_above_the_limit_is_refused_with_the_name_of_the_limit() -> None:
    limits = Limits(file_bytes=3)
    assert text_of(b"abc", "vn.bars", limits) == "abc"
    with pytest.raises(UnreadableFileError, match=r"3 bytes \(limit file_bytes\)"):
        text_of(b"abcd", "vn.bars", limits)


@given(st.lists(st.text(max_size=3), max_size=30))
def test_every_text_that_is_not_empty_is_a_cell_in_its_column(texts: list[str]) -> None:
    cells = row_of_texts(7, texts)
    assert {c.column: c.text for c in cells} == {
        place: text for place, text in enumerate(texts, start=1) if text
    }
    assert {c.row for c in cells} <= {7}
    assert [c.column for c in cells] == sorted(c.column for c in cells)
