"""A cell has one fate; the grid and number formats show what a reader sees."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.cells import (
    Cell,
    CellKind,
    Merge,
    Sheet,
    column_letters,
    column_number,
    place_of,
)
from almwp.intake.fates import Fates
from almwp.intake.grid import build_grid
from almwp.intake.numberformat import is_percent_format, number_of, precision_of
from almwp.intake.packing import pack
from almwp.model.ledger import Fate
from almwp.model.moment import Precision

Make = Callable[..., Sheet]


def at(row: int, column: int = 1) -> Cell:
    return Cell(row=row, column=column, kind=CellKind.TEXT, text="x")


def test_the_first_fate_stays_but_a_refusal_overrules() -> None:
    fates = Fates()
    fates.give("S", at(1), Fate.READ, "title")
    fates.give("S", at(1), Fate.EXTRA, "column A")
    assert fates.ledger(["S"]).entries[0].why == "title"
    fates.give("S", at(1), Fate.REFUSED, "ALM211")
    fates.give("S", at(1), Fate.REFUSED, "ALM212")
    fates.give("S", at(1), Fate.READ, "title")
    fates.give_all("S", [at(1)], Fate.REFUSED, "ALM213")
    (entry,) = fates.ledger(["S"]).entries
    assert (entry.fate, entry.why, entry.count) == (Fate.REFUSED, "ALM211", 1)
    fates.refuse("S", "A1", "ALM301")
    assert fates.ledger(["S"]).entries[0].why == "ALM301"


def pieces(fates: Fates) -> list[tuple[str, Fate, str]]:
    return [(e.cells, e.fate, e.why) for e in fates.ledger(["S"]).entries]


@pytest.mark.parametrize("is_laid_out", [True, False])
@given(
    st.sets(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1),
    st.dictionaries(st.integers(1, 4), st.sampled_from("ab")),
    st.sets(st.tuples(st.integers(1, 4), st.integers(1, 4))),
    st.sets(st.integers(1, 4)),
)
def test_the_cells_of_a_row_get_together_what_each_would_get(
    is_laid_out: bool,
    places: set[tuple[int, int]],
    whys: dict[int, str],
    refused: set[tuple[int, int]],
    unseen: set[int],
) -> None:
    cells = [at(row, column) for row, column in sorted(places)]
    one, other = Fates(), Fates()
    for fates in (one, other):
        if is_laid_out:
            fates.lay_out("S", pack(cells))
        for row, column in sorted(refused & places):
            fates.give("S", at(row, column), Fate.REFUSED, "ALM211")
    prepared = other.prepare(whys, Fate.READ)
    for row in sorted({row for row, _ in places}):
        own = {c.column for c in cells if c.row == row} - unseen
        for column in sorted(own & whys.keys()):
            one.give("S", at(row, column), Fate.READ, whys[column])
        other.give_row("S", row, own, prepared)
    assert pieces(one) == pieces(other)


@given(st.sets(st.tuples(st.integers(1, 9), st.integers(1, 3), st.sampled_from("ab"))))
def test_a_ledger_lists_each_cell_once_in_order(
    cells: set[tuple[int, int, str]],
) -> None:
    fates = Fates()
    for row, column, why in sorted(cells):
        fates.give("S", at(row, column), Fate.READ, why)
    entries = fates.ledger(["S"]).entries
    told = []
    for entry in entries:
        first, _, last = entry.cells.partition(":")
        (top, column), (bottom, _) = place_of(first), place_of(last or first)
        told += [(column, row) for row in range(top, bottom + 1)]
        assert entry.count == bottom - top + 1
    assert told == sorted({(column, row) for row, column, _ in cells})


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_addresses_are_those_of_excel(column: int, row: int) -> None:
    assert column_number(column_letters(column)) == column
    assert place_of(f"{column_letters(column)}{row}") == (row, column)


def test_a_grid_shows_merged_cells_and_sets_blanks_apart(sheet: Make) -> None:
    grid = build_grid(sheet([["a", None, " "], [None, "b"]], merges=["A1:B2"]))
    assert [cell.ref for cell in grid.blanks] == ["C1"]
    assert [cell.ref for cell in grid.cells] == ["A1", "B2"]
    shown = [grid.shown(1, 2), grid.shown(2, 1), grid.shown(2, 2), grid.shown(1, 3)]
    assert [cell and cell.ref for cell in shown] == ["A1", "A1", "B2", None]
    filled = [grid.filled_down(1, 2), grid.filled_down(2, 1), grid.filled_down(2, 2)]
    assert [cell and cell.ref for cell in filled] == [None, "A1", "B2"]


def test_a_merged_block_over_all_of_a_sheet_costs_nothing(sheet: Make) -> None:
    grid = build_grid(sheet([["a"], [None, "b"]], merges=["A1:XFD1048576"]))
    assert grid.merge_at(2, 16_384) == Merge(
        top=1, left=1, bottom=1_048_576, right=16_384
    )
    assert grid.merge_at(3, 1) is None, "no cell stands in the row"


@pytest.mark.parametrize(
    ("code", "precision"),
    [
        ("dd/mm/yyyy", Precision.DAY),
        ("[$-409]d\\-mmm\\-yy;@", Precision.DAY),
        ("[$-42A]dddd, dd mmmm yyyy", Precision.DAY),
        ("d/m/yy h:mm AM/PM", Precision.DAY),
        ("mmm-yy", Precision.MONTH),
        ("mm/yyyy", Precision.MONTH),
        ('"tháng" mm/yyyy', Precision.MONTH),
        ("yyyy", Precision.YEAR),
        ("h:mm", None),
        ("mm:ss", None),
        ("[h]:mm", None),
        ("General", None),
        ("#,##0.00", None),
        ("0.00E+00", None),
        ('0 "days"', None),
        ("[Red]0", None),
        ("@", None),
        ("", None),
    ],
)
def test_a_format_shows_a_date_as_precisely_as_its_letters(
    code: str, precision: Precision | None
) -> None:
    assert precision_of(code) is precision


@pytest.mark.parametrize(
    ("code", "is_percent"),
    [("0%", True), ("0.0 %", True), ("0\\%", False), ('0"%"', False), ("0", False)],
)
def test_a_percent_format_scales(code: str, is_percent: bool) -> None:
    assert is_percent_format(code) is is_percent


@given(st.integers(-(10**6), 10**6), st.integers(0, 6))
def test_a_stored_float_is_the_number_that_was_typed(whole: int, places: int) -> None:
    typed = whole / 10**places
    number = number_of(f"{typed:.17g}")
    assert number is not None
    assert float(number) == typed
    assert len(number.as_tuple().digits) <= 15


@pytest.mark.parametrize("text", ["", "abc", "NaN", "Infinity", "1,5"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_of(text) is None
