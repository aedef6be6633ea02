"""Every non-empty cell of any workbook has exactly one fate."""

import re
from collections import Counter
from collections.abc import Callable
from unicodedata import normalize

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.intake.arrival import Arrival
from almwp.intake.cells import (
    Book,
    Cell,
    CellKind,
    Merge,
    Sheet,
    Strike,
    Visibility,
    place_of,
)
from almwp.intake.lexicon import Lexicon
from almwp.intake.submission import read_submission
from almwp.model.ledger import Fate, LedgerEntry
from almwp.model.submission import Submission


def listed(words: str) -> list[str]:
    return words.split("|")


HEADINGS = listed(
    "No.|STT|Activity|Tên hoạt động|Tên tiếng Việt|Kegiatan|Outcome|Kết quả|Lead|"
    "Priority area|Nước chủ trì|Time frame|Thời gian|Status|Tình trạng|Progress (%)|"
    "As of|Tính đến ngày|Partners|Source|Actvity|Something else"
)
LINES = listed(
    "Country: Viet Nam|Country:|Nước báo cáo: Việt Nam|Thailand|Outcome 2|"
    "Thematic Area 2: OSH Standards and Best Practices|As of: 06/07/2024|"
    "Work programme: ALM WP 2021-2025|Meeting: SLOM 21|"
    "ASEAN Labour Ministers' Work Programme 2021-2025"
)
VALUES = listed(
    "1|2.|(1)|I. Section|Training on OSH|Tập huấn thanh tra|- 9th conference|| |\u200b|"
    "-|n/a|TBD|Total|Tổng cộng: 3 hoạt động|Tổng kết 5 năm|completed|Đang thực hiện|"
    "selesai|bogus|75%|1.250|0,6|¾|2021- 2022 (ongoing)|06/07/2024|Q3/2024|#|%|"
    "cuối năm 2025|Viet Nam, ILO|All ASEAN Member States|SLOM-WG|Outcome 1|"
    "Skilled and Adaptable Workforce|(SLOM-WG Work Plan 2021-2025)|"
    "A (SLOM-WG Work Plan 2021-2025)|https://a.example\nhttps://b.example"
)

texts = st.sampled_from([*VALUES, *LINES, *HEADINGS, "long " * 60]) | st.text(
    max_size=8
)
numbers = st.sampled_from(
    listed("0|1|1.0|0.75|0.55000000000000004|75|120|-5|1E+300|2024|45473|60")
)
formats = st.sampled_from(
    ("General", "0%", "0.0%", "dd/mm/yyyy", "mmm-yy", "yyyy", "h:mm", "@", "")
)
formulas = st.none() | st.just('IF(A1="","",A1)')
texts_of_kind = {
    CellKind.TEXT: texts,
    CellKind.NUMBER: numbers,
    CellKind.BOOLEAN: st.sampled_from(("TRUE", "FALSE")),
    CellKind.ERROR: st.sampled_from(("#REF!", "#N/A")),
    CellKind.DATE: st.sampled_from(
        ("2024-06-30", "2024-06-30T00:00:00", "2024-02-31", "T12:00")
    ),
    CellKind.UNCALCULATED: st.just(""),
}


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    kind = draw(st.sampled_from([*CellKind, CellKind.TEXT, CellKind.TEXT]))
    text, formula = draw(texts_of_kind[kind]), draw(formulas)
    if not text and formula is None:
        formula = "A1"
    return Cell(
        row=1,
        column=1,
        kind=kind,
        text=text,
        formula=formula,
        number_format=draw(formats),
        hidden=draw(st.booleans()),
        strike=draw(st.sampled_from(Strike)),
    )


def text_cell(text: str) -> Cell:
    return Cell(row=1, column=1, kind=CellKind.TEXT, text=text, formula="A1")


def as_row(cells_of_row: list[Cell | None]) -> dict[int, Cell]:
    return {column: cell for column, cell in enumerate(cells_of_row, 1) if cell}


lines = st.sampled_from([*LINES, *VALUES]).map(lambda text: as_row([text_cell(text)]))
gaps = st.just(as_row([]))
headings = st.lists(st.sampled_from(HEADINGS), max_size=8, unique=True).map(
    lambda words: as_row([text_cell(word) for word in words])
)
titled = st.permutations(HEADINGS).map(
    lambda words: as_row([text_cell(w) for w in ("No.", "Activity", *words[:6])])
)
data = st.lists(st.none() | cells(), max_size=9).map(as_row)
filled = st.tuples(
    st.none() | cells(), texts.filter(bool).map(text_cell), *[st.none() | cells()] * 6
).map(lambda row: as_row(list(row)))
tables = st.tuples(
    st.lists(lines | gaps, max_size=3),
    st.lists(titled | titled | headings, min_size=1, max_size=2),
    st.lists(filled | filled | filled | data | lines | gaps, max_size=7),
).map(lambda parts: [row for part in parts for row in part])


@st.composite
def merges(draw: st.DrawFn, height: int) -> list[Merge]:
    made: list[Merge] = []
    for _ in range(draw(st.integers(0, 3))):
        top, left = draw(st.integers(1, height)), draw(st.integers(1, 8))
        right = left + draw(st.integers(0, 3))
        made.append(
            Merge(top=top, left=left, bottom=top + draw(st.integers(0, 3)), right=right)
        )
    return made


@st.composite
def sheets(draw: st.DrawFn, name: str) -> Sheet:
    placed = []
    found_rows = [row for part in draw(st.lists(tables, max_size=2)) for row in part]
    for number, row in enumerate(found_rows, start=1):
        found = [row[c]._replace(row=number, column=c) for c in sorted(row)]
        if found:
            placed.append(tuple(found))
    return Sheet(
        name=name,
        visibility=draw(
            st.sampled_from([*Visibility, Visibility.VISIBLE, Visibility.VISIBLE])
        ),
        merges=draw(merges(12)),
        read_rows=lambda: iter(placed),
    )


@st.composite
def books(draw: st.DrawFn) -> Book:
    names = draw(
        st.lists(
            st.sampled_from(("Report", "Báo cáo", "Instructions", "Cover", "List")),
            unique=True,
            max_size=3,
        )
    )
    return Book(
        sheets=[draw(sheets(name)) for name in names],
        starts_1904=draw(st.booleans()),
    )


def read_book(book: Book, lexicon: Lexicon) -> Submission:
    return read_submission(Arrival(name="a.xlsx", sha256="5a" * 32, book=book), lexicon)


def places(entry: LedgerEntry) -> list[tuple[str, int, int]]:
    first, _, last = entry.cells.partition(":")
    (top, left), (bottom, right) = place_of(first), place_of(last or first)
    assert left == right
    return [(entry.sheet, row, left) for row in range(top, bottom + 1)]


@settings(max_examples=150, deadline=None)
@given(books())
def test_every_cell_of_any_workbook_has_one_fate(lexicon: Lexicon, book: Book) -> None:
    filled = Counter(
        (sheet.name, cell.row, cell.column)
        for sheet in book.sheets
        for row in sheet.rows()
        for cell in row
    )
    read = read_book(book, lexicon)
    told = Counter(place for entry in read.ledger.entries for place in places(entry))
    assert told == filled
    assert read.ledger.total == sum(read.ledger.by_fate.values()) == len(filled)
    assert all(entry.count == len(places(entry)) for entry in read.ledger.entries)


def sheet_of(name: str, rows: list[dict[int, Cell]]) -> Sheet:
    placed = [
        tuple(row[c]._replace(row=number, column=c) for c in sorted(row))
        for number, row in enumerate(rows, start=1)
    ]
    return Sheet(name=name, read_rows=lambda: iter(placed))


def test_headings_of_no_table_above_a_line_of_a_cover_have_a_fate(
    lexicon: Lexicon,
) -> None:
    table = as_row([text_cell(word) for word in ("No.", "Activity", "Status")])
    line = {2: text_cell("Country:"), 8: text_cell("1")}  # a country is none: refused
    cover = [as_row([text_cell("No."), text_cell("STT")]), line]
    sheets = [sheet_of("Report", [table]), sheet_of("Cover", cover)]
    assert read_book(Book(sheets=sheets), lexicon).ledger.total == 7


@settings(max_examples=100, deadline=None)
@given(books())
def test_a_refused_cell_is_refused_by_a_finding_that_was_said(
    lexicon: Lexicon, book: Book
) -> None:
    read = read_book(book, lexicon)
    codes = {finding.code for finding in read.findings}
    refused = [e for e in read.ledger.entries if e.fate is Fate.REFUSED]
    assert {entry.why for entry in refused} <= codes
    assert all(re.fullmatch(r"ALM\d{3}", entry.why) for entry in refused)


@settings(max_examples=100, deadline=None)
@given(books())
def test_every_finding_points_to_a_sheet_and_speaks(
    lexicon: Lexicon, book: Book
) -> None:
    names = {sheet.name for sheet in book.sheets} | {None}
    for finding in read_book(book, lexicon).findings:
        assert finding.at.file == "a.xlsx"
        assert finding.at.sheet in names
        assert "{" not in finding.message().replace(finding.found or "", "")
        assert finding.hint()


@settings(max_examples=60, deadline=None)
@given(books())
def test_reading_twice_gives_the_same(lexicon: Lexicon, book: Book) -> None:
    assert read_book(book, lexicon) == read_book(book, lexicon)


def in_form(book: Book, form: Callable[[str], str]) -> Book:
    def cells_of(sheet: Sheet) -> list[tuple[Cell, ...]]:
        return [
            tuple(cell._replace(text=form(cell.text)) for cell in row)
            for row in sheet.rows()
        ]

    def changed(sheet: Sheet) -> Sheet:
        found = cells_of(sheet)
        return evolve(sheet, read_rows=lambda: iter(found))

    return evolve(book, sheets=[changed(sheet) for sheet in book.sheets])


@settings(max_examples=100, deadline=None)
@given(books())
def test_composed_and_decomposed_workbooks_say_the_same(
    lexicon: Lexicon, book: Book
) -> None:
    composed = read_book(in_form(book, lambda t: normalize("NFC", t)), lexicon)
    decomposed = read_book(in_form(book, lambda t: normalize("NFD", t)), lexicon)
    assert composed.activities == decomposed.activities
    assert composed.findings == decomposed.findings
    assert composed.country == decomposed.country
    assert composed.framework == decomposed.framework
