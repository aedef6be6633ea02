"""Workbooks that describe a framework, each with one fault; and templates misused."""

from collections.abc import Iterator
from typing import Any

from tests.corpus.bookmaking import Book, Found, Sheet
from tests.corpus.reports import ABOUT, HEADINGS, PLAN, plain, read

Rows = list[list[Any]]

_FRAMEWORK: Rows = [
    ["Id", "Title", "First year", "Last year", "Status", "Basis", "Source"],
    ["SAMPLE-31", "Sample Programme 2031-2035", 2031, 2035, "draft", "inferred", None],
]
_LEVELS: Rows = [
    ["Level id", "Name of the level", "Role", "All there are", "How many", "Basis"],
    ["outcome", "Outcome", "outcome", "no", None, "inferred"],
    ["area", "Thematic area", "priority area", "no", None, "inferred"],
]
_NODES: Rows = [
    ["Id", "Level", "Number", "Title", "Belongs to", "Basis", "Source"],
    ["o1", "outcome", "1", "Skills for all", None, "inferred", None],
    ["a1", "area", "1.1", "Apprenticeships", "o1", "inferred", None],
]
_STATEMENTS: Rows = [
    ["About", "Statement", "Activities counted", "of them completed", "Basis"],
    ["activities", "Activities of the programme", 10, 4, "inferred"],
]


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield _described("180-framework", "a framework is described on four sheets", [])
    yield from _faulty_rows()
    yield from _faulty_links()
    yield from _templates()
    yield _like_headings()
    yield _negative_weight()
    yield _with_indicators()


def _described(
    name: str, difficulty: str, findings: list[Found], **sheets: Rows | None
) -> Book:
    """Return a description of a framework in which some sheets are other ones."""
    whole: dict[str, Rows | None] = {
        "Framework": _FRAMEWORK,
        "Levels": _LEVELS,
        "Nodes": _NODES,
        "Statements": _STATEMENTS,
        **sheets,
    }
    made = [Sheet(rows, name=sheet) for sheet, rows in whole.items() if rows]
    return Book(name, difficulty, made, [], findings)


def _with(rows: Rows, row: int, **values: Any) -> Rows:
    """Return *rows* with other values in one of them, by the letters of the columns."""
    changed = [list(cells) for cells in rows]
    for letter, value in values.items():
        changed[row - 1][ord(letter) - ord("A")] = value
    return changed


def _faulty_rows() -> Iterator[Book]:
    yield _described(
        "181-no-framework-row",
        "levels and nodes are given, but not of which framework",
        [("ALM410", None, None)],
        Framework=None,
    )
    second = [
        "SAMPLE-36",
        "Sample Programme 2036-2040",
        2036,
        2040,
        "draft",
        "inferred",
    ]
    yield _described(
        "182-two-frameworks",
        "two rows describe two frameworks in one file",
        [("ALM411", "Framework", "A3")],
        Framework=[*_FRAMEWORK, second],
    )
    yield _described(
        "183-years-reversed",
        "the last year of the framework comes before the first",
        [("ALM420", "Framework", "C2")],
        Framework=_with(_FRAMEWORK, 2, C=2035, D=2031),
    )
    yield _described(
        "184-framework-known",
        "the framework has the id of one that almwp knows",
        [("ALM421", "Framework", "A2")],
        Framework=_with(_FRAMEWORK, 2, A=PLAN),
    )
    yield _described(
        "185-year-in-words",
        "a year is written in words",
        [("ALM250", "Framework", "D2")],
        Framework=_with(_FRAMEWORK, 2, D="some day"),
    )
    yield _described(
        "186-no-basis",
        "a row does not say on what it stands",
        [("ALM416", "Nodes", "A3")],
        Nodes=_with(_NODES, 3, F=None),
    )
    yield _described(
        "187-no-source",
        "a row counts as confirmed and names no source",
        [("ALM417", "Nodes", "A3")],
        Nodes=_with(_NODES, 3, F="confirmed"),
    )
    yield _described(
        "188-parts-exceed-total",
        "of ten activities twelve are completed",
        [("ALM422", "Statements", "C2")],
        Statements=_with(_STATEMENTS, 2, D=12),
    )
    yield _described(
        "189-level-without-name",
        "a level has an id and a role, but no name",
        [("ALM309", "Levels", "A4")],
        Levels=[*_LEVELS, ["sub-area", None, "topic", "no"]],
    )


def _negative_weight() -> Book:
    weighed = [
        [*row, weight] for row, weight in zip(_NODES, ("Weight", 2, -1), strict=True)
    ]
    return _described(
        "395-negative-weight",
        "an area weighs less than nothing",
        [("ALM440", "Nodes", "H3")],
        Nodes=weighed,
    )


def _like_headings() -> Book:
    return _described(
        "201-values-like-headings",
        "the words in a row would be headings of another sheet",
        [("ALM419", "Levels", "A4")],
        Levels=[*_LEVELS, ["project", "Project", "topic", "no", None, "inferred"]],
    )


def _with_indicators() -> Book:
    measured: Rows = [["No.", "Indicator", "Unit"], [1, "Inspectors", "workers"]]
    sheets = [Sheet(measured, name="Indicators"), Sheet(_LEVELS, name="Levels")]
    return Book(
        "202-levels-beside-indicators",
        "a file has indicators and the levels of a framework, and says neither of whom",
        [*sheets, Sheet(_NODES, name="Nodes")],
        findings=[(code, None, None) for code in ("ALM106", "ALM107", "ALM410")],
        more={"indicators": [{"name": "Inspectors", "unit": "workers"}]},
    )


def _faulty_links() -> Iterator[Book]:
    yield _described(
        "190-id-twice",
        "two nodes have one id",
        [("ALM412", "Nodes", "A4")],
        Nodes=[*_NODES, ["a1", "area", "1.2", "Job matching", "o1", "inferred"]],
    )
    yield _described(
        "191-unknown-level",
        "a node stands on a level that is none of the framework's",
        [("ALM413", "Nodes", "B4")],
        Nodes=[*_NODES, ["a2", "arae", "1.2", "Job matching", "o1", "inferred"]],
    )
    yield _described(
        "192-unknown-parent",
        "a node belongs to one that is not there, and so to no outcome",
        [("ALM414", "Nodes", "E4")],
        Nodes=[*_NODES, ["a2", "area", "1.2", "Job matching", "o9", "inferred"]],
    )
    yield _described(
        "193-number-of-a-node-twice",
        "two areas have one number",
        [("ALM415", "Nodes", "C4")],
        Nodes=[*_NODES, ["a2", "area", "1.1", "Job matching", "o1", "inferred"]],
    )
    yield _described(
        "194-area-in-no-outcome",
        "a priority area does not say to which outcome it belongs",
        [("ALM418", "Nodes", "A4")],
        Nodes=[*_NODES, ["a2", "area", "1.2", "Job matching", None, "inferred"]],
    )
    yield _described(
        "195-level-without-nodes",
        "a level is named on which nothing stands",
        [("ALM419", "Levels", "A4")],
        Levels=[*_LEVELS, ["topic", "Topic", "topic", "no", None, "inferred"]],
    )
    yield _described(
        "196-count-of-a-level",
        "five outcomes are said to be all there are, and one is given",
        [("ALM423", "Levels", "E2")],
        Levels=_with(_LEVELS, 2, D="yes", E=5),
    )


def _templates() -> Iterator[Book]:
    def returned(
        name: str, difficulty: str, stamp: str, code: str, as_of: str | None
    ) -> Book:
        cover: Rows = [
            ["Country", "Viet Nam"],
            ["Framework", "ALM WP 2021-2025"],
            ["As of", as_of],
            ["Template", stamp],
        ]
        sheets = [Sheet(cover, name="Cover"), Sheet([list(HEADINGS), *plain(1)])]
        about = {**ABOUT, "as_of": as_of}
        return Book(name, difficulty, sheets, read(1), [(code, None, None)], about)

    day = "2024-06-30"
    yield returned(
        "197-template-of-another-framework",
        "the template was made for the programme before",
        "almwp-template progress 1 ALM-WP-2016-2020",
        "ALM125",
        day,
    )
    yield returned(
        "396-template-of-an-unknown-framework",
        "the template was made for a framework that only a file of its makers brings",
        "almwp-template progress 1 THEIR-OWN-2026-2030",
        "ALM520",
        day,
    )
    yield returned(
        "198-template-of-another-kind",
        "a template for a framework came back with activities",
        f"almwp-template framework 1 {PLAN}",
        "ALM126",
        day,
    )
    yield returned(
        "199-newer-template",
        "the template was made by a newer almwp",
        f"almwp-template progress 99 {PLAN}",
        "ALM127",
        day,
    )
    yield returned(
        "200-no-day-on-template",
        "the day was not filled in on the cover of a template",
        f"almwp-template progress 1 {PLAN}",
        "ALM128",
        None,
    )
