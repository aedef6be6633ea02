"""Workbooks that describe a framework: its indicators and what was before it."""

from collections.abc import Iterator
from typing import Any

from tests.corpus.bookmaking import Book, Found, Sheet

Rows = list[list[Any]]

_FRAMEWORK: Rows = [
    ["Id", "Title", "First year", "Last year", "Status", "Basis"],
    ["SAMPLE-31", "Sample Programme 2031-2035", 2031, 2035, "draft", "inferred"],
]
_LEVELS: Rows = [
    ["Level id", "Name of the level", "Role", "All there are", "How many", "Basis"],
    ["objective", "Objective", None, "no", None, "inferred"],
    ["outcome", "Outcome", "outcome", "no", None, "inferred"],
    ["target", "Target", "target", "no", None, "inferred"],
]
_NODES: Rows = [
    ["Id", "Level", "Number", "Title", "Belongs to", "Basis"],
    ["g1", "objective", "1", "Decent work", None, "inferred"],
    ["o1", "outcome", "1", "Skills for all", "g1", "inferred"],
    ["o2", "outcome", "2", "Safe work", "g1", "inferred"],
    ["t1", "target", "1", "All are trained", "o1", "inferred"],
]
_LINKS = ["What becomes of it", "Framework before", "Old nodes", "New nodes", "Basis"]
_INDICATORS: Rows = [
    ["Indicator id", "Indicator", "Follows the node", "Unit", "Basis"],
    ["i1", "Workers who are trained", "t1", "workers", "inferred"],
]
_BEFORE = "ALM-WP-2021-2025"


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield _described(
        "420-crosswalk",
        "a framework with four nodes, an indicator and what was before it",
        [],
        links=[
            ["continues", _BEFORE, "1", "o1", "inferred"],
            ["merges into", _BEFORE, "2\n3", "Safe work", "inferred"],
            ["closed", _BEFORE, "Expanded Social Protection", None, "inferred"],
            ["new", _BEFORE, None, "t1", "inferred"],
        ],
    )
    yield _linked(
        "421-splits-into-one",
        "a node is said to be split and has one successor",
        ("ALM424", "Successions", "D2"),
        ["splits into", _BEFORE, "1", "o1", "inferred"],
    )
    yield _linked(
        "422-closed-and-goes-on",
        "a node is said to be closed and has a successor",
        ("ALM425", "Successions", "D2"),
        ["closed", _BEFORE, "1", "o1", "inferred"],
    )
    yield _linked(
        "423-framework-before-unknown",
        "the framework before is one that nobody has loaded",
        ("ALM426", "Successions", "B2"),
        ["continues", "SAMPLE-26", "1", "o1", "inferred"],
    )
    yield _linked(
        "424-no-such-old-node",
        "a node of the framework before does not exist",
        ("ALM427", "Successions", "C2"),
        ["continues", _BEFORE, "9", "o1", "inferred"],
    )
    yield _linked(
        "425-framework-before-is-itself",
        "the framework is named as the one before it",
        ("ALM428", "Successions", "B2"),
        ["continues", "SAMPLE-31", "o1", "o2", "inferred"],
    )
    yield _described(
        "426-orphan-node",
        "a target does not say to which outcome it belongs",
        [("ALM429", "Nodes", "A6")],
        nodes=[*_NODES, ["t2", "target", "2", "All are safe", None, "inferred"]],
    )
    yield _described(
        "427-parent-on-the-same-level",
        "an outcome is said to belong to another outcome",
        [("ALM430", "Nodes", "E6")],
        nodes=[*_NODES, ["o3", "outcome", "3", "Fair pay", "o2", "inferred"]],
    )
    yield _described(
        "428-two-parents-of-one-name",
        "a target belongs to an outcome by a title that two outcomes have",
        [("ALM431", "Nodes", "E7")],
        nodes=[
            *_NODES,
            ["o3", "outcome", "3", "Safe work", "g1", "inferred"],
            ["t2", "target", "2", "All are safe", "Safe work", "inferred"],
        ],
    )
    yield _described(
        "429-indicator-of-no-node",
        "an indicator follows a node that is not there",
        [("ALM432", "Indicators of the framework", "C2")],
        indicators=[_INDICATORS[0], ["i1", "Jobs", "t9", "jobs", "inferred"]],
    )
    yield _described(
        "430-more-nodes-than-said",
        "the level is said to have one outcome and has two",
        [("ALM433", "Levels", "E3")],
        levels=[
            *_LEVELS[:2],
            ["outcome", "Outcome", "outcome", "no", 1, "inferred"],
            *_LEVELS[3:],
        ],
    )
    yield _described(
        "431-framework-without-years",
        "the framework does not say which years it covers",
        [("ALM434", "Framework", "A2")],
        framework=[
            _FRAMEWORK[0],
            ["SAMPLE-31", "Sample Programme", None, None, "draft", "inferred"],
        ],
    )
    yield from _contradictory()


def _contradictory() -> Iterator[Book]:
    yield _described(
        "432-number-of-another-branch",
        "a target is numbered below another outcome than that to which it belongs",
        [("ALM447", "Nodes", "E6")],
        nodes=[*_NODES, ["t2", "target", "2.1", "All are safe", "o1", "inferred"]],
    )
    yield _described(
        "433-closed-and-goes-on",
        "one row closes a node that another row continues",
        [("ALM448", "Successions", "C3")],
        links=[
            ["continues", _BEFORE, "1", "o1", "inferred"],
            ["closed", _BEFORE, "1", None, "inferred"],
        ],
    )
    yield _described(
        "434-new-and-succeeds",
        "one row calls a node new that another row gives a predecessor",
        [("ALM449", "Successions", "D3")],
        links=[
            ["continues", _BEFORE, "1", "o1", "inferred"],
            ["new", _BEFORE, None, "o1", "inferred"],
        ],
    )
    yield _described(
        "435-link-twice",
        "two rows tell the same link",
        [("ALM324", "Successions", "C3")],
        links=[
            ["continues", _BEFORE, "1", "o1", "inferred"],
            ["succeeds", _BEFORE, "1", "o1", "inferred"],
        ],
    )
    yield _described(
        "436-no-levels",
        "a node stands on a level, and no level is described",
        [("ALM325", "Nodes", "B2")],
        levels=[],
        nodes=_NODES[:2],
        indicators=[],
    )


def _linked(name: str, difficulty: str, found: Found, link: list[Any]) -> Book:
    return _described(name, difficulty, [found], links=[link])


def _described(
    name: str,
    difficulty: str,
    findings: list[Found],
    *,
    framework: Rows = _FRAMEWORK,
    levels: Rows = _LEVELS,
    nodes: Rows = _NODES,
    indicators: Rows = _INDICATORS,
    links: Rows | None = None,
) -> Book:
    sheets = {
        "Framework": framework,
        "Levels": levels,
        "Nodes": nodes,
        "Indicators of the framework": indicators,
        "Successions": [_LINKS, *links] if links else None,
    }
    made = [Sheet(rows, name=sheet) for sheet, rows in sheets.items() if rows]
    return Book(name, difficulty, made, [], findings)
