"""Headings are found wherever they are, and data is never taken for them."""

from collections.abc import Callable
from typing import Any
from unicodedata import normalize

import pytest

from almwp.intake.cells import Sheet
from almwp.intake.fieldlist import field_list
from almwp.intake.grid import build_grid
from almwp.intake.headingblocks import find_blocks
from almwp.intake.headings import HeadingBlock
from almwp.intake.lexicon import Lexicon
from almwp.model.submission import Submission

Make = Callable[..., Sheet]
Find = Callable[..., list[HeadingBlock]]
Read = Callable[..., Submission]
ROW = ["1", "Training", "done", "Viet Nam"]
PLAIN = ["No.", "Activity", "Status", "Lead"]


@pytest.fixture(scope="module")
def find(sheet: Make, lexicon: Lexicon) -> Find:
    def finding(rows: list[list[Any]], *merges: str) -> list[HeadingBlock]:
        return list(find_blocks(build_grid(sheet(rows, merges=merges)), lexicon))

    return finding


def keys(block: HeadingBlock) -> list[str | None]:
    return [h.word.key if h.word else None for h in block.headings]


WORDS = [
    (field.key, word)
    for field in field_list().progress
    for word in [*(form for _, form in field.label.forms), *field.synonyms]
]


USUAL = {"title": "Activity", "budget": "Budget", "leads": "Lead"}


@pytest.mark.parametrize(("key", "word"), WORDS)
def test_every_heading_of_the_field_list_is_known(
    find: Find, key: str, word: str
) -> None:
    beside = [w for k, w in USUAL.items() if k != key][:2]
    for written in (word, word.upper(), normalize("NFD", word), f" {word} *:"):
        (block,) = find([[*beside, written], ROW])
        assert keys(block)[2] == key


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Hoạt động / Activity", "title"),
        ("Hoạt động\nActivity", "title"),
        ("Activity - Kegiatan", "title"),
        ("Budget (USD)", "budget"),
        ("Lead(s)", "leads"),
        ("Time\nframe", "timeframe"),
        ("Tiến độ (%)", "percent"),
        ("Kết quả (%)", None),
        ("Output / Budget", None),
        ("Activity level of the ministry", None),
    ],
)
def test_a_heading_is_known_by_its_parts_but_not_by_half_of_its_meaning(
    find: Find, heading: str, key: str | None
) -> None:
    (block,) = find([["Title", "Status", "Place", heading], ROW])
    assert keys(block)[3] == key


def test_title_lines_above_are_no_headings(find: Find) -> None:
    rows = [["ACTIVITIES OF VIET NAM"], ["Project"], ["Status"], PLAIN, ROW]
    (block,) = find(rows, "A1:D1", "A2:D2", "A3:D3")
    assert (block.first_row, block.last_row) == (4, 4)


@pytest.mark.parametrize(
    "line",
    [
        ["As of", "30/06/2024"],
        ["Outcome", "1. Skilled and Adaptable Workforce"],
        ["Body:", "SLOM", "Plan:", "ALM WP 2021-2025", "As of:", "2024"],
    ],
)
@pytest.mark.parametrize("merges", [(), ("A1:B1", "C1:D1")])
def test_a_line_right_above_is_no_row_of_headings(
    find: Find, line: list[str], merges: tuple[str, ...]
) -> None:
    spread: list[Any] = [line[0], None, line[1]] if merges else line
    (block,) = find([spread, PLAIN, ROW], *merges)
    assert (block.first_row, block.last_row) == (2, 2)


def test_headings_merged_down_and_groups_are_joined(find: Find) -> None:
    rows = [
        ["No.", "Activity", "Placement", None, "Report", None],
        [None, None, "Outcome", "Priority area", "Status", "As of"],
        ["1", "Training", "1", "Green jobs promotion", "done", "2024"],
    ]
    (block,) = find(rows, "A1:A2", "B1:B2", "C1:D1", "E1:F1")
    assert (block.first_row, block.last_row) == (1, 2)
    assert keys(block) == ["number", "title", "outcome", "area", "status", "as_of"]
    assert block.headings[2].text == "Placement Outcome"
    assert [cell.ref for cell in block.headings[3].cells] == ["D2"]


def test_a_line_of_explanation_below_a_heading_does_not_hide_it(find: Find) -> None:
    rows = [PLAIN[:3], [None, None, "as the ministry sees it"], ROW]
    (block,) = find(rows, "A1:A2", "B1:B2")
    assert block.last_row == 2
    assert keys(block) == ["number", "title", "status"]


@pytest.mark.parametrize("groups", [("Programme", "Progress"), ("General", "Details")])
def test_a_row_of_groups_above_is_part_of_the_headings(
    find: Find, read: Read, sheet: Make, groups: tuple[str, str]
) -> None:
    rows = [[groups[0], None, groups[1], None], PLAIN, ROW]
    (block,) = find(rows, "A1:B1", "C1:D1")
    assert (block.first_row, block.last_row) == (1, 2)
    assert keys(block) == ["number", "title", "status", "leads"]
    found = read(sheet(rows, merges=["A1:B1", "C1:D1"]))
    assert "ALM114" not in {f.code for f in found.findings}


def test_a_second_row_without_merges_counts_if_all_of_it_is_known(find: Find) -> None:
    rows = [["No.", "Activity", "Status", None], [None, None, "State", "As of"], ROW]
    (block,) = find(rows)
    assert block.last_row == 2
    assert keys(block) == ["number", "title", "status", "as_of"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            [
                ["No.", "Name of", "Lead", "Time"],
                [None, "activity", "country", "frame"],
            ],
            ["number", "title", "leads", "timeframe"],
        ),
        (
            [["No.", "Activity", "Lead", "Budget"], [None, None, "country", "(USD)"]],
            ["number", "title", "leads", "budget"],
        ),
        (
            [
                ["General", None, "Details", None],
                ["No.", "Activity", "Report", None],
                [None, None, "Status", "As of"],
            ],
            ["number", "title", "status", "as_of"],
        ),
    ],
)
def test_a_heading_may_be_split_over_rows(
    find: Find, rows: list[list[Any]], found: list[str]
) -> None:
    merges = ["A1:B1", "C1:D1", "C2:D2"] if len(rows) == 3 else []
    (block,) = find([*rows, ROW], *merges)
    assert keys(block) == found
    assert block.last_row == len(rows)


@pytest.mark.parametrize("row", [1, 70, 200])
@pytest.mark.parametrize("headings", [PLAIN, ["No.", "Activty", "Statuss", "Lead"]])
def test_headings_are_found_however_far_down(
    find: Find, row: int, headings: list[str]
) -> None:
    lines = [[f"line {number}"] for number in range(1, row)]
    (block,) = find([*lines, headings, ROW])
    assert (block.first_row, keys(block)[1]) == (row, "title")


def test_fields_down_the_first_column_are_no_headings(find: Find) -> None:
    rows = zip(PLAIN, ROW, ["2", "Study", "planned", "Thailand"], strict=True)
    assert find([list(row) for row in rows]) == []


def test_the_first_row_of_data_is_no_second_row_of_headings(find: Find) -> None:
    rows = [
        ["Activity", None, "Status", "Lead", "Place"],
        ["Training", None, None, None, None],
        ["Study", None, "done"],
    ]
    (block,) = find(rows, "A1:B1")
    assert (block.first_row, block.last_row) == (1, 1)
    (block,) = find([["Project", "Type", "Status"], ["A", "Project", "done"]])
    assert (block.first_row, block.last_row) == (1, 1)


@pytest.mark.parametrize(
    "numbering", [["(1)", "(2)", "(3)", "(4)"], [1, 2, 3, 4], ["A", "B", 1, 2]]
)
def test_a_row_that_numbers_the_columns_is_part_of_the_headings(
    find: Find, numbering: list[Any]
) -> None:
    (block,) = find([PLAIN, numbering, ROW])
    assert block.last_row == 2
    assert [h.text for h in block.headings] == PLAIN
    (block,) = find([PLAIN, ["1", "Training", "3"], ROW])
    assert block.last_row == 1


def test_headings_that_come_again_are_one_block(find: Find) -> None:
    (block,) = find([PLAIN, ROW, ROW, PLAIN, ROW, PLAIN, ROW])
    assert block.repeats == ((4, 4), (6, 6))


def test_two_tables_of_one_sheet_have_their_own_blocks(find: Find) -> None:
    first, second = find([PLAIN, ROW, [], ["Lead", "Title", "Year"], ROW])
    assert (first.last_row, second.first_row) == (1, 4)
    assert keys(second) == ["leads", "title", "timeframe"]


def test_a_row_of_data_with_words_of_headings_is_no_heading(find: Find) -> None:
    data = ["7", "Project", "ongoing", "Budget of the ministry"]
    assert len(find([PLAIN, ROW, data, data])) == 1


def test_headings_of_which_few_are_known_can_come_again(find: Find) -> None:
    headings = ["Activity", "Lead", "Status", "Mood", "Weather", "Colour", "Taste"]
    row = ["Study", "VN", "done", "good", "fair", "red", "sweet"]
    (block,) = find([headings, row, headings, row])
    assert block.repeats == ((3, 3),)
    other = ["Lead country", "Project", *headings[2:]]
    assert len(find([headings, row, [], other, row])) == 2


def test_among_rows_of_data_three_words_of_headings_are_none(find: Find) -> None:
    data = ["Project", "Budget", "Partner", "a", "b", "c", "d"]
    assert len(find([PLAIN, ROW, data, ROW])) == 1


def test_years_among_the_headings_do_not_hide_the_table(find: Find) -> None:
    (block,) = find([["Activity", "Lead", 2021, 2022, 2023, 2024], ROW])
    assert [h.text for h in block.headings[2:]] == ["2021", "2022", "2023", "2024"]


@pytest.mark.parametrize(
    ("headings", "is_found"),
    [
        (["Activity", "Lead"], True),
        (["Activity", "A", "B", "C"], False),
        (["Activity", "Lead", "A", "B", "C"], False),
        (["Activity", "Lead", "Status", "A", "B", "C", "D"], True),
        (["No.", "Activity", "Lead", *"ABCDEFGHIJ"], True),
        (["Activity", "Lead", "Project", *"ABCDE"], False),
        (["Status", "Lead"], False),
        (["Status", "Lead", "Output"], True),
        (["Status", "Lead", "Output", "A", "B", "C"], False),
        (["Tên tiếng Việt", "Tình trạng"], True),
        (["Activty", "Stauts", "Lead"], True),
        (["Actv", "Stts", "Lead"], False),
        (["x" * 300, "Lead"], False),
    ],
)
def test_a_block_is_sound_if_enough_of_it_is_known(
    find: Find, headings: list[str], is_found: bool
) -> None:
    assert bool(find([headings, ROW])) == is_found


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (PLAIN, "en"),
        (["STT", "Tên hoạt động", "Tình trạng"], "vi"),
        (["Nomor", "Kegiatan", "Status", "Keterangan"], "id"),
    ],
)
def test_the_language_of_a_block_is_that_of_most_headings(
    find: Find, headings: list[str], language: str
) -> None:
    (block,) = find([headings, ROW])
    assert block.language == language
