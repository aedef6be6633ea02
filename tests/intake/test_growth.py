"""Work grows with the number of rows, not with its square."""

import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.intake.lexicon import Lexicon
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
HEADINGS = ["No.", "Activity", "Outcome", "Lead", "Time frame", "Status", "As of"]
KINDS: dict[str, Callable[[int], list[Any]]] = {
    "plain": lambda n: [n, f"Training {n}", "1", "VN, TH", "2021-2022", "done", "2024"],
    "alike": lambda n: [None, "Training", "1", "VN", "2021", "done", "06/07/2024"],
    "faulty": lambda n: [n, None, f"{n}x", f"M {n}", "?", f"bogus {n}", "some day"],
    "sections": lambda n: [f"Section {n}"],
    "editions": lambda n: [None, f"- {n}th", None, None, "2022"],
    "totals": lambda n: ["Total", n],
}


def calls(work: Callable[[], object]) -> int:
    """Count the calls of our own functions: unlike seconds, they do not vary."""
    counted: Counter[str] = Counter()

    def count(frame: Any, event: str, _: object) -> None:
        if event == "call" and "almwp" in frame.f_code.co_filename:
            counted["all"] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted["all"]


@pytest.mark.parametrize("kind", KINDS)
def test_four_times_the_rows_are_at_most_five_times_the_work(
    read: Read, sheet: Make, lexicon: Lexicon, kind: str
) -> None:
    def book(size: int) -> Sheet:
        first = KINDS["plain"](0)
        return sheet([HEADINGS, first, *(KINDS[kind](n) for n in range(1, size + 1))])

    small, large = book(100), book(400)
    read(small)  # fills the tables that are made at first use
    assert calls(lambda: read(large)) <= 5 * calls(lambda: read(small))


def test_a_cell_of_four_times_the_words_is_not_much_more_work(
    read: Read, sheet: Make
) -> None:
    def book(size: int) -> Sheet:
        story = "word (2021, ongoing) and another / one; " * size
        return sheet([HEADINGS, ["1", *[story] * 6]])

    small, large = book(150), book(600)
    assert calls(lambda: read(large)) <= 5 * calls(lambda: read(small))
