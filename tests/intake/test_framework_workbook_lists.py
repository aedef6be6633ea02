"""Several nodes in one cell of a framework workbook, and rows that contradict others.

All that stands in these workbooks is invented.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.source import Basis
from almwp.model.submission import Submission

HEADS = {
    "Framework": ["Id", "Title", "First year", "Last year", "Basis", "Source"],
    "Levels": ["Level id", "Name of the level", "Role"],
    "Nodes": ["Id", "Level", "Number", "Title", "Belongs to", "Basis", "Source"],
    "Successions": [
        *("What becomes of it", "Framework before", "Old nodes", "New nodes", "Basis"),
        "Source",
    ],
}
CITED = ["confirmed", "https://example.org"]
Rows = Sequence[Sequence[Any]]
Describe = Callable[..., Submission]
OUTCOMES: Rows = [
    ["o1", "outcome", "1", "Skills", None, *CITED],
    ["o2", "outcome", "2", "Safe, sound; fair", None, *CITED],
]
LEVELS: Rows = [["outcome", "Outcome", "outcome"], ["area", "Area", "priority area"]]
BEFORE = "ALM-WP-2021-2025"


@pytest.fixture
def describe(read: Callable[..., Submission], sheet: Callable[..., Sheet]) -> Describe:
    def of(nodes: Rows, links: Rows = (), levels: Rows = LEVELS) -> Submission:
        head = [["MINE", "Mine (invented)", 2031, 2035, *CITED]]
        rows = {
            "Framework": head,
            "Levels": levels,
            "Nodes": nodes,
            "Successions": [[*link, *CITED] for link in links],
        }
        made = [
            sheet([HEADS[name], *map(list, each)], name=name)
            for name, each in rows.items()
            if each
        ]
        return read(*made)

    return of


def said(found: Submission) -> list[tuple[str, str | None]]:
    told = [f for f in found.findings if f.at.sheet in ("Nodes", "Successions")]
    return [(f.code, f.at.cell) for f in told]


@pytest.mark.parametrize(
    ("words", "parents"),
    [
        ("o1\no2", ("o1", "o2")),
        ("o1, o2", ("o1", "o2")),
        ("1, 2", ("o1", "o2")),
        ("o1; 2", ("o1", "o2")),
        ("Skills; o2", ("o1", "o2")),
        ("Safe, sound; fair", ("o2",)),
        ("Skills\nSafe, sound; fair", ("o1", "o2")),
    ],
)
def test_nodes_are_parted_by_lines_or_by_commas_between_ids(
    words: str, parents: tuple[str, ...], describe: Describe
) -> None:
    found = describe([*OUTCOMES, ["a", "area", "1.1", "A", words, *CITED]])
    assert found.programme
    assert found.programme.nodes[-1].parents == parents
    assert [code for code, _ in said(found) if code != "ALM447"] == []


@pytest.mark.parametrize("words", ["o1, nobody", "Skills, o2", "o1 o2"])
def test_what_cannot_be_parted_is_asked_and_the_hint_says_how(
    words: str, describe: Describe
) -> None:
    found = describe([*OUTCOMES, ["a", "area", "1.1", "A", words, *CITED]])
    (wrong,) = [f for f in found.findings if f.code == "ALM414"]
    assert wrong.found == words
    assert "with commas between them" in wrong.hint()


def test_nodes_of_a_succession_are_parted_likewise(describe: Describe) -> None:
    found = describe(OUTCOMES, [["merges into", BEFORE, "1, 2", "o1"]])
    assert found.programme
    assert len(found.programme.successions[0].old) == 2
    found = describe(OUTCOMES, [["merges into", "UNHEARD-OF", "1, 2", "o1"]])
    assert found.programme
    assert found.programme.successions[0].old == ("1", "2")


@pytest.mark.parametrize(
    ("links", "code", "kept"),
    [
        ([["continues", "1", "o1"], ["closed", "1", None]], ("ALM448", "C3"), 1),
        ([["closed", "1", None], ["continues", "1", "o1"]], ("ALM448", "C3"), 1),
        ([["new", None, "o1"], ["continues", "1", "o1"]], ("ALM449", "D3"), 1),
        ([["continues", "1", "o1"]] * 2, ("ALM324", "C3"), 1),
        ([["continues", "1", "o1"], ["succeeds", "1", "o1"]], ("ALM324", "C3"), 1),
        ([["continues", "1", "o1"], ["closed", "2", None]], None, 2),
    ],
)
def test_successions_that_contradict_each_other_are_said(
    links: Rows, code: tuple[str, str] | None, kept: int, describe: Describe
) -> None:
    rows = [[kind, BEFORE, old, new] for kind, old, new in links]
    found = describe(OUTCOMES, rows)
    assert said(found) == ([code] if code else [])
    assert found.programme
    assert len(found.programme.successions) == kept


def test_a_blank_basis_of_the_place_is_that_of_the_row(describe: Describe) -> None:
    found = describe([*OUTCOMES, ["a", "area", "1.1", "A", "o1", *CITED]]).programme
    assert found
    assert found.nodes[-1].placement is Basis.CONFIRMED
    assert found.nodes[0].placement is Basis.UNKNOWN


def test_a_workbook_without_levels_is_told_which_sheet_to_fill(
    describe: Describe,
) -> None:
    found = describe(OUTCOMES, levels=())
    hints = {f.hint() for f in found.findings if f.code == "ALM325"}
    assert hints == {"fill in the sheet 'Levels': one row for each level"}
