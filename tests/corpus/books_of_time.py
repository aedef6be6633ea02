"""Workbooks whose difficulty is a date or a time frame."""

from collections.abc import Iterator
from datetime import date

from tests.corpus.bookmaking import Book, Shown
from tests.corpus.reports import at, column


def when(start: str | None, end: str | None = None) -> dict[str, str | None]:
    """Return the truth about a time frame; one moment has one name."""
    return {"start": start, "end": end or start}


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield from _of_excel()
    yield from _of_days()
    yield from _of_stretches()


def _of_excel() -> Iterator[Book]:
    cells = [
        (date(2024, 6, 30), when("2024-06-30")),
        (Shown(45473, "yyyy-mm-dd"), when("2024-06-30")),
        (Shown(45444, "mmm-yy"), when("2024-06")),
        (Shown(45292.5, "dd/mm/yyyy hh:mm"), when("2024-01-01")),
        (Shown(45473, "[$-41E]d mmmm yyyy"), when("2024-06-30")),
        ("2024-06-30 00:00:00", when("2024-06-30")),
        (2024, when("2024")),
    ]
    yield column(
        "60-excel-dates",
        "dates are Excel's own, shown as days and as a month, beside a bare year",
        "Time frame",
        cells,
    )
    yield column(
        "61-excel-dates-1904",
        "the workbook counts its days from 1904, as old Macs did",
        "Time frame",
        [
            (date(2024, 6, 30), when("2024-06-30")),
            (Shown(44011, "yyyy-mm-dd"), when("2024-06-30")),
        ],
        dates_1904=True,
    )
    yield column(
        "62-first-days-of-1900",
        "Excel's calendar has a 29 February 1900 that never was",
        "As of",
        [
            (Shown(60, "yyyy-mm-dd"), {"as_of": None}),
            (Shown(45292, "yyyy-mm-dd"), {"as_of": "2024-01-01"}),
        ],
        at("ALM204", "E6"),
    )
    yield column(
        "63-serial-without-format",
        "45473 stands under time frame without the look of a date: it is no date",
        "Time frame",
        [(45473, {**when(None), "timeframe": "45473"}), ("2024", when("2024"))],
        at("ALM209", "E6"),
    )


def _of_days() -> Iterator[Book]:
    yield column(
        "64-iso-dates",
        "dates are written as year-month-day",
        "As of",
        [("2024-06-30", {"as_of": "2024-06-30"}), ("2024-06", {"as_of": "2024-06"})],
    )
    yield column(
        "65-day-first-by-evidence",
        "06/07/2024 is the sixth of July, as another date of the column begins with 30",
        "As of",
        [
            ("06/07/2024", {"as_of": "2024-07-06"}),
            ("30/06/2024", {"as_of": "2024-06-30"}),
        ],
        at("ALM219", "E6"),
    )
    yield column(
        "66-day-or-month-first",
        "06/07/2024 stands alone: nothing tells whether that is June or July",
        "As of",
        [("06/07/2024", {"as_of": None})],
        at("ALM205", "E6"),
        more={
            "fates": {"Report!E6": "refused"},
            "suggestions": {"Report!E6": ["2024-07-06", "2024-06-07"]},
        },
    )
    yield column(
        "67-two-digit-year",
        "1/2/24 can be three different days and more",
        "As of",
        [("1/2/24", {"as_of": None})],
        at("ALM205", "E6"),
        more={"fates": {"Report!E6": "refused"}},
    )
    yield column(
        "68-no-date-at-all",
        "a date is said in words that name no day",
        "As of",
        [("some day", {"as_of": None}), ("31/02/2024", {"as_of": None})],
        at("ALM204", "E6", "E7"),
    )
    yield column(
        "69-month-of-a-year",
        "06/2024 is a month, not a day of it",
        "Time frame",
        [
            ("06/2024", when("2024-06")),
            ("6-2024", when("2024-06")),
            ("June 2024", when("2024-06")),
            ("tháng 6/2024", when("2024-06")),
            ("Juni 2024", when("2024-06")),
        ],
    )


def _of_stretches() -> Iterator[Book]:
    yield column(
        "70-quarters",
        "quarters are written in four ways",
        "Time frame",
        [
            ("Q3/2024", when("2024-Q3")),
            ("quý III/2024", when("2024-Q3")),
            ("3rd quarter of 2024", when("2024-Q3")),
            ("Q1 - Q3/2024", when("2024-Q1", "2024-Q3")),
        ],
    )
    yield column(
        "71-semesters",
        "half years are called semesters or halves",
        "Time frame",
        [
            ("semester 1 2024", when("2024-H1")),
            ("H2/2024", when("2024-H2")),
            ("second half of 2024", when("2024-H2")),
        ],
    )
    yield column(
        "72-end-of-the-year",
        "an uncertain part of a year says no more than the year",
        "Time frame",
        [
            ("end of 2025", when("2025")),
            ("cuối năm 2025", when("2025")),
            ("mid-2024", when("2024")),
        ],
        at("ALM253", "E6", "E7", "E8"),
    )
    yield column(
        "73-by-a-year",
        "by 2025 and before 2025 name the end only; when it begins is not known",
        "Time frame",
        [
            ("By 2025", {"start": None, "end": "2025"}),
            ("trước năm 2025", {"start": None, "end": "2024"}),
        ],
        at("ALM234", "E7"),
    )
    yield column(
        "74-years-with-a-status",
        "spans of years have stray spaces, and a state in brackets behind them",
        "Time frame",
        [
            ("2021 -2025 (ongoing)", {**when("2021", "2025"), "status": "ongoing"}),
            (
                "2022  –  2023 (completed)",
                {**when("2022", "2023"), "status": "ongoing"},
            ),
            ("2021-22", when("2021", "2022")),
            ("2021-12", when("2021-12")),
        ],
        at("ALM307", "E7"),
    )
    yield column(
        "75-annually",
        "how often an activity comes back is no state and no date",
        "Time frame",
        [
            ("ANNUALLY", {"recurrence": "annual", **when(None)}),
            ("hằng năm", {"recurrence": "annual", **when(None)}),
            ("every two years", {"recurrence": "biennial", **when(None)}),
        ],
    )
    yield column(
        "76-buddhist-years",
        "years are counted in the Buddhist era; each is read with a note",
        "Time frame",
        [
            ("2567", when("2024")),
            ("พ.ศ. 2567", when("2024")),
            ("30/06/2567", when("2024-06-30")),
            ("2566-2567", when("2023", "2024")),
        ],
        at("ALM225", "E6", "E7", "E8", "E9"),
    )
    yield column(
        "77-fiscal-years",
        "fiscal years differ from country to country and are kept in words",
        "Time frame",
        [
            ("FY2024", {**when(None), "timeframe": "FY2024"}),
            ("FY 2024-25", {**when(None), "timeframe": "FY 2024-25"}),
        ],
        at("ALM226", "E6", "E7"),
    )
    yield column(
        "78-months-of-a-year",
        "May to July are no day of July",
        "Time frame",
        [
            ("tháng 5 - tháng 7/2024", when("2024-05", "2024-07")),
            ("May - July 2024", when("2024-05", "2024-07")),
            ("5-7/2024", when("2024-05", "2024-07")),
        ],
        at("ALM251", "E8"),
    )
    yield column(
        "79-time-in-words",
        "a time frame is a condition, of which no date can be understood",
        "Time frame",
        [("when funds allow", {**when(None), "timeframe": "when funds allow"})],
        at("ALM209", "E6"),
    )
