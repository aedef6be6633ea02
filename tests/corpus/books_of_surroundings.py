"""Workbooks in which more than one table, or more than titles, stand on a sheet."""

from collections.abc import Iterator
from typing import Any

from tests.corpus.bookmaking import Book, Found, Sheet, Truth
from tests.corpus.reports import ABOUT, HEADINGS, LINES, TITLES, at, plain, read

Rows = list[list[Any]]
UNKNOWN: Rows = [
    ["Mục", "Việc đã làm", "Ai làm", "Xong chưa"],
    [1, "Hội thảo", "Việt Nam", "Hoàn thành"],
    [2, "Tập huấn", "Việt Nam", "Đang thực hiện"],
]
"""A table whose headings no list of fields knows."""
ONGOING: Truth = {"status": "ongoing", "leads": ["VN"]}


def _book(
    name: str,
    difficulty: str,
    rows: Rows,
    activities: list[Truth],
    findings: list[Found] | None = None,
    merges: tuple[str, ...] = (),
    **more: Any,
) -> Book:
    about = more.pop("about", ABOUT)
    sheet = Sheet(rows, name=more.pop("sheet", "Report"), merges=merges)
    return Book(name, difficulty, [sheet], activities, findings or [], about, more)


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield from _above()
    yield from _between()
    yield from _totals()
    yield from _wide()


def _above() -> Iterator[Book]:
    yield _book(
        "300-unknown-table-above",
        "a table with headings that are not known stands above a known one",
        [*LINES, *UNKNOWN, [], list(HEADINGS), *plain(1)],
        read(1, **ONGOING),
        at("ALM129", "A5:D7"),
        fates={"Report!B6": "ignored", "Report!A9": "heading"},
    )
    listed = [["Code", "Meaning"], ["a", "high"], ["b", "low"], ["c", "none"]]
    beside = [
        [*(line or [None]), *[None] * 6, *code]
        for line, code in zip(LINES, listed, strict=True)
    ]
    yield _book(
        "301-code-list-beside-the-cover",
        "a list of codes stands to the right of the lines of the cover",
        [*beside, list(HEADINGS), *plain(1)],
        read(1, **ONGOING),
        at("ALM129", "H1:I4"),
    )
    lines: Rows = [
        *LINES[:3],
        ["Prepared by", "Ms Lan", None, "Phone", "+84 24 1234"],
        ["Reporting period: January - June 2024"],
        list(HEADINGS),
        *plain(1),
    ]
    yield _book(
        "302-lines-without-a-field",
        "lines above the table say what no field of the cover holds",
        lines,
        read(1, **ONGOING),
        at("ALM130", "A4", "D4", "A5"),
        fates={"Report!B4": "ignored", "Report!A5": "ignored"},
    )
    letter: Rows = [
        ["BỘ NỘI VỤ", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["CỤC VIỆC LÀM", None, "Độc lập - Tự do - Hạnh phúc"],
        ["Số: 12/BC-CVL", None, "Hà Nội, ngày 5 tháng 7 năm 2024"],
    ]
    yield _book(
        "303-head-of-a-letter",
        "the head of a letter stands above the lines of the cover",
        [*letter, *LINES, list(HEADINGS), *plain(1)],
        read(1, **ONGOING),
        fates={"Report!A1": "heading", "Report!C3": "heading"},
    )
    yield _book(
        "304-date-of-the-paper",
        "the day of the file is called nothing but its date",
        [*LINES[:2], ["Date: 2024-06-30"], [], list(HEADINGS), *plain(1)],
        read(1, **ONGOING),
    )
    yield _book(
        "305-date-of-the-paper-is-another",
        "the paper was dated after the day of which it speaks",
        [*LINES[:3], ["Date", "2024-07-15"], list(HEADINGS), *plain(1)],
        read(1, as_of="2024-06-30", **ONGOING),
        fates={"Report!B4": "ignored"},
    )
    yield _book(
        "306-only-table-on-a-sheet-of-notes",
        "the only table stands on a sheet that is named Notes",
        [*LINES, list(HEADINGS), *plain(2)],
        read(2, **ONGOING),
        [("ALM132", "Ghi chú", None)],
        sheet="Ghi chú",
    )


def _between() -> Iterator[Book]:
    one, two = plain(2)
    yield _book(
        "307-outcome-ends-with-another-title",
        "a title that is no outcome stands above the headings that come again",
        [
            *LINES,
            ["Outcome 2"],
            list(HEADINGS),
            one,
            [],
            ["Other activities"],
            list(HEADINGS),
            two,
        ],
        [{"title": TITLES[0], "outcome": "2"}, {"title": TITLES[1], "outcome": None}],
    )
    turned = ["No.", "Activity", "Status", "Lead"]
    yield _book(
        "308-unknown-outcome-ends-the-one-above",
        "the second table stands below an outcome that is not there",
        [
            *LINES,
            ["Outcome 1"],
            list(HEADINGS),
            one,
            [],
            ["Outcome 9: Fish"],
            turned,
            [2, TITLES[1], "ongoing", "VN"],
        ],
        [{"title": TITLES[0], "outcome": "1"}, {"title": TITLES[1], "outcome": None}],
        at("ALM401", "A9"),
    )
    below = [
        [1, "Hội thảo", "Việt Nam", "Hoàn thành"],
        [2, "Tập huấn", "Việt Nam", "Đang thực hiện"],
    ]
    yield _book(
        "309-unknown-headings-below",
        "a second table follows with headings that are not known",
        [*LINES, list(HEADINGS), *plain(1), [], UNKNOWN[0], *below],
        [{"title": TITLES[0]}, {"title": "Hội thảo"}, {"title": "Tập huấn"}],
        [*at("ALM133", "A8"), *at("ALM305", "A9")],
        fates={"Report!B8": "ignored", "Report!B9": "read"},
    )


def _totals() -> Iterator[Book]:
    rows = [*plain(2), [3, TITLES[2], "VN", "completed"]]
    yield _book(
        "310-totals-of-states-right",
        "the row of totals counts activities, and the completed ones",
        [*LINES, list(HEADINGS), *rows, ["TOTAL", "3 activities", None, "1 completed"]],
        [*read(2, **ONGOING), {"title": TITLES[2], "status": "completed"}],
        fates={"Report!B9": "ignored", "Report!D9": "ignored"},
    )
    yield _book(
        "311-totals-of-states-wrong",
        "the row of totals counts one too many, and two completed where one is",
        [*LINES, list(HEADINGS), *rows, ["Total", 4, None, "Completed: 2"]],
        [*read(2, **ONGOING), {"title": TITLES[2], "status": "completed"}],
        [*at("ALM304", "B9"), *at("ALM131", "D9")],
    )
    costs: Rows = [
        [*HEADINGS, "Budget"],
        [*plain(1)[0], 100],
        [*plain(2)[1], 200],
        ["Total", None, None, None, 300],
        ["Tổng", None, 2, None, 300],
        ["Jumlah", "2 kegiatan", None, None, 300],
    ]
    yield _book(
        "312-totals-of-a-budget",
        "rows of totals add up the budget, which counts no activities",
        [*LINES, *costs],
        read(2, **ONGOING),
    )


def _wide() -> Iterator[Book]:
    grouped: Rows = [
        ["Negara: Indonesia"],
        *LINES[1:3],
        ["No", "Kegiatan", "Penanggung jawab", None, "Status"],
        [None, None, "Negara", "Mitra"],
        [1, "Lokakarya", "Indonesia dan Malaysia", "ILO", "Selesai"],
    ]
    yield _book(
        "313-name-of-the-group-first",
        "the name of a group of columns is the second half of their headings",
        grouped,
        [{"title": "Lokakarya", "leads": ["ID", "MY"], "partners": ["ILO"]}],
        merges=("C4:D4", "A4:A5", "B4:B5", "E4:E5"),
        about={**ABOUT, "country": "ID", "language": "id"},
    )
    two_days: Rows = [
        ["No.", "Activity", "Lead", "Status 2023", "Status 2024"],
        [1, TITLES[0], "VN", "planned", "ongoing"],
        [2, TITLES[1], "VN", None, "completed"],
    ]
    yield _book(
        "314-states-of-two-years",
        "two columns give the state of two years; the cover says the day of the last",
        [*LINES, *two_days],
        [
            {
                "title": TITLES[0],
                "reports": [["2023", "planned"], ["2024-06-30", "ongoing"]],
                "extras": {},
            },
            {"title": TITLES[1], "reports": [["2024-06-30", "completed"]]},
        ],
        at("ALM134", "D5"),
    )
    under: Rows = [
        ["STT", "Hoạt động", "Chủ trì", "Tình hình thực hiện"],
        [None, None, None, "Đến 2023", "Đến 6/2024"],
        [1, "Hội thảo", "Việt Nam", "Dự kiến", "Hoàn thành"],
    ]
    yield _book(
        "315-states-of-two-days-under-one-heading",
        "a heading over two columns says that both are states, of two days",
        [*LINES[:2], *under],
        [
            {
                "title": "Hội thảo",
                "reports": [["2023", "planned"], ["2024-06", "completed"]],
            }
        ],
        [*at("ALM134", "D4"), *at("ALM233", "E4")],
        merges=("D3:E3", "A3:A4", "B3:B4", "C3:C4"),
        about={**ABOUT, "as_of": None},
    )
