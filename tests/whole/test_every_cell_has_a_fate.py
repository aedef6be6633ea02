"""The ledger has every non-empty cell of any workbook once, as its XML counts them."""

import hashlib
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter.exceptions import OverlappingRange

from almwp.cli.main import run
from almwp.intake.cells import place_of
from almwp.model.ledger import Fate, LedgerEntry
from almwp.model.submission import Submission
from almwp.workflow.session import Session

FilledCells = Callable[[bytes], dict[str, list[str]]]
Read = Callable[[bytes], Submission]
ROOT = Path(__file__).resolve().parents[2]


def listed(words: str) -> list[str]:
    return words.split("|")


HEADINGS = listed(
    "No.|STT|Activity|Tên hoạt động|Kegiatan|Outcome|Kết quả|Lead|Nước chủ trì|"
    "Time frame|Thời gian|Status|Tình trạng|Progress (%)|As of|Partners|Actvity|"
    "Something else|Indicator|Baseline|Target|Unit|Title|Proposal|Agenda item|"
    "Stance|Remarks"
)
TEXTS = listed(
    "Country: Viet Nam|As of: 06/07/2024|Work programme: ALM WP 2021-2025|Outcome 2|"
    "ASEAN Labour Ministers' Work Programme 2021-2025|Thematic Area 2: OSH|I.|Total|"
    "Tổng cộng: 3 hoạt động|Training on OSH|Tập huấn thanh tra|- a\n- b|completed|"
    "Đang thực hiện|selesai|bogus|75%|1.250|75,5 %|¾|2021- 2022 (ongoing)|06/07/2024|"
    "Q3/2024|-|n/a|TBD| |\u200b|\u00a0|Viet Nam, ILO|SLOM-WG|2567|ANNUALLY|Lưu ý: x|"
    "a (SLOM-WG Work Plan 2021-2025)|=1+1|_x0041_|\ufeff|\u202eabc|🙂|\t|\r\n"
)
TABLES = [
    listed(words)
    for words in (
        "No.|Activity|Lead|Status|Time frame|Change of plan",
        "STT|Tên hoạt động|Chủ trì|Tình trạng|Tiến độ (%)|Thời gian",
        "No.|Indicator|Unit|Baseline|Target|Target year|Reading",
        "Item no.|Agenda item|Stance|Asked of the meeting|Speaker",
        "No.|Proposal|Rationale|Lead|Proposed by|We join",
        "Asked of|Ask or offer|Ask / offer",
        "Id|Level|Title|Belongs to|Basis",
        "Level id|Name of the level|Role|All there are|How many",
        "Id|Title|First year|Last year|Status|Basis",
        "About|Statement|Activities counted|of them completed",
    )
]
SHEETS = listed("Report|Báo cáo|Instructions|Hướng dẫn|Lists|Cover|Indicators|Agenda")

odd_texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff"), max_size=6
)
texts = st.sampled_from(TEXTS) | odd_texts
numbers = st.sampled_from((0, 1, 0.6, 0.75, 75, 120, -5, 1e300, 2024, 45473, 0.1, 2567))
values = st.one_of(
    st.none(),
    texts,
    texts.map(lambda text: normalize("NFD", text)),
    numbers,
    st.booleans(),
    st.sampled_from(("#REF!", "#N/A", "#DIV/0!")).map(lambda error: ("=A1", error)),
    st.sampled_from((0, "", "done", 3)).map(lambda stored: ("=1+1", stored)),
    texts.filter(bool).map(lambda text: ["struck", text]),
)
rows = st.one_of(
    st.lists(values, max_size=7),
    st.lists(st.sampled_from(HEADINGS), max_size=7),
    st.permutations(HEADINGS).map(lambda words: ["No.", "Activity", *words[:5]]),
    texts.map(lambda text: [text]),
    st.just([]),
)
filled = st.one_of(
    st.tuples(st.integers(1, 9), texts, *[values] * 5).map(list),
    st.lists(texts.filter(bool).map(lambda text: ["struck", text]), max_size=6),
)
headings = st.one_of(
    st.sampled_from(TABLES),
    st.sampled_from(TABLES).flatmap(st.permutations),
    st.permutations(HEADINGS).map(lambda words: ["No.", "Activity", *words[:5]]),
)


@st.composite
def sheets(draw: st.DrawFn) -> dict[str, Any]:
    blocks = st.tuples(
        st.lists(rows, max_size=3),
        headings.map(lambda words: [words]),
        st.lists(filled | rows, max_size=5),
    ).map(lambda parts: [row for part in parts for row in part])
    found = draw(st.lists(blocks | st.lists(rows, max_size=6), max_size=2))
    corners = st.tuples(st.integers(0, 9), st.integers(0, 6))
    sizes = st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(any)
    return {
        "rows": [row for block in found for row in block],
        "merges": draw(st.lists(st.tuples(corners, sizes), max_size=3)),
        "hidden": draw(st.sampled_from(("", "", "", "hidden", "very hidden"))),
        "hidden_rows": draw(st.sets(st.integers(0, 8), max_size=2)),
        "hidden_columns": draw(st.sets(st.integers(0, 6), max_size=1)),
        "left": draw(st.integers(0, 2)),
    }


workbooks = st.dictionaries(st.sampled_from(SHEETS), sheets(), min_size=1, max_size=3)


def write(book: dict[str, dict[str, Any]], dates_1904: bool = False) -> bytes:
    """Write a workbook as an honest program would; its first sheet is never hidden."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(
        out, {"in_memory": True, "date_1904": dates_1904}
    ) as workbook:
        struck = workbook.add_format({"font_strikeout": True})
        for place, (name, made) in enumerate(book.items()):
            sheet = workbook.add_worksheet(name)
            if place and made["hidden"] == "hidden":
                sheet.hide()
            elif place and made["hidden"]:
                sheet.very_hidden()
            for (top, left), (down, right) in made["merges"]:
                try:
                    sheet.merge_range(top, left, top + down, left + right, "")
                except OverlappingRange:
                    continue
            for row in made["hidden_rows"]:
                sheet.set_row(row, None, None, {"hidden": True})
            for column in made["hidden_columns"]:
                sheet.set_column(column, column, None, None, {"hidden": True})
            for row, cells in enumerate(made["rows"]):
                for column, value in enumerate(cells, start=made["left"]):
                    _put(sheet, row, column, value, struck)
    return out.getvalue()


def _put(sheet: Any, row: int, column: int, value: Any, struck: Any) -> None:
    match value:
        case None:
            pass
        case bool():
            sheet.write_boolean(row, column, value)
        case int() | float():
            sheet.write_number(row, column, value)
        case (str(formula), stored) if formula.startswith("="):
            sheet.write_formula(row, column, formula, None, stored)
        case ["struck", text]:
            sheet.write_string(row, column, text, struck)
        case _:
            sheet.write_string(row, column, value)


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


@pytest.fixture(scope="module")
def read(session: Session, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Read the bytes of a workbook as a file is read."""
    path = tmp_path_factory.mktemp("books") / "any.xlsx"

    def reading(content: bytes) -> Submission:
        path.write_bytes(content)
        (submission,) = session.read([path]).submissions
        assert submission.sha256 == hashlib.sha256(content).hexdigest()
        return submission

    return reading


def places(entries: tuple[LedgerEntry, ...]) -> Iterator[tuple[str, int, int]]:
    for entry in entries:
        first, _, last = entry.cells.partition(":")
        (top, left), (bottom, right) = place_of(first), place_of(last or first)
        assert left == right
        assert entry.count == bottom - top + 1
        assert entry.why
        yield from ((entry.sheet, row, left) for row in range(top, bottom + 1))


def counted(filled: dict[str, list[str]]) -> Counter[tuple[str, int, int]]:
    found = ((name, *place_of(ref)) for name, refs in filled.items() for ref in refs)
    return Counter(found)


@settings(max_examples=80, deadline=None)
@given(workbooks, st.booleans())
def test_every_non_empty_cell_of_any_workbook_is_in_the_ledger_once(
    read: Read,
    filled_cells: FilledCells,
    book: dict[str, dict[str, Any]],
    dates_1904: bool,
) -> None:
    content = write(book, dates_1904)
    submission = read(content)
    expected = counted(filled_cells(content))
    told = Counter(places(submission.ledger.entries))
    assert told == expected
    assert set(expected.values()) <= {1}
    fates = submission.ledger.by_fate
    assert sum(fates.values()) == submission.ledger.total == expected.total()


def example() -> bytes:
    head = ["No.", "Activity", "Lead", "Status", "Mood"]
    table: dict[str, Any] = {
        "rows": [
            ["Country: Viet Nam"],
            ["Work programme: ALM WP 2021-2025"],
            head,
            [1, "Job fairs", "VN", "completed", "good"],
            [2, "Survey", "VN", "bogus", ("=1+1", "")],
            ["Total", 2],
        ],
        "merges": [],
        "hidden": "",
        "hidden_rows": {4},
        "hidden_columns": set(),
        "left": 1,
    }
    hidden = {**table, "rows": [["x", None, "y"]], "hidden": "very hidden"}
    return write({"Báo cáo": table, "Lists": hidden})


def test_the_command_prints_the_fate_of_each_cell(
    filled_cells: FilledCells, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, content = tmp_path / "report.xlsx", example()
    path.write_bytes(content)
    assert run(["check", str(path), "--ledger", "--format", "json"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    entries = [LedgerEntry(**{**e, "fate": Fate(e["fate"])}) for e in file["ledger"]]
    assert Counter(places(tuple(entries))) == counted(filled_cells(content))
    assert {entry.fate for entry in entries} == set(Fate)
    assert run(["check", str(path), "--ledger"]) == 1
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    for entry in entries:
        words = [*entry.sheet.split(), entry.cells, str(entry.count), str(entry.fate)]
        assert any(line[: len(words)] == words for line in printed), entry


def test_the_examples_have_every_cell_in_their_ledgers(
    session: Session, filled_cells: FilledCells
) -> None:
    for file in session.read([ROOT / "examples" / "submissions"]).files:
        assert file.submission is not None
        told = Counter(places(file.submission.ledger.entries))
        assert told == counted(filled_cells(file.path.read_bytes()))
        assert told
