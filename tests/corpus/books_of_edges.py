"""Workbooks whose difficulty is a value at the edge of what Excel can hold."""

from collections.abc import Callable, Iterator
from functools import reduce

from tests.corpus.bookmaking import Book, Parts, Sheet, Shown
from tests.corpus.books_of_time import when
from tests.corpus.rawparts import replaced
from tests.corpus.reports import ABOUT, LINES, at, column

_MARKS = ("900000001", "900000002", "900000003")
"""Numbers that stand for what no library for Excel writes."""


def _storing(*digits: str) -> Callable[[Parts], Parts]:
    """Return an edit that stores *digits* in the places of the marks."""
    edits = [
        replaced(f"<v>{mark}</v>", f"<v>{stored}</v>")
        for mark, stored in zip(_MARKS, digits, strict=False)
    ]
    return lambda parts: reduce(lambda made, edit: edit(made), edits, parts)


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    day = "dd/mm/yyyy"
    yield column(
        "500-days-of-1900",
        "the first and the last days of Excel's calendar are no days of a report",
        "As of",
        [
            (Shown(0, day), {"as_of": None}),
            (Shown(1, day), {"as_of": None}),
            (Shown(59, day), {"as_of": None}),
            (Shown(61, day), {"as_of": None}),
            (Shown(2958465, day), {"as_of": None}),
            (Shown(2958466, day), {"as_of": None}),
            (Shown(45473.75, day), {"as_of": "2024-06-30"}),
        ],
        [*at("ALM160", "E7", "E8", "E9", "E10"), *at("ALM204", "E6", "E11")],
    )
    yield column(
        "501-year-shown-as-a-day",
        "2024 was typed into a cell that shows it as the 2024th day, in 1905",
        "As of",
        [
            (Shown(2024, day), {"as_of": None}),
            (Shown(2024, "yyyy"), {"as_of": None}),
            (2024, {"as_of": "2024"}),
        ],
        at("ALM161", "E6", "E7"),
        more={
            "fates": {"Report!E6": "refused"},
            "suggestions": {"Report!E6": ["2024"]},
        },
    )
    yield column(
        "502-times-of-day",
        "times are written as they are shown, also past 24 hours, and are no days",
        "Time frame",
        [
            (Shown(0.5, "h:mm"), {**when(None), "timeframe": "12:00"}),
            (Shown(1.5, "[h]:mm"), {**when(None), "timeframe": "36:00"}),
            (Shown(2024, "h:mm"), {**when(None), "timeframe": "00:00"}),
            ("12:30:24", {**when(None), "timeframe": "12:30:24"}),
            (Shown(45473.5, f"{day} hh:mm"), when("2024-06-30")),
        ],
        at("ALM209", "E6", "E7", "E8", "E9"),
    )
    yield column(
        "503-errors-as-texts",
        "errors came as texts, as CSV and pasting leave them; none is an answer",
        "Progress (%)",
        [
            ("#N/A", {"percent": "blank"}),
            ("#SPILL!", {"percent": "blank"}),
            ("########", {"percent": "blank"}),
            ("n/a", {"percent": "not applicable"}),
        ],
        at("ALM212", "E6", "E7", "E8"),
    )
    yield column(
        "504-long-codes",
        "another program stored codes with more digits than Excel keeps",
        "Place",
        [
            (int(_MARKS[0]), {"place": "1234567890123460"}),
            (int(_MARKS[1]), {"place": "999999999999999"}),
            (int(_MARKS[2]), {"place": "0.3"}),
        ],
        at("ALM163", "E6"),
        edit=_storing("1234567890123456", "999999999999999", "0.30000000000000004"),
    )
    headings = ["No.", "Indicator", "Unit", "Reading", "Reading date"]
    readings = [1e15, 1e300, 1e-300, Shown(0.5, "h:mm")]
    rows = [
        [number, f"{name} counted", "persons", reading, "2024-06"]
        for number, (name, reading) in enumerate(
            zip(("Inspectors", "Miners", "Nurses", "Welders"), readings, strict=True), 1
        )
    ]
    yield Book(
        "505-numbers-without-end",
        "a number is longer than any figure, or is a time of day",
        [Sheet([*LINES, headings, *rows], name="Indicators")],
        [],
        [
            *at("ALM162", "D7", "D8", sheet="Indicators"),
            *at("ALM227", "D9", sheet="Indicators"),
        ],
        ABOUT,
        {
            "indicators": [
                {"readings": [["2024-06", str(10**15)]]},
                {"readings": []},
                {"readings": []},
                {"readings": []},
            ]
        },
    )
    full = "town " * 6_553 + "is"
    yield column(
        "506-unseen-letters",
        "letters that nobody sees, words turned round, and a cell that is full",
        "Place",
        [
            ("Ha \u202eNoi\u202c", {"place": "Ha Noi"}),
            ("Da\x7fNang", {"place": "Da\x7fNang"}),
            (full, {"place": full}),
        ],
        [*at("ALM170", "E6"), *at("ALM171", "E7"), *at("ALM172", "E8")],
    )
