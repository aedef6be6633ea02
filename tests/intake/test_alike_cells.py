"""Cells that are alike are read once, and each is told of as if it were alone."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.catalogue.frameworks import framework
from almwp.intake import alikecells
from almwp.intake.alikecells import AlikeCells, content_of
from almwp.intake.cells import Cell, CellKind
from almwp.intake.dates import ColumnDates, column_dates
from almwp.intake.fieldlist import field_list
from almwp.intake.lexicon import Lexicon
from almwp.intake.numbercolumn import column_numbers
from almwp.intake.parsed import Spot
from almwp.intake.percentcolumn import column_percents
from almwp.intake.readvalue import read_value
from almwp.intake.values import Values

COLUMN = 3
SHEETS = field_list().sheets
FIELDS = [
    pytest.param(sheet.key, of.key, id=f"{sheet.key}-{of.key}")
    for sheet in SHEETS
    for of in sheet.fields
]
PROGRAMMES = ("ALM-WP-2016-2020", "ALM-WP-2021-2025", "ALM-WP-2026-2030", None)

texts = st.sampled_from(
    [
        *("1", "1.0", "0.6", "45%", "1.250", "140%", "TRUE", "2024", "6", "III", "-"),
        *("n/a", "not due", "done", "Done ", "ongoing (70%)", "almost", "withdrawn"),
        *("06/07/2024", "31/12/2024", "12/31/2024", "06/07/24", "Jun-24", "2021-5"),
        *("2567", "2019-2020", "30 June 2042", "Q1/2022", "annual", "2024?", "x"),
        *("VN, TH", "All AMS (led by Thailand)", "M 7", "ILO", "SLOM-WG", "gender"),
        *("Outcome 1", "9", "ALM WP 2021-2025", "ALM WP 2021-2025; 3", "regional"),
        *("Đào tạo", "\u0110a\u0300o ta\u0323o", "a\nb", " ", "\u200b", "1" * 20),
        *("#N/A", "45000", "45000.5", "-5", "1E+300", "support", "up", "yes"),
    ]
)
codes = st.sampled_from(["General", "0%", "dd/mm/yyyy", "yyyy", "h:mm", "# ?/?", "@"])
kinds = st.sampled_from(CellKind)


@st.composite
def columns(draw: st.DrawFn) -> list[Cell]:
    """Draw a column in which the same few texts come again, stored in a few ways."""
    few = draw(st.lists(texts, min_size=1, max_size=2))
    stored = draw(st.lists(kinds, min_size=1, max_size=2))
    shown = draw(st.lists(codes, min_size=1, max_size=2))
    cells = st.builds(
        Cell,
        row=st.just(1),
        column=st.just(COLUMN),
        kind=st.sampled_from(stored),
        text=st.sampled_from(few),
        number_format=st.sampled_from(shown),
    )
    drawn = draw(st.lists(cells, min_size=2, max_size=9))
    return [cell._replace(row=row) for row, cell in enumerate(drawn, start=7)]


def known_of(cells: list[Cell], lexicon: Lexicon, programmes: list[Any]) -> Values:
    """Return what a table with such a column, in which rows name programmes, knows."""
    named = [lexicon.framework(known) for known in programmes]
    return Values(
        spot=Spot(file="report.xlsx", sheet="Report"),
        lexicon=lexicon,
        framework=framework("ALM-WP-2021-2025"),
        dates=[(COLUMN, column_dates(cells, "en"))],
        percents=[(COLUMN, column_percents(cells))],
        numbers=[(COLUMN, column_numbers(cells, "en"))],
        frameworks=dict(enumerate(named, start=7)),
    )


def reader_of(of: Any, values: Values) -> AlikeCells:
    (dates,) = (dates for _, dates in values.dates)
    return AlikeCells(of=of, values=values, has_place=dates.mixed is not None)


@pytest.mark.parametrize(("sheet", "key"), FIELDS)
@settings(max_examples=15)
@given(cells=columns(), programmes=st.lists(st.sampled_from(PROGRAMMES), max_size=9))
def test_a_cell_reads_as_if_none_were_like_it(
    lexicon: Lexicon, sheet: str, key: str, cells: list[Cell], programmes: list[Any]
) -> None:
    values = known_of(cells, lexicon.of(sheet), programmes)
    (of,) = (of for of in values.lexicon.columns if of.key == key)
    alike = reader_of(of, values)
    assert [alike.read(cell) for cell in cells] == [
        read_value(values, of, cell) for cell in cells
    ]


@pytest.mark.parametrize(("sheet", "key"), FIELDS)
@settings(max_examples=15)
@given(cells=columns(), programmes=st.lists(st.sampled_from(PROGRAMMES), max_size=9))
def test_where_nothing_is_to_be_told_what_is_known_of_a_content_holds_for_each_cell(
    lexicon: Lexicon, sheet: str, key: str, cells: list[Cell], programmes: list[Any]
) -> None:
    values = known_of(cells, lexicon.of(sheet), programmes)
    (of,) = (of for of in values.lexicon.columns if of.key == key)
    alike = reader_of(of, values)
    for cell in cells:
        alike.read(cell)
    for cell in cells:
        known = alike.known.get(content_of(cell))
        if known is not None and not known.findings:
            assert known == read_value(values, of, cell)


def test_what_looks_alike_and_is_stored_otherwise_is_not_alike(
    lexicon: Lexicon,
) -> None:
    number = Cell(row=7, column=COLUMN, kind=CellKind.NUMBER, text="1")
    odd = [
        number,
        number._replace(kind=CellKind.TEXT),
        number._replace(kind=CellKind.BOOLEAN, text="TRUE"),
        number._replace(number_format="0%"),
        number._replace(text="1.0"),
        number._replace(kind=CellKind.TEXT, text="Đào tạo"),
        number._replace(kind=CellKind.TEXT, text="\u0110a\u0300o ta\u0323o"),
    ]
    values = known_of([], lexicon, [])
    (of,) = (of for of in lexicon.columns if of.key == "budget")
    with_all = reader_of(of, values)
    read = [with_all.read(cell) for cell in odd]
    assert read == [read_value(values, of, cell) for cell in odd]
    assert [with_all.read(cell) for cell in odd] == read


def test_what_is_told_at_one_date_only_is_told_there(lexicon: Lexicon) -> None:
    dates = ("13/01/2024", "01/13/2024", "13/01/2024", "01/13/2024")
    cells = [
        Cell(row=row, column=COLUMN, kind=CellKind.TEXT, text=text)
        for row, text in enumerate(dates, start=7)
    ]
    values = known_of(cells, lexicon, [])
    assert values.dates_of(cells[0]) != ColumnDates()
    (of,) = (of for of in lexicon.columns if of.key == "as_of")
    alike = reader_of(of, values)
    told = [[f.code for f in alike.read(cell).findings] for cell in cells]
    assert told == [[f.code for f in read_value(values, of, c).findings] for c in cells]
    assert told[1] != told[3]


def test_a_column_without_two_alike_keeps_few_cells_in_mind(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alikecells, "MOST", 5)
    values = known_of([], lexicon, [])
    (of,) = (of for of in lexicon.columns if of.key == "title")
    alike = reader_of(of, values)
    for row in range(7, 57):
        cell = Cell(row=row, column=COLUMN, kind=CellKind.TEXT, text=f"Study {row}")
        assert alike.read(cell).value == f"Study {row}"
        assert len(alike.known) <= 5
