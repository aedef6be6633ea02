"""Workbooks whose difficulty is a title, or how a cell looks and is made."""

from collections.abc import Iterator

from tests.corpus.bookmaking import Book, Formula, Rich, Sheet, Shown
from tests.corpus.reports import ABOUT, HEADINGS, LINES, TITLES, at, column


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    parts = "Workshop series\n- Training for trainers\n• Study tour"
    yield Book(
        "105-sub-bullets",
        "a title cell lists parts of the activity below its title",
        [Sheet([*LINES, list(HEADINGS), [1, parts, "VN", "ongoing"]])],
        [
            {
                "title": "Workshop series",
                "parts": ["Training for trainers", "Study tour"],
            }
        ],
        at("ALM231", "B6"),
        about=ABOUT,
    )
    bracketed = "Survey of wages (SLOM-WG Work Plan 2021-2025)"
    yield Book(
        "106-plan-in-title",
        "a title ends with the plan to which the activity belongs",
        [Sheet([*LINES, list(HEADINGS), [1, bracketed, "VN", "ongoing"]])],
        [{"title": "Survey of wages", "plans": ["SLOM-WG-WP-2021-2025"]}],
        at("ALM221", "B6"),
        about=ABOUT,
    )
    yield column(
        "107-unknown-plan",
        "a plan is named that nobody knows; its words are kept",
        "Plan reference",
        [("Five Year Plan", {})],
        at("ALM218", "E6"),
    )
    yield column(
        "397-unknown-part-of-plan",
        "a part is named that the plan is not known to have; the plan is read",
        "Plan reference",
        [
            (
                "ATC Work Plan 2021-2030: Pillar 9",
                {"plans": ["ATC-WP-2021-2030"]},
            )
        ],
        at("ALM550", "E6"),
    )
    rich = Rich([("bold", "Survey"), ("", " of "), ("bold", "wages")])
    yield Book(
        "108-rich-text",
        "a title is made of pieces in several looks",
        [Sheet([*LINES, list(HEADINGS), [1, rich, "VN", "ongoing"]])],
        [{"title": "Survey of wages"}],
        about=ABOUT,
    )
    spaced = "Survey\u00a0of\u200b wages\u00a0"
    blanks = [1, spaced, "Viet\u00a0Nam", "\u200bongoing\u00a0"]
    yield Book(
        "109-blanks-that-are-not-seen",
        "non-breaking and zero-width spaces stand in a title, a country and a state",
        [Sheet([*LINES, list(HEADINGS), blanks])],
        [{"title": "Survey of wages", "leads": ["VN"], "status": "ongoing"}],
        about=ABOUT,
    )
    merged = [
        [1, TITLES[0], "Viet Nam", "ongoing"],
        [2, TITLES[1], None, "ongoing"],
        [3, TITLES[2], None, None],
    ]
    yield Book(
        "110-merged-data",
        "a lead is merged down over three rows and a state over two",
        [Sheet([*LINES, list(HEADINGS), *merged], merges=["C6:C8", "D7:D8"])],
        [
            {"title": title, "leads": ["VN"], "status": "ongoing"}
            for title in TITLES[:3]
        ],
        about=ABOUT,
    )
    struck = [
        [
            1,
            Shown(TITLES[0], struck=True),
            Shown("VN", struck=True),
            Shown("ongoing", struck=True),
        ],
        [2, TITLES[1], Shown("VN", struck=True), "ongoing"],
        [
            3,
            Rich([("", "Course in "), ("struck", "old "), ("", "mediation")]),
            "VN",
            "ongoing",
        ],
    ]
    yield Book(
        "111-struck-through",
        "a whole row, a cell and part of a cell are struck through",
        [Sheet([*LINES, list(HEADINGS), *struck])],
        [
            {"title": TITLES[0]},
            {"title": TITLES[1]},
            {"title": "Course in old mediation"},
        ],
        [*at("ALM214", "B6"), *at("ALM224", "C7"), *at("ALM222", "B8")],
        about=ABOUT,
    )
    yield column(
        "112-errors-of-excel",
        "a cell shows an error, another one stands in the place of the title",
        "Place",
        [(Formula("=A1", "#REF!"), {"place": ""}), ("Ha Noi", {"place": "Ha Noi"})],
        at("ALM212", "E6"),
        more={"fates": {"Report!E6": "refused"}},
    )
    yield column(
        "113-formulas",
        "a formula was saved with its result, which is read",
        "Place",
        [(Formula('="Ha "&"Noi"', "Ha Noi"), {"place": "Ha Noi"})],
    )
