"""Workbooks whose difficulty is what rows say together, or against the programme."""

from collections.abc import Iterator

from tests.corpus.bookmaking import Book, Formula, Sheet
from tests.corpus.reports import (
    ABOUT,
    HEADINGS,
    LINES,
    TITLES,
    at,
    column,
    plain,
    read,
    table,
)


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield from _rows()
    yield from _totals()
    yield from _programme()


def _rows() -> Iterator[Book]:
    yield table(
        "120-number-twice",
        "two activities have one number; the second keeps its row and loses the number",
        [
            ["VN-002", TITLES[0], "VN", "ongoing"],
            ["VN-002", TITLES[1], "LA", "planned"],
        ],
        [
            {"number": "VN-002", "title": TITLES[0], "leads": ["VN"]},
            {"number": "", "title": TITLES[1], "leads": ["LA"], "status": "planned"},
        ],
        at("ALM301", "A7"),
        fates={"Report!A7": "refused", "Report!C7": "read"},
    )
    yield table(
        "121-number-with-a-space",
        "VN-004 has a space behind it and is the same number without",
        [
            ["VN-004 ", TITLES[0], "VN", "ongoing"],
            ["VN-005", TITLES[1], "VN", "ongoing"],
        ],
        [{"number": "VN-004"}, {"number": "VN-005"}],
        [],
    )
    yield table(
        "122-title-twice",
        "two rows have one title, but for capitals",
        [[1, "Job fairs", "VN", "ongoing"], [2, "JOB FAIRS", "VN", "ongoing"]],
        [{"title": "Job fairs"}, {"title": "JOB FAIRS"}],
        at("ALM302", "B7"),
    )
    yield Book(
        "321-title-merged-over-rows",
        "one title is merged over two rows with a lead each",
        [
            Sheet(
                [
                    *LINES,
                    list(HEADINGS),
                    [1, "Job fairs", "VN", "ongoing"],
                    [None, None, "TH", "planned"],
                ],
                merges=["A6:A7", "B6:B7"],
            )
        ],
        [
            {"title": "Job fairs", "leads": ["VN"]},
            {"title": "Job fairs", "leads": ["TH"]},
        ],
        at("ALM323", "B6"),
        ABOUT,
    )
    yield table(
        "123-one-activity-under-two-titles",
        "two titles differ by a small word and an ending",
        [
            [1, "Training of labour inspectors", "VN", "ongoing"],
            [2, "Job fairs", "VN", "ongoing"],
            [3, "Training for labour inspector", "VN", "ongoing"],
        ],
        [{"number": "1"}, {"number": "2"}, {"number": "3"}],
        at("ALM320", "B8"),
    )
    yield Book(
        "124-completed-with-40-percent",
        "the state is completed, and 40 % is done",
        [
            Sheet(
                [
                    *LINES,
                    [*HEADINGS, "Progress (%)"],
                    [1, TITLES[0], "VN", "completed", "40%"],
                ]
            )
        ],
        [{"status": "completed", "percent": "2/5"}],
        at("ALM303", "E6"),
        ABOUT,
    )
    yield table(
        "126-title-alone",
        "a row has a title and nothing else",
        [*plain(1), [None, TITLES[1]]],
        [{"title": TITLES[0]}, {"title": TITLES[1], "status": "blank"}],
        at("ALM306", "B7"),
    )
    yield table(
        "127-no-title",
        "a row has no title and is kept out",
        [*plain(1), [2, None, "VN", "ongoing"]],
        [{"title": TITLES[0]}],
        at("ALM211", "A7"),
        fates={"Report!A7": "refused", "Report!D7": "refused"},
    )
    yield Book(
        "128-state-in-time-frame",
        "there is no column of states, but the time frame holds one",
        [
            Sheet(
                [
                    *LINES,
                    ["Activity", "Lead", "Time frame"],
                    [TITLES[0], "VN", "2021- 2022 (completed)"],
                ]
            )
        ],
        [{"status": "completed", "start": "2021", "end": "2022"}],
        [("ALM210", "Report", "C6"), ("ALM105", "Report", "A5:C5")],
        ABOUT,
    )
    yield column(
        "129-states-differ",
        "the time frame says completed, the column of states says ongoing",
        "Time frame",
        [("2021-2022 (completed)", {"status": "ongoing", "start": "2021"})],
        at("ALM307", "E6"),
    )


def _totals() -> Iterator[Book]:
    yield table(
        "130-total-right",
        "the last row counts the activities above it and is none itself",
        [*plain(3), ["Total", 3]],
        read(3, status="ongoing"),
        [],
        fates={"Report!A9": "ignored"},
    )
    yield table(
        "131-total-wrong",
        "the last row claims five activities where three stand",
        [*plain(3), ["Total activities: 5"]],
        read(3, status="ongoing"),
        at("ALM304", "A9"),
    )
    yield table(
        "132-total-in-vietnamese",
        "the row of totals is a formula behind a Vietnamese word",
        [*plain(2), [None, "Tổng cộng", Formula("=COUNTA(B6:B7)", 2)]],
        read(2, status="ongoing"),
        [],
        fates={"Report!B8": "ignored", "Report!C8": "ignored"},
    )


def _programme() -> Iterator[Book]:
    yield column(
        "140-unknown-outcome",
        "OC99 and a seventh outcome are none of the programme's; its own are named",
        "Outcome",
        [
            ("OC99", {"outcome": None}),
            ("7. Happiness", {"outcome": None}),
            ("Productve Employmnt", {"outcome": None}),
        ],
        at("ALM401", "E6", "E7", "E8"),
        more={
            "fates": {"Report!E6": "refused", "Report!E8": "refused"},
            "nearest": {"Report!E8": "Productive Employment"},
        },
    )
    yield column(
        "141-outcome-in-small-letters",
        "outcomes are given by number, in small letters, and by title",
        "Outcome",
        [
            ("Outcome 2", {"outcome": "2"}),
            ("outcome 2", {"outcome": "2"}),
            (2, {"outcome": "2"}),
            ("Productive employment", {"outcome": "2"}),
            ("Việc làm có hiệu suất", {"outcome": "2"}),
        ],
    )
    about = {**ABOUT, "framework": "OSHNET-WP-2021-2025"}
    lines = [LINES[0], ["Plan: ASEAN-OSHNET Work Plan 2021-2025"], *LINES[2:]]
    words = ("Magic", "2", "OSH Standard and Best Practice")
    areas = [[*row, area] for row, area in zip(plain(3), words, strict=True)]
    yield Book(
        "142-unknown-area",
        "a priority area is none of the plan's, all of which are public",
        [Sheet([*lines, [*HEADINGS, "Priority area"], *areas])],
        [{"area": None}, {"area": "2"}, {"area": None}],
        at("ALM402", "E6", "E8"),
        about,
        {"nearest": {"Report!E8": "OSH Standards and Best Practices"}},
    )
    yield column(
        "143-area-not-public",
        "a priority area is not among those that are public; its words are kept",
        "Priority area",
        [("Labour inspection", {"area": None})],
        at("ALM403", "E6"),
    )
    working_group = [LINES[0], ["Plan: SLOM-WG Work Plan 2021-2025"], *LINES[2:]]
    yield Book(
        "144-no-outcomes-public",
        "an outcome is given for a plan whose outcomes are not public",
        [Sheet([*working_group, [*HEADINGS, "Outcome"], [*plain(1)[0], "1"]])],
        [{"outcome": None}],
        at("ALM404", "E6"),
        {**ABOUT, "framework": "SLOM-WG-WP-2021-2025"},
    )
    yield column(
        "145-outside-the-period",
        "one activity was over before the programme began, another begins after it",
        "Time frame",
        [
            ("2019", {"start": "2019"}),
            ("2021-2027", {"start": "2021", "end": "2027"}),
            ("2027", {"start": "2027"}),
        ],
        at("ALM405", "E6", "E8"),
    )
    early = [
        [1, TITLES[0], "TL", "completed", "2023"],
        [2, TITLES[1], "TL", "ongoing", "2025"],
    ]
    yield Book(
        "146-lead-not-yet-a-member",
        "Timor-Leste leads an activity that was over before it joined in 2025",
        [Sheet([*LINES, [*HEADINGS, "Time frame"], *early])],
        [{"leads": ["TL"], "start": "2023"}, {"leads": ["TL"], "start": "2025"}],
        at("ALM406", "C6"),
        ABOUT,
    )
    observer = [["Country: Timor-Leste"], *LINES[1:]]
    yield Book(
        "147-sender-not-yet-a-member",
        "Timor-Leste reports as of a day before it joined",
        [Sheet([*observer, list(HEADINGS), [1, TITLES[0], "TL", "ongoing"]])],
        [{"leads": ["TL"]}],
        [("ALM407", None, None)],
        {**ABOUT, "country": "TL"},
    )
