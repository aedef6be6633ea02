"""Signs and brackets that put a value in doubt: it is asked about, never taken."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.doubts import is_by_the_way, is_doubtful, takes_back
from almwp.intake.lexicon import Lexicon
from almwp.model.submission import Submission

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str | None]]]
PLAIN = {
    "Status": "completed",
    "Time frame": "2023",
    "Lead": "Viet Nam",
    "Outcome": "1",
    "As of": "2023",
}
CODES = {
    "Status": "ALM201",
    "Time frame": "ALM209",
    "Lead": "ALM203",
    "Outcome": "ALM401",
    "As of": "ALM204",
}


def found(read: Submission) -> list[tuple[str, str | None]]:
    return [(f.code, f.at.cell) for f in read.findings if f.code in CODES.values()]


@pytest.mark.parametrize("heading", PLAIN)
@pytest.mark.parametrize("form", ["{}?", "{} ?", "? {}", "~{}", "≠{}", "<{}", "> {}"])
def test_a_sign_of_doubt_asks_about_the_value(
    table: Table, heading: str, form: str
) -> None:
    headings = ["Activity", *PLAIN]
    values = {**PLAIN, heading: form.format(PLAIN[heading])}
    read = table(headings, ["A", *values.values()])
    column = "ABCDEF"[headings.index(heading)]
    assert found(read) == [(CODES[heading], f"{column}6")]
    assert found(table(headings, ["A", *PLAIN.values()])) == []


@pytest.mark.parametrize(
    ("heading", "written"),
    [
        ("Lead", "AMS (except Myanmar)"),
        ("Lead", "Viet Nam (tbc)"),
        ("Outcome", "Outcome 1 (partly 2)"),
        ("Outcome", "2 (not 1)"),
        ("Outcome", "-1"),
        ("Outcome", "1%"),
        ("Time frame", "2023 not completed"),
        ("Time frame", "annual report 2023"),
        ("Time frame", "2022 -> 2024"),
        ("As of", "tháng 5-7/2024"),
    ],
)
def test_words_that_take_back_or_say_more_ask_about_the_value(
    table: Table, heading: str, written: str
) -> None:
    headings = ["Activity", *PLAIN]
    values = {**PLAIN, heading: written}
    read = table(headings, ["A", *values.values()])
    column = "ABCDEF"[headings.index(heading)]
    assert found(read) == [(CODES[heading], f"{column}6")]


def test_signs_in_titles_and_addresses_are_no_doubt(table: Table) -> None:
    address = "https://asean.org/?p=5896&a=<b>"
    title = "What is decent work? From < 10 to > 20 ~ a study"
    read = table(["Activity", "Status", "Source"], [title, "done", address])
    (activity,) = read.activities
    assert str(activity.title) == title
    assert [source.address for source in activity.sources] == [address]
    assert found(read) == []


@pytest.mark.parametrize("text", ["DOLAB", "DOLAB, MOLISA", "MoLISA & ILO", "Co-lead"])
def test_abbreviations_and_roles_stand_by_the_way(text: str) -> None:
    assert is_by_the_way(text)


@pytest.mark.parametrize(
    "text", ["", "tbc", "part", "NOT ILO", "ILO?", "not", "1", "2"]
)
def test_other_words_in_brackets_may_change_what_is_meant(text: str) -> None:
    assert not is_by_the_way(text)


def test_accents_tell_not_yet_from_a_pagoda() -> None:
    assert takes_back("chưa")
    assert not takes_back("chùa")


@given(
    st.sampled_from(["status", "change", "absence", "mark", "all_members"]), st.data()
)
def test_no_word_of_the_lexicon_is_known_with_a_sign_of_doubt(
    lexicon: Lexicon, table_name: str, data: Any
) -> None:
    word = data.draw(st.sampled_from(sorted(lexicon.words[table_name])))
    assert not is_doubtful(word)
    assert lexicon.meaning(table_name, f"{word}?") is None
