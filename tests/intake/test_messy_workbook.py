"""One workbook with all that other tools stumble over, as ministries really send it."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any
from unicodedata import normalize

import pytest

from almwp.intake.cells import Cell, CellKind, Sheet, Visibility
from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Make = Callable[..., Sheet]
GROUPS = ["STT", "Tên hoạt động", "Kết quả", "Chủ trì", "Báo cáo", None, None]
HEADINGS = [None] * 4 + ["Thời gian", "Tiến độ (%)", "Trạng thái"]
ROWS: list[list[Any]] = [
    ["VN-001", "Đào tạo nghề", "1", "Việt Nam", "Q3/2024", "75%", "Hoàn thành"],
    [
        "VN-002",
        "Hội thảo việc làm xanh",
        "oc2",
        None,
        "06/2024",
        "75,5",
        "Đang thực hiện",
    ],
    [],
    ["VN-002", "Nghiên cứu tiền lương", "99", "Thái Lan", "30/06/2024", 0.6, "TBD"],
    ["VN-004 ", "Tập huấn thanh tra", "2", "VN", "cuối năm 2025", "50 %", "n/a"],
    ["VN-005", "Chiến dịch an toàn", "3", "ILO", 45473, "120%", "-"],
    ["VN-006", "Cẩm nang", "4", "VN, LA", date(2024, 7, 6), "1.250", "Dự kiến"],
    [],
    ["Tổng cộng", 6],
]
MERGES = ("A1:G1", "A2:G2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "D6:D7")


@pytest.fixture(scope="module")
def messy(read: Callable[..., Submission], sheet: Make) -> Submission:
    def decomposed(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
        return [
            [normalize("NFD", v) if isinstance(v, str) else v for v in row]
            for row in rows
        ]

    uncalculated = Cell(
        row=1, column=1, kind=CellKind.UNCALCULATED, text="", formula="A1"
    )
    rows: list[list[Any]] = [
        ["BÁO CÁO Kế hoạch công tác của Bộ trưởng Lao động ASEAN 2021-2025"],
        ["Nước báo cáo: Việt Nam"],
        [],
        GROUPS,
        HEADINGS,
        *ROWS[:4],
        [*ROWS[4][:6], uncalculated],
        *ROWS[5:],
    ]
    guide = sheet(
        decomposed([["Hướng dẫn điền biểu"]]), name=normalize("NFD", "Hướng dẫn")
    )
    codes = sheet([["OC1"], ["OC2"]], name="Lists", visibility=Visibility.HIDDEN)
    return read(sheet(decomposed(rows), name="BC", merges=MERGES), guide, codes)


def by_row(messy: Submission) -> dict[int, Activity]:
    return {activity.origins[0].row: activity for activity in messy.activities}


def test_each_activity_is_there_once_in_its_own_row(messy: Submission) -> None:
    assert list(by_row(messy)) == [6, 7, 9, 10, 11, 12]
    assert (messy.country, messy.framework) == ("VN", "ALM-WP-2021-2025")


def test_every_fault_is_said_at_its_cell_and_nothing_else(messy: Submission) -> None:
    assert [(f.code, f.at.sheet, f.at.cell) for f in messy.findings] == [
        ("ALM128", None, None),
        ("ALM303", "BC", "F6"),
        ("ALM401", "BC", "C7"),
        ("ALM301", "BC", "A9"),
        ("ALM401", "BC", "C9"),
        ("ALM207", "BC", "F9"),
        ("ALM253", "BC", "E10"),
        ("ALM213", "BC", "G10"),
        ("ALM203", "BC", "D11"),
        ("ALM209", "BC", "E11"),
        ("ALM208", "BC", "F11"),
        ("ALM207", "BC", "F12"),
        ("ALM113", normalize("NFD", "Hướng dẫn"), None),
        ("ALM108", "Lists", None),
    ]


def test_values_are_exact_and_no_more_precise_than_they_were(
    messy: Submission,
) -> None:
    rows = by_row(messy)
    starts = [str(activity.timeframe.start) for activity in messy.activities]
    expected = ["2024-Q3", "2024-06", "2024-06-30", "2025", "None", "2024-07-06"]
    assert starts == expected
    percents = {
        row: activity.observations[0].percent
        for row, activity in rows.items()
        if activity.observations
    }
    assert percents[6] == Fraction(3, 4)
    assert percents[7] == Fraction(151, 200)
    assert percents[9] is Absence.BLANK
    assert percents[10] == Fraction(1, 2)
    assert rows[11].timeframe.raw == "45473"


def test_a_merged_lead_leads_both_rows_and_no_row_is_grafted_on_another(
    messy: Submission,
) -> None:
    rows = by_row(messy)
    assert [[p.id for p in rows[row].leads] for row in (6, 7)] == [["VN"], ["VN"]]
    assert [p.id for p in rows[9].leads] == ["TH"]
    assert (rows[7].number, rows[9].number) == ("VN-002", "")
    assert rows[10].number == "VN-004"


def test_all_cells_are_accounted_for(messy: Submission) -> None:
    filled = 2 + 5 + 3 + 6 * 7 - 1 + 2 + 1 + 2
    assert messy.ledger.total == filled
    assert messy.ledger.by_fate[Fate.REFUSED] == 7
    assert messy.ledger.by_fate[Fate.EXTRA] == 0
