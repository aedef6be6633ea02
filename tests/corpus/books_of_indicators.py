"""Workbooks whose difficulty is a number of an indicator, or its rows together."""

from collections.abc import Iterator, Sequence
from typing import Any

from tests.corpus.bookmaking import Book, Found, Sheet, Shown, Truth
from tests.corpus.reports import ABOUT, HEADINGS, LINES, at, plain

_HEADINGS = (
    *("No.", "Indicator", "Unit", "Baseline", "Baseline date"),
    *("Target", "Target year", "Reading", "Reading date"),
)
"""Columns A to I; the first indicator stands in row 6."""
_SHEET = "Indicators"
_NAMES = ("Labour inspectors", "Jobseekers placed", "Firms inspected", "Courses held")


def _row(number: int, **changed: Any) -> list[Any]:
    """Return a row without fault, but for what is *changed*, by column letter."""
    cells = [
        number,
        _NAMES[number - 1],
        "workers",
        100,
        2020,
        200,
        2025,
        150,
        "2024-06",
    ]
    for letter, value in changed.items():
        cells[ord(letter) - ord("A")] = value
    return cells


def _book(
    name: str,
    difficulty: str,
    rows: Sequence[Sequence[Any]],
    indicators: Sequence[Truth],
    findings: Sequence[Found] = (),
    *headings: str,
    lines: Sequence[Sequence[Any]] = LINES,
    about: Truth = ABOUT,
    **more: Any,
) -> Book:
    sheet = Sheet([*lines, [*_HEADINGS, *headings], *rows], name=_SHEET)
    truth = {"indicators": list(indicators), **more}
    return Book(name, difficulty, [sheet], [], findings, about, truth)


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield from _numbers()
    yield from _in_percent()
    yield from _missing()
    yield from _together()


def _read(*values: str | None) -> list[Truth]:
    """Return the truth about the readings of several indicators."""
    return [
        {"name": name, "readings": [["2024-06", value]] if value else []}
        for name, value in zip(_NAMES, values, strict=False)
    ]


def _numbers() -> Iterator[Book]:
    yield _book(
        "240-indicators",
        "indicators with baseline, target and reading stand on a sheet of their own",
        [_row(1), _row(2, C="%", D=10.5, F=20, H=12.25)],
        [
            {
                "number": "1",
                "name": _NAMES[0],
                "unit": "workers",
                "baseline": ["2020", "100"],
                "targets": [[2025, "200"]],
                "readings": [["2024-06", "150"]],
            },
            {"baseline": ["2020", "21/2"], "readings": [["2024-06", "49/4"]]},
        ],
    )
    yield _book(
        "241-thousands-by-evidence",
        "one number of the column has both signs and tells what a dot means in it",
        [
            _row(1, H="1.250,5", F=9000),
            _row(2, H="1.250", F=9000),
            _row(3, H="2\u00a0500", F=9000),
            _row(4, H="3\u202f750,25", F=9000),
        ],
        _read("2501/2", "1250", "2500", "15001/4"),
        at("ALM229", "H7", sheet=_SHEET),
    )
    yield _book(
        "242-thousand-or-decimals",
        "1.250 alone is 1.25 or 1250 and is asked",
        [_row(1, H="1.250", F=9000)],
        _read(None),
        at("ALM228", "H6", sheet=_SHEET),
        suggestions={f"{_SHEET}!H6": ["1.25", "1250"]},
        fates={f"{_SHEET}!H6": "refused"},
    )
    yield _book(
        "243-number-in-words",
        "a number is said in words",
        [_row(1, H="quite a few")],
        _read(None),
        at("ALM227", "H6", sheet=_SHEET),
    )
    yield _book(
        "244-unit-behind-a-number",
        "a number is followed by what it counts",
        [_row(1, H="150 workers")],
        _read("150"),
        at("ALM230", "H6", sheet=_SHEET),
    )
    yield _book(
        "245-exact-numbers",
        "numbers are exact however Excel stores and shows them",
        [
            _row(1, C="points", D=0.1, H=0.1 + 0.2, F=1),
            _row(2, H=Shown(1234.5, "#,##0"), F=9000),
        ],
        [
            {"baseline": ["2020", "1/10"], "readings": [["2024-06", "3/10"]]},
            {"readings": [["2024-06", "2469/2"]]},
        ],
    )


def _in_percent() -> Iterator[Book]:
    yield _book(
        "390-hundredths-or-not",
        "bare shares of an indicator counted in percent",
        [_row(1, C="%", D=0.1, F=1, H=0.5), _row(2, C="%", D=0.6, F=5, H="75 %")],
        [
            {"targets": [], "readings": []},
            {"baseline": ["2020", "3/5"], "readings": [["2024-06", "75"]]},
        ],
        at("ALM207", "D6", "F6", "H6", sheet=_SHEET),
    )
    yield _book(
        "391-percent-of-persons",
        "a percentage in an indicator that counts persons",
        [_row(1, C="persons", H="75 %")],
        [{"readings": []}],
        at("ALM248", "H6", sheet=_SHEET),
    )


def _missing() -> Iterator[Book]:
    parts = ("Numerator", "Denominator")
    yield _book(
        "246-zero-denominator",
        "a share is given of nothing at all",
        [[*_row(1, C="%", D=10, F=20, H=15), 3, 0]],
        [{"readings": [["2024-06", "15"]]}],
        at("ALM240", "K6", sheet=_SHEET),
        *parts,
    )
    yield _book(
        "247-undated-reading",
        "neither the row nor the file says of when a reading is",
        [_row(1, I=None)],
        [{"readings": [], "targets": [[2025, "200"]]}],
        at("ALM241", "H5", sheet=_SHEET),
        lines=[*LINES[:2], []],
        about={**ABOUT, "as_of": None},
    )
    yield _book(
        "248-target-without-year",
        "a target does not say by when it is to be reached",
        [_row(1, G=None)],
        [{"targets": [], "readings": [["2024-06", "150"]]}],
        at("ALM242", "F6", sheet=_SHEET),
    )
    yield _book(
        "249-undated-baseline",
        "a baseline does not say of when it is",
        [_row(1, E=None)],
        [{"baseline": [None, "100"]}],
        at("ALM243", "D6", sheet=_SHEET),
    )
    yield _book(
        "250-parts-without-share",
        "two parts are given and no reading, and the unit is not %",
        [[*_row(1, H=None), 30, 60]],
        [{"readings": [["2024-06", "blank"]]}],
        at("ALM244", "J6", sheet=_SHEET),
        *parts,
    )


def _together() -> Iterator[Book]:
    yield _book(
        "255-target-equals-baseline",
        "the target is the baseline, so there is nothing to be reached",
        [_row(1, F=100)],
        [{"baseline": ["2020", "100"], "targets": [[2025, "100"]]}],
        at("ALM312", "F6", sheet=_SHEET),
    )
    yield _book(
        "256-target-behind-baseline",
        "an indicator that is to rise has a target below its baseline",
        [[*_row(1, F=50), "rising"]],
        [{"direction": "rising", "targets": [[2025, "50"]]}],
        at("ALM313", "F6", sheet=_SHEET),
        "Direction",
    )
    yield _book(
        "257-share-differs",
        "the reading says 40 % and its parts make 50 %",
        [[*_row(1, C="%", D=10, F=60, H=40), 30, 60]],
        [{"readings": [["2024-06", "40"]]}],
        at("ALM314", "H6", sheet=_SHEET),
        "Numerator",
        "Denominator",
    )
    yield _book(
        "258-number-of-two-indicators",
        "two indicators have one number",
        [_row(1), _row(2, A=1)],
        [{"number": "1", "name": _NAMES[0]}, {"number": "", "name": _NAMES[1]}],
        at("ALM310", "A7", sheet=_SHEET),
    )
    yield _book(
        "259-rows-contradict",
        "two rows of one indicator give two baselines",
        [_row(1), _row(1, D=120, H=160, I="2024-12")],
        [
            {
                "baseline": ["2020", "100"],
                "readings": [["2024-06", "150"], ["2024-12", "160"]],
            }
        ],
        at("ALM311", "D7", sheet=_SHEET),
    )
    measured = [[*_HEADINGS, "Activity no."], [*_row(1), "1"], [*_row(2), "99"]]
    activities = Sheet([*LINES, list(HEADINGS), *plain(1)])
    yield Book(
        "260-activity-not-there",
        "an indicator follows an activity that is not in the file",
        [activities, Sheet(measured, name=_SHEET)],
        [{"number": "1"}],
        at("ALM315", "J3", sheet=_SHEET),
        ABOUT,
        {"indicators": [{"follows": ["VN:1"]}, {"follows": ["VN:99"]}]},
    )
