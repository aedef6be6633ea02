"""What is known as a heading is never taken for data before it was looked at."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from almwp.intake.headingwords import match_of, may_be_heading
from almwp.intake.lexicon import Lexicon

AROUND = [
    *("{}", " {} ", "{}:", "{}\n", "{} (x)", "(a) {}", "{} [12]", "1 / {}", "{}|{}"),
    *("x \u2013 {}", "{} \u200b- y", "{}\x0bz", "{} \u2028 {}", "{} (%)", "{} / {}"),
    *("{} 2024", "{} 30/6/2024", "{} (as of 30 June 2024)", "{} as at Q1 2025"),
    *(
        "{} t\u00ednh \u0111\u1ebfn 31.12.23",
        "{} 12/2025 / {}",
        "{} 2567",
        "{} \u0662\u0660\u0662\u0664",
    ),
    *(
        "{} \u00b2\u2070\u00b2\u2074",
        "{} (30/6/2024) / {}",
        "as of 2024 {}",
        "{}, 31 May 2022 (x)",
    ),
]
"""What stands around headings, some of it only in workbooks that nobody has seen."""


def known_for(text: str, lexicon: Lexicon) -> list[str]:
    """Return the tables of which *text* is a heading."""
    sheets = [sheet.key for sheet in lexicon.fields.sheets]
    return [key for key in sheets if match_of(text, lexicon.of(key)).word]


@pytest.mark.parametrize("around", AROUND)
def test_every_heading_may_be_one_whatever_stands_around_it(
    lexicon: Lexicon, around: str
) -> None:
    written = {words for known in lexicon.headings_of.values() for words in known}
    for label in sorted(written):
        text = around.replace("{}", label)
        if known_for(text, lexicon):
            assert may_be_heading(text, lexicon), text


PIECES = ["status", "progress", "Activity", "T\u00ecnh tr\u1ea1ng", "tên", "x", "2024"]
SIGNS = [
    "/",
    " - ",
    "(",
    ")",
    "[",
    "]",
    "\n",
    "|",
    " ",
    "%",
    "#",
    "30/6/2024",
    "\u200b",
]


@given(words=st.lists(st.sampled_from(PIECES + SIGNS), max_size=7))
def test_whatever_is_known_may_be_a_heading(lexicon: Lexicon, words: list[str]) -> None:
    text = "".join(words)
    assert may_be_heading(text, lexicon) or not known_for(text, lexicon)


@pytest.mark.parametrize(
    "text",
    ["", "Job fair 12", "12", "Progress was good", "Training / workshop", "a (b)"],
)
def test_most_data_is_told_from_headings_at_once(lexicon: Lexicon, text: str) -> None:
    assert not may_be_heading(text, lexicon)
