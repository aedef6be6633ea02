"""The workbook over which every other tool stumbled, and its faults one by one."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from unicodedata import normalize

from tests.corpus.bookmaking import Book, Formula, Sheet
from tests.corpus.rawparts import without_results
from tests.corpus.reports import ABOUT, HEADINGS, LINES, TITLES, at, column, plain

_ROWS: list[list[Any]] = [
    ["BÁO CÁO Kế hoạch công tác của Bộ trưởng Lao động ASEAN 2021-2025"],
    ["Nước báo cáo: Việt Nam"],
    [],
    [
        "Mã hoạt động",
        "Tên hoạt động",
        "Kết quả",
        "Cơ quan chủ trì",
        "Báo cáo",
        None,
        None,
    ],
    [None, None, None, None, "Thời gian", "Tiến độ (%)", "Trạng thái"],
    ["VN-001", "Đào tạo nghề", "1", "Việt Nam", "Q3/2024", "75%", "Hoàn thành"],
    ["VN-002", "Việc làm xanh", "oc2", None, "06/2024", "75,5", "Đang thực hiện"],
    [],
    ["VN-002", "Nghiên cứu tiền lương", "OC99", "Thái Lan", "30/06/2024", 0.6, "TBD"],
    ["VN-004 ", "Tập huấn thanh tra", "2", "VN", "cuối năm 2025", "50 %", "n/a"],
    ["VN-005", "Chiến dịch an toàn", "3", "VN", 45473, "120%", "-"],
    ["VN-006", "Cẩm nang", "4", "VN, LA", date(2024, 7, 6), "1.250", Formula("=G6")],
    [],
    ["Tổng cộng", 6],
]
_MERGES = ("A1:G1", "A2:G2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "D6:D7")


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield _messy()
    yield from _faults()


def _decomposed(rows: list[list[Any]]) -> list[list[Any]]:
    return [
        [normalize("NFD", v) if isinstance(v, str) else v for v in row] for row in rows
    ]


def _messy() -> Book:
    name, guide = (normalize("NFD", word) for word in ("Báo cáo VN", "Hướng dẫn"))
    return Book(
        "170-messy-workbook",
        "one workbook with all that other tools lost, doubled or misread",
        [
            Sheet(_decomposed(_ROWS), name=name, merges=_MERGES),
            Sheet(_decomposed([["Hướng dẫn điền biểu"]]), name=guide),
            Sheet(
                [["Mã", "Tên"], ["OC1"], ["OC2"], ["OC3"]], name="Lists", hidden="yes"
            ),
        ],
        [
            {
                "row": 6,
                "number": "VN-001",
                "title": "Đào tạo nghề",
                "outcome": "1",
                "leads": ["VN"],
                "start": "2024-Q3",
                "percent": "3/4",
                "status": "completed",
            },
            {
                "row": 7,
                "number": "VN-002",
                "leads": ["VN"],
                "outcome": None,
                "start": "2024-06",
                "end": "2024-06",
                "percent": "151/200",
                "status": "ongoing",
            },
            {
                "row": 9,
                "number": "",
                "title": "Nghiên cứu tiền lương",
                "leads": ["TH"],
                "outcome": None,
                "start": "2024-06-30",
                "percent": "blank",
                "status": "blank",
            },
            {
                "row": 10,
                "number": "VN-004",
                "outcome": "2",
                "start": "2025",
                "percent": "1/2",
                "status": "not applicable",
            },
            {"row": 11, "start": None, "timeframe": "45473", "percent": "blank"},
            {
                "row": 12,
                "leads": ["VN", "LA"],
                "start": "2024-07-06",
                "status": "blank",
            },
        ],
        [
            ("ALM128", None, None),
            *at("ALM303", "F6", sheet=name),
            *at("ALM401", "C7", "C9", sheet=name),
            *at("ALM301", "A9", sheet=name),
            *at("ALM207", "F9", "F12", sheet=name),
            *at("ALM253", "E10", sheet=name),
            *at("ALM209", "E11", sheet=name),
            *at("ALM208", "F11", sheet=name),
            *at("ALM213", "G12", sheet=name),
            ("ALM113", guide, None),
            ("ALM108", "Lists", None),
        ],
        {"country": "VN", "framework": ABOUT["framework"], "language": "vi"},
        {"fates": {f"{name}!B14": "ignored", f"{name}!A1": "heading"}},
        edit=without_results,
    )


def _faults() -> Iterator[Book]:
    gap = [*LINES, list(HEADINGS), *plain(3), [], *plain(6)[3:]]
    yield Book(
        "171-blank-row-is-no-heading",
        "the row below a blank one is an activity and no row of headings",
        [Sheet(gap)],
        [{"number": str(n), "title": TITLES[n - 1]} for n in range(1, 7)],
        about=ABOUT,
        more={"fates": {"Report!B10": "read", "Report!A5": "heading"}},
    )
    yield Book(
        "172-total-is-no-record",
        "a row of totals stands below a gap and holds a count and a share",
        [Sheet([*LINES, list(HEADINGS), *plain(3), [], ["Total", 3]])],
        [{"title": title} for title in TITLES[:3]],
        about=ABOUT,
        more={"fates": {"Report!A10": "ignored", "Report!B10": "ignored"}},
    )
    yield column(
        "173-outcome-of-another-list",
        "outcomes are given by codes of the sender's own, one in small letters",
        "Outcome",
        [("oc2", {"outcome": None}), ("OC99", {"outcome": None})],
        at("ALM401", "E6", "E7"),
        more={"fates": {"Report!E6": "refused", "Report!E7": "refused"}},
    )
    double: list[list[Any]] = [
        ["VN-002", TITLES[0], None, "ongoing"],
        ["VN-002", TITLES[0], "VN", "ongoing"],
    ]
    yield Book(
        "174-second-row-is-not-grafted",
        "one activity stands twice; the second row is not put into the first",
        [Sheet([*LINES, list(HEADINGS), *double])],
        [{"number": "VN-002", "leads": []}, {"number": "", "leads": ["VN"]}],
        [*at("ALM308", "C6"), *at("ALM301", "A7"), *at("ALM302", "B7")],
        ABOUT,
    )
    guide = [["1", "Write the number"], ["2", "Write the title"]]
    yield Book(
        "175-every-sheet-is-spoken-of",
        "three sheets are no table, and each of them is said to be left out",
        [
            Sheet([*LINES, list(HEADINGS), *plain(1)]),
            Sheet(guide, name="Guide"),
            Sheet([["x"]], name="Sheet3"),
            Sheet([["y"]], name="Old", hidden="yes"),
        ],
        [{"title": TITLES[0]}],
        [
            ("ALM113", "Guide", None),
            ("ALM103", "Sheet3", None),
            ("ALM108", "Old", None),
        ],
        ABOUT,
    )
