"""What is told at once to be no heading is none when it is looked at closely."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from almwp.intake.cells import Sheet
from almwp.intake.grid import build_grid
from almwp.intake.headingblocks import search_blocks
from almwp.intake.headingrows import likely_headings
from almwp.intake.headingwords import match_of, may_be_heading
from almwp.intake.lexicon import Lexicon

Make = Callable[..., Sheet]
VALUES: list[Any] = [
    *("Activity", "Status", "Status of", "activity", "Lead", "Lead country", "No."),
    *("Planned", "ongoing", "Ongoing", "Output", "Tên hoạt động", "Progress (%)"),
    *("x", "Job fair", "VN", "As of: ", " " * 201 + "Activity", "Text", "Question"),
    *("Status as of 30/6/2024", 1, -2.5, 2024, date(2024, 5, 1), True, None, None),
]
ROWS = st.lists(st.lists(st.sampled_from(VALUES), max_size=6), min_size=1, max_size=7)
MERGED_DOWN: list[list[Any]] = [["Activity", "x"], [None, "Status", 1, -2.5, 2024, 1]]
MERGES = st.sets(st.sampled_from(["A1:A2", "B1:C1", "C2:C3", "A4:B5", "D1:D6"]))


@given(rows=ROWS, merges=MERGES)
@example(rows=MERGED_DOWN, merges={"A1:A2"})
@example(rows=[["Activity", "x", "y"], ["x", "Status", 1]], merges=set[str]())
@settings(max_examples=300)
def test_rows_that_are_passed_over_begin_no_headings(
    sheet: Make, lexicon: Lexicon, rows: list[list[Any]], merges: set[str]
) -> None:
    grid = build_grid(sheet(rows, merges=sorted(merges)))
    likely = likely_headings(grid, lexicon)
    texts = {grid.packed.texts[place] for place in likely}
    every = list(grid.rows)
    for kind in lexicon.fields.sheets:
        words = lexicon.of(kind.key)
        quick = search_blocks(grid, every, words, likely=texts)
        assert quick == search_blocks(grid, every, words)


BEFORE = st.sampled_from(["", "- ", "(a) ", "[1]", "1. ", "_", "\u200b", "job ", "*("])
AFTER = st.sampled_from(["", ":", " (x)", "(x) y", "2024", " 30/6/2024", " - b", "/b"])


@given(data=st.data(), before=BEFORE, after=AFTER)
@settings(max_examples=500)
def test_a_first_word_that_begins_no_heading_is_enough_to_tell(
    lexicon: Lexicon, data: st.DataObject, before: str, after: str
) -> None:
    label = data.draw(st.sampled_from(sorted(lexicon.any_heading.headings)))
    text = f"{before}{label}{after}"
    for kind in lexicon.fields.sheets:
        if match_of(text, lexicon.of(kind.key)).word:
            assert may_be_heading(text, lexicon)
