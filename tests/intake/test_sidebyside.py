"""Tables side by side are tables of their own, and a gap in one table is none."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
Said = Callable[[Submission], list[tuple[str, str | None]]]
BASE: list[list[Any]] = [["Country: VN"], ["ALM WP 2021-2025"], []]
LEFT: list[list[Any]] = [
    ["No.", "Activity", "Status"],
    [1, "A", "done"],
    [2, "B", "planned"],
]
RIGHT: list[list[Any]] = [
    ["No.", "Activity", "Status"],
    [3, "C", "ongoing"],
    [4, "D", "done"],
]
UNLIKE: list[list[Any]] = [
    ["Status", "Lead", "Project title"],
    ["ongoing", "VN", "C"],
    ["done", "VN", "D"],
]
"""Headings in row 4 below the base."""


def beside(
    left: list[list[Any]], right: list[list[Any]], gap: int = 1
) -> list[list[Any]]:
    """Put two tables side by side, with empty columns between."""
    size = max(len(left), len(right))
    width = max(map(len, left))
    left = [*left, *[[] for _ in range(size - len(left))]]
    right = [*right, *[[] for _ in range(size - len(right))]]
    return [
        [*one, *[None] * (width - len(one) + gap), *other]
        for one, other in zip(left, right, strict=True)
    ]


def titles(read: Submission) -> list[str]:
    return [str(activity.title) for activity in read.activities]


def is_whole(read: Submission) -> bool:
    fates = read.ledger.by_fate
    return fates[Fate.EXTRA] == fates[Fate.IGNORED] == fates[Fate.REFUSED] == 0


@pytest.mark.parametrize("right", [RIGHT, UNLIKE])
@pytest.mark.parametrize("gap", [1, 3])
def test_two_tables_side_by_side_are_both_read(
    read: Read, sheet: Make, said: Said, right: list[list[Any]], gap: int
) -> None:
    found = read(sheet([*BASE, *beside(LEFT, right, gap)]))
    assert titles(found) == ["A", "B", "C", "D"]
    assert said(found) == []
    assert is_whole(found)
    first, second = found.tables
    assert [c.column for c in first.columns] == ["A", "B", "C"]
    assert second.rows == (4, 4)
    assert second.columns[0].column == chr(ord("D") + gap)


def test_three_tables_side_by_side_are_all_read(read: Read, sheet: Make) -> None:
    third = [["Activity", "Status"], ["E", "done"]]
    rows = beside(beside(LEFT, RIGHT), third)
    found = read(sheet([*BASE, *rows]))
    assert titles(found) == ["A", "B", "C", "D", "E"]


def test_the_second_table_may_begin_further_down(
    read: Read, sheet: Make, said: Said
) -> None:
    later = [["Outcome 2"], *RIGHT]
    rows = beside(LEFT, [[], *later])
    found = read(sheet([*BASE, *rows]))
    assert titles(found) == ["A", "B", "C", "D"]
    nodes = [[r.node for r in a.references if r.node] for a in found.activities]
    assert nodes == [[], [], ["2"], ["2"]]
    assert said(found) == []
    assert is_whole(found)


def test_a_line_above_each_table_is_that_of_its_table(
    read: Read, sheet: Make, said: Said
) -> None:
    rows = beside([["Outcome 1"], *LEFT], [["Outcome 3"], *RIGHT])
    found = read(sheet([*BASE, *rows]))
    nodes = [[r.node for r in a.references if r.node] for a in found.activities]
    assert nodes == [["1"], ["1"], ["3"], ["3"]]
    assert said(found) == []


def test_a_line_above_all_tables_is_that_of_each(read: Read, sheet: Make) -> None:
    found = read(sheet([*BASE, ["Outcome 1"], [], *beside(LEFT, RIGHT)]))
    nodes = [[r.node for r in a.references if r.node] for a in found.activities]
    assert nodes == [["1"]] * 4


def test_sections_totals_and_notes_are_those_of_their_table(
    read: Read, sheet: Make, said: Said
) -> None:
    left = [LEFT[0], ["Outcome 1"], LEFT[1], LEFT[2], ["Total", 2]]
    right = [RIGHT[0], RIGHT[1], ["Outcome 3"], RIGHT[2], ["Total", 2], [], ["Note: x"]]
    found = read(sheet([*BASE, *beside(left, right)]))
    assert titles(found) == ["A", "B", "C", "D"]
    nodes = [[r.node for r in a.references if r.node] for a in found.activities]
    assert nodes == [["1"], ["1"], [], ["3"]]
    # The last total is of all rows or of its section, and neither says one.
    assert said(found) == [("ALM117", "E10")]


def test_tables_side_by_side_may_stand_below_a_wide_one(
    read: Read, sheet: Make, said: Said
) -> None:
    wide = [
        ["Activity", "Status", "Lead", "Place", "Partners", "Host", "Output"],
        ["W", "done", "VN", "Ha Noi", "ILO", "VN", "a list"],
    ]
    found = read(sheet([*BASE, *wide, [], *beside(LEFT, RIGHT)]))
    assert titles(found) == ["W", "A", "B", "C", "D"]
    assert said(found) == []
    assert is_whole(found)


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (
            ["No.", "Activity", None, "Status", None, None, "Lead"],
            [1, "A", None, "done", None, None, "VN"],
        ),
        (
            ["Activity (English)", "Lead", None, "Tên tiếng Việt", "Tình trạng"],
            ["A", "VN", None, "Hội thảo", "xong"],
        ),
        (["Activity", "Lead", None, "Status", "State"], ["A", "VN", None, "done", "x"]),
    ],
)
def test_an_empty_column_inside_a_table_does_not_part_it(
    read: Read, sheet: Make, headings: list[Any], row: list[Any]
) -> None:
    found = read(sheet([*BASE, headings, row]))
    assert titles(found) == ["A"]
    assert len(found.tables) == 1


def test_without_an_empty_column_the_second_table_is_kept_as_extras(
    read: Read, sheet: Make, said: Said
) -> None:
    found = read(sheet([*BASE, *beside(LEFT, RIGHT, gap=0)]))
    assert titles(found) == ["A", "B"]
    assert said(found) == [("ALM110", "D4"), ("ALM110", "E4"), ("ALM110", "F4")]
    assert found.ledger.by_fate[Fate.EXTRA] == 6


def test_cells_left_and_right_of_the_tables_have_a_fate(
    read: Read, sheet: Make
) -> None:
    rows = beside(LEFT, RIGHT)
    rows[1].append("beside")
    rows.append([None, None, None, "in the gap"])
    for above in ([["x", None, None, "y", "z"]], []):
        found = read(sheet([*BASE, *above, *rows]))
        filled = sum(
            value is not None for row in [*BASE, *above, *rows] for value in row
        )
        assert found.ledger.total == filled
