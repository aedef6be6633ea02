"""What stands below the rows of a table is no activity: signatures and totals."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.model.ledger import Fate
from almwp.model.submission import Submission

HEADINGS = ["No.", "Activity", "Lead", "Time frame", "Status"]
ROW = [1, "Job fairs", "Viet Nam", "2024", "Completed"]
Table = Callable[..., Submission]


def signed(*blocks: tuple[str | None, str | None]) -> list[list[Any]]:
    """Return rows with words under the titles and under the states."""
    return [[None, left, None, None, right] for left, right in blocks]


@pytest.mark.parametrize(
    "below",
    [
        signed(
            (None, "Hà Nội, ngày 30 tháng 6 năm 2025"),
            ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"),
            ("(Ký, ghi rõ họ tên)", "(Ký tên, đóng dấu)"),
            (None, None),
            ("Nguyễn Thị Hoa", "Trần Văn Minh"),
        ),
        signed((None, "Jakarta, 5 Juli 2025"), ("Mengetahui,", "Kepala Biro")),
        signed(
            ("Prepared by:", "Approved by:"),
            ("Ms Nguyen Thi Hoa", "Mr Tran Van Minh"),
            ("Officer", "Director General"),
        ),
        signed(("Disediakan oleh:", "Disahkan oleh:"), ("Pn. Aminah", None)),
        [["Prepared by:", "A. Officer"], ["Approved by:", "B. Director"]],
        signed(("Jakarta, 1 Juli 2025", None), ("Kepala Biro", None), ("Siti", None)),
        signed(("Hà Nội, ngày   tháng 7 năm 2025", None), ("Vụ trưởng", None)),
        signed(("Bandar Seri Begawan, June 2025", None)),
    ],
    ids=["vi", "id", "en", "ms", "numbers", "place", "open day", "place alone"],
)
def test_signatures_in_the_column_of_titles_are_no_activities(
    table: Table, below: list[list[Any]]
) -> None:
    found = table(HEADINGS, ROW, [], *below)
    assert [str(a.title) for a in found.activities] == ["Job fairs"]
    assert {f.code for f in found.findings} == {"ALM117"}
    ignored = [e for e in found.ledger.entries if e.fate is Fate.IGNORED]
    filled = sum(cell is not None for row in below for cell in row)
    assert sum(entry.count for entry in ignored) == filled


@pytest.mark.parametrize(
    "below",
    [
        signed(("Workshop in Jakarta, 1 July 2025", None)),
        signed(("Jakarta, 1 July 2025", "planned")),
        signed(("Jakarta, 1 July 2025", None), ("Study", "planned")),
        signed(("Jakarta, Bandung, Surabaya", None)),
    ],
    ids=["title", "state", "state below", "places"],
)
def test_a_place_and_a_date_do_not_hide_what_may_be_an_activity(
    table: Table, below: list[list[Any]]
) -> None:
    found = table(HEADINGS, ROW, [], *below)
    assert len(found.activities) == 1 + len(below)


def test_rows_with_numbers_below_such_words_stay_activities(table: Table) -> None:
    below = [["", "Prepared by"], [2, "Study", "VN", "2025", "planned"]]
    found = table(HEADINGS, ROW, [], *below)
    assert "Study" in [str(a.title) for a in found.activities]


@pytest.mark.parametrize(
    "words",
    [
        *("Sub-total (A)", "Subtotal A", "Total (A+B)", "Grand total (I+II)"),
        *("Tổng cộng (I+II)", "Tổng mục I", "Cộng (A)", "Jumlah I", "Total (USD)"),
        *("Sub-total for Outcome 1", "Average", "Trung bình", "Rata-rata"),
    ],
)
def test_a_total_of_a_part_is_a_total(table: Table, words: str) -> None:
    headings = [*HEADINGS, "Cost"]
    found = table(headings, [*ROW, 100], [None, words, None, None, None, 100])
    assert [str(a.title) for a in found.activities] == ["Job fairs"]


@pytest.mark.parametrize(
    "title",
    ["Tổng kết năm", "Cộng đồng ASEAN", "Total quality training", "Average wages"],
)
def test_a_title_that_begins_like_a_total_is_an_activity(
    table: Table, title: str
) -> None:
    found = table(HEADINGS, ROW, [2, title, "Viet Nam", "2025", "planned"])
    assert len(found.activities) == 2


def test_headings_that_are_not_known_are_named_below_a_caption_too(
    table: Table,
) -> None:
    below = [
        ["Focal points"],
        ["Name", "Position", "E-mail", "Phone"],
        ["Tan", "Director", "tan at example.org", "123"],
    ]
    found = table(HEADINGS, ROW, [], *below)
    assert ("ALM133", "A9") in [(f.code, f.at.cell) for f in found.findings]
    assert "Position" not in [str(a.title) for a in found.activities]
