"""Each line of a cell of texts is a text of its own, and none of them is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.intake.lines import lines_in

words = st.text(alphabet="abcđế .,;", min_size=1, max_size=20).map(
    lambda text: " ".join(f"x{text}".split())
)


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("we welcome it", ["we welcome it"]),
        ("one\ntwo\n\nthree", ["one", "two", "three"]),
        ("one\r\ntwo", ["one", "two"]),
        ("- one\n- two", ["one", "two"]),
        ("• one that\ngoes on\n• two", ["one that goes on", "two"]),
        ("we say:\n- one\n- two", ["we say:", "one", "two"]),
        ("1. one\n2. two", ["1. one", "2. two"]),
        ("  one   more  ", ["one more"]),
        ("\n \n", []),
        ("", []),
    ],
)
def test_a_cell_has_lines(cell: str, lines: list[str]) -> None:
    assert list(lines_in(cell)) == lines


@settings(deadline=None)
@given(st.lists(words, max_size=4))
def test_lines_that_were_written_read_back(lines: list[str]) -> None:
    assert list(lines_in("\n".join(lines))) == lines
    assert list(lines_in("\n".join(f"• {line}" for line in lines))) == lines


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_word_of_a_cell_is_lost(text: str) -> None:
    letters = [sign for sign in text if sign.isalnum() and sign != "o"]
    kept = [sign for line in lines_in(text) for sign in line]
    assert [s for s in kept if s.isalnum() and s != "o"] == letters
