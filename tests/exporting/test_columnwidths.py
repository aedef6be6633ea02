"""Columns are as wide as what must not be broken in them, then as they need."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.exporting.columnwidths import (
    Face,
    Measured,
    column_widths,
    lies_across,
)
from almwp.exporting.textwidths import text_width, unbroken_width
from almwp.model.report import Column, Table, TableCell
from almwp.model.source import Origin
from almwp.testing.strategies.reports import tables

FACE = Face()


def table(heads: list[str], *rows: list[str], shares: list[int] | None = None) -> Table:
    given_shares = shares or [1] * len(heads)
    return Table(
        columns=[
            Column(heading=head, share=share)
            for head, share in zip(heads, given_shares, strict=True)
        ],
        rows=[[TableCell(text=text) for text in row] for row in rows],
    )


@given(tables.filter(lambda t: bool(t.columns)), st.floats(10, 200))
def test_columns_share_all_the_room(given_table: Table, room: float) -> None:
    found = column_widths(given_table, room, FACE)
    assert sum(found) == pytest.approx(room)
    assert all(width > 0 for width in found)


@pytest.mark.parametrize(
    "word", ["28/4/2021", "31/12/2025", "ANNUALLY", "[COMPLETED]", "STT", "100 000"]
)
def test_no_date_number_or_code_is_broken_where_there_is_room(word: str) -> None:
    long = "a long text that goes on and on " * 8
    held = table(["a", "b", "c"], [word, long, long], shares=[1, 20, 20])
    narrow = column_widths(held, 50, FACE)[0]
    assert narrow - FACE.padding > max(map(text_width, word.split())) - 1e-6


def test_a_mark_of_evidence_stays_with_its_word() -> None:
    cell = Origin(file="a.xlsx", sha256="a" * 64, sheet="S", cell="A1")
    marked = TableCell(text="28/4/2021", origins=[cell])
    held = Table(
        columns=[Column(heading="a"), Column(heading="b", share=30)],
        rows=[[marked, TableCell(text="text " * 40)]],
    )
    narrow = column_widths(held, 50, Face(mark=3.0))[0]
    assert narrow - FACE.padding > text_width("28/4/2021") + 3 - 1e-6


def test_a_column_gets_no_more_than_it_has_use_for() -> None:
    held = table(["No.", "Text"], *[["1", "word " * 30]] * 3, shares=[10, 11])
    three = table(["No.", "a", "b"], *[["1", "word " * 30, "word " * 30]] * 3)
    assert column_widths(three, 50, FACE)[0] < 5
    assert sum(column_widths(held, 50, FACE)) == pytest.approx(50)


def test_a_heading_is_not_very_high_where_there_is_room() -> None:
    head = "CO-LEAD AND OTHER ASEAN BODIES CONCERNED"
    held = table(["ACTION", "LEAD", head], ["word " * 30, "x", "–"])
    room = column_widths(held, 50, FACE)[2] - FACE.padding
    assert text_width(head) / room <= 4


def test_the_widest_words_are_broken_first_where_there_is_no_room() -> None:
    held = table(["a", "b"], ["28/4/2021", "Donaudampfschifffahrt"])
    date, word = column_widths(held, 10, FACE)
    assert date >= word - 1e-6 or date - FACE.padding >= text_width("28/4/2021")


def test_a_table_whose_words_do_not_fit_lies_across() -> None:
    heads = [f"implementation {n}" for n in range(9)]
    held = table(heads, ["x"] * 9)
    assert not Measured(table=held, face=FACE).fits(45)
    assert lies_across(held, 45, 80, FACE)


def test_a_table_of_short_cells_stays_upright_however_many_columns_it_has() -> None:
    held = table([str(n) for n in range(9)], ["12"] * 9)
    assert not lies_across(held, 45, 80, FACE)


def test_a_table_with_tall_rows_lies_across() -> None:
    held = table(list("abcdefgh"), ["some words and more of them " * 3] * 8)
    assert Measured(table=held, face=FACE).fits(45)
    assert lies_across(held, 45, 80, FACE)


def test_vietnamese_letters_are_as_wide_as_what_carries_their_marks() -> None:
    assert text_width("ể") == text_width("e")
    assert text_width("Đ") == text_width("D")


@given(one=st.text(), other=st.text())
def test_a_text_is_as_wide_as_its_parts_together_however_its_letters_are_stored(
    one: str, other: str
) -> None:
    ems = [text_width(text) for text in (one, other, one + other)]
    assert ems[2] == pytest.approx(ems[0] + ems[1])
    for form in ("NFC", "NFD"):
        assert text_width(unicodedata.normalize(form, one)) == pytest.approx(ems[0])


@given(st.lists(st.tuples(st.text(), st.sampled_from([0.0, 1.9])), max_size=5))
def test_what_must_not_be_broken_in_texts_is_the_widest_of_any(
    said: list[tuple[str, float]],
) -> None:
    widths = [unbroken_width([each], 1.08) for each in said]
    assert unbroken_width(said, 1.08) == max(widths, default=0.0)
    for (text, mark), width in zip(said, widths, strict=True):
        assert width >= mark
        assert width >= unbroken_width([(text, 0.0)], 1.08)
