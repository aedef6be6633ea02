"""Workbooks whose difficulty is a word that could be lost or could mislead."""

from collections.abc import Iterator
from typing import Any

from tests.corpus.bookmaking import Book, Found, Sheet
from tests.corpus.books_of_time import when
from tests.corpus.reports import ABOUT, HEADINGS, LINES, TITLES, at, column, read


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield from _of_days()
    yield from _of_times()
    yield from _of_parties()
    yield from _of_rows()
    yield from _of_headings()


def _of_days() -> Iterator[Book]:
    rows = [[1, TITLES[0], "VN", "planned"]]
    above = [*LINES[:2], ["As of: 30/06/2042"], []]
    yield Book(
        "340-mistyped-year-on-the-cover",
        "the year of the report is mistyped, and would outdo all reports to come",
        [Sheet([*above, list(HEADINGS), *rows])],
        read(1, status="planned", as_of="2042-06-30"),
        at("ALM235", "A3"),
        {**ABOUT, "as_of": "2042-06-30"},
    )
    yield column(
        "341-mistyped-years-in-rows",
        "two rows have days long after and long before the programme, three have not",
        "As of",
        [
            ("2042-06-30", {"as_of": "2042-06-30"}),
            ("2019-06-30", {"as_of": "2019-06-30"}),
            ("2020-12-31", {"as_of": "2020-12-31"}),
            ("2027-01-31", {"as_of": "2027-01-31"}),
            ("hết quý II/2024", {"as_of": "2024-Q2"}),
        ],
        at("ALM235", "E6", "E7"),
    )
    yield column(
        "342-years-of-two-digits",
        "a month with two digits is of a year of the programme, or it is asked",
        "As of",
        [
            ("Jun-24", {"as_of": "2024-06"}),
            ("30-Jun-24", {"as_of": "2024-06-30"}),
            ("Jun-12", {"as_of": None}),
        ],
        [*at("ALM237", "E6", "E7"), *at("ALM204", "E8")],
        more={"fates": {"Report!E8": "refused"}},
    )


def _of_times() -> Iterator[Book]:
    yield column(
        "343-single-years",
        "single years and quarters are no span without a word; ranges are",
        "Time frame",
        [
            ("2021, 2023, 2025", when("2021", "2025")),
            ("Q1 & Q3 2024", when("2024-Q1", "2024-Q3")),
            ("2021 2023", when("2021", "2023")),
            ("2021 & 2022", when("2021", "2022")),
            ("between 2021 and 2023", when("2021", "2023")),
            ("2021-2023", when("2021", "2023")),
        ],
        at("ALM236", "E6", "E7", "E8"),
    )
    yield column(
        "344-words-around-years",
        "words for a period, for a state that was reached, and for a quarter",
        "Time frame",
        [
            ("giai đoạn 2021-2025", when("2021", "2025")),
            ("Suku kedua 2025", when("2025-Q2")),
            ("quý hai năm 2024", when("2024-Q2")),
            ("Jun-24 - Aug-24", when("2024-06", "2024-08")),
        ],
        at("ALM237", "E9"),
    )
    rows: list[list[Any]] = [[1, TITLES[0], "VN", None, "2021-2025 (completed 2023)"]]
    yield Book(
        "345-completed-before-its-end",
        "a time frame says in brackets in which year the activity was completed",
        [Sheet([*LINES, [*HEADINGS, "Time frame"], *rows])],
        read(1, status="completed", start="2021", end="2025"),
        at("ALM210", "E6"),
        ABOUT,
    )
    yield from _of_two_readings()


def _of_two_readings() -> Iterator[Book]:
    yield column(
        "392-times-with-two-meanings",
        "a time frame can be months or years, months or a day, or a fiscal year",
        "Time frame",
        [
            ("2021-5", when("2021-05")),
            ("10-12/2024", when("2024-10", "2024-12")),
            ("2024/25", when("2024", "2025")),
            ("early 2024", when("2024")),
            ("2024 2025", when("2024", "2025")),
            ("2024-2025", when("2024", "2025")),
        ],
        [
            *at("ALM251", "E6", "E7"),
            *at("ALM252", "E8"),
            *at("ALM253", "E9"),
            *at("ALM236", "E10"),
        ],
    )
    yield column(
        "393-two-orders-of-day-and-month",
        "two dates of a column can only be read in different orders",
        "Time frame",
        [
            ("02/13/2024", when("2024-02-13")),
            ("13/02/2024", when("2024-02-13")),
            ("2024-02-14", when("2024-02-14")),
        ],
        at("ALM254", "E7"),
    )


def _led(*leads: str) -> list[list[Any]]:
    return [[n, TITLES[n - 1], lead, "ongoing"] for n, lead in enumerate(leads, 1)]


def _of_parties() -> Iterator[Book]:
    leads = {
        "Indonesia and ILO": ["ID", "ILO"],
        "VN KH": ["VN", "KH"],
        "All AMS (led by Thailand)": ["TH"],
        "Chair of SLOM (Lao PDR)": ["LA"],
        "AMS except Myanmar": ["AMS except Myanmar"],
        "ASEAN Secretariat": ["ASEAN Secretariat"],
    }
    elsewhere = ("LA (USA)", "Viet Nam (with Laos)", "Mỹ", "My")
    yield Book(
        "394-names-of-other-places",
        "names of other places look like codes of member states",
        [Sheet([*LINES, list(HEADINGS), *_led(*elsewhere, "MY")])],
        [*({"leads": [name]} for name in elsewhere), {"leads": ["MY"]}],
        at("ALM203", "C6", "C7", "C8", "C9"),
        ABOUT,
    )
    yield Book(
        "346-countries-among-other-words",
        "countries stand among words that are no names; none is lost or made up",
        [Sheet([*LINES, list(HEADINGS), *_led(*leads)])],
        [{"leads": ids} for ids in leads.values()],
        [*at("ALM203", "C6", "C10", "C11"), *at("ALM408", "C8", "C9")],
        ABOUT,
    )
    yield column(
        "347-partners-joined-by-and",
        "two partners are joined by a word, and one name holds such a word",
        "Partners",
        [
            ("GIZ và ILO", {"partners": ["GIZ", "ILO"]}),
            ("Japan and Viet Nam", {"partners": ["Japan", "VN"]}),
            ("Education and Training", {"partners": ["Education and Training"]}),
        ],
    )
    yield column(
        "348-lead-and-co-lead",
        "one country leads and co-leads the same activity",
        "Co-lead",
        [("Viet Nam", {"leads": ["VN"], "co_leads": ["VN"]})],
        at("ALM239", "E6"),
    )


def _of_rows() -> Iterator[Book]:
    rows = [
        [1, TITLES[0], "VN", "ongoing", "100%"],
        [2, TITLES[1], "VN", "planned", "100%"],
        [3, TITLES[2], "VN", "completed", "1%"],
        [4, TITLES[3], "VN", "ongoing", "99%"],
    ]
    findings: list[Found] = [*at("ALM238", "E6", "E7"), *at("ALM303", "E8")]
    yield Book(
        "349-done-but-not-completed",
        "what is done as a whole is said to go on, or not to have begun",
        [Sheet([*LINES, [*HEADINGS, "Progress (%)"], *rows])],
        [{"percent": share} for share in ("1", "1", "1/100", "99/100")],
        findings,
        ABOUT,
    )
    yield column(
        "350-outcome-in-roman-numerals",
        "outcomes are numbered III and iv where the framework has 3 and 4",
        "Outcome",
        [
            ("III", {"outcome": "3"}),
            ("Outcome iv", {"outcome": "4"}),
            ("IX", {"outcome": None}),
        ],
        at("ALM401", "E8"),
        more={"fates": {"Report!E8": "refused"}},
    )


def _of_headings() -> Iterator[Book]:
    headings = ["S/N", "Activity", "Lead AMS", "Current status", "% of completion"]
    rows = [[1, TITLES[0], "VN", "ongoing", "50%"]]
    yield Book(
        "351-common-headings",
        "all headings are other words than those of the templates",
        [Sheet([*LINES, headings, *rows])],
        read(1, leads=["VN"], status="ongoing", percent="1/2"),
        [],
        ABOUT,
    )
    yield column(
        "352-time-and-place-in-one-column",
        "one column has both the time and the place; it is kept and named",
        "Thời gian, địa điểm",
        [("6/2024, Hà Nội", {"extras": {"Thời gian, địa điểm": "6/2024, Hà Nội"}})],
        at("ALM409", "E5"),
    )
