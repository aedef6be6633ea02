"""Odd text is kept, made harmless or refused by the rules of the page about it."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from almwp.findings.text_rules import FULL_CELL, TURNED_TEXT, UNSEEN_CHARACTERS
from almwp.intake.arrival import Arrival
from almwp.intake.cells import Book, Cell, CellKind, Sheet
from almwp.intake.display import words_of
from almwp.intake.lexicon import Lexicon
from almwp.intake.oddtext import FULL
from almwp.intake.submission import read_submission
from almwp.model.report import Bullets, Heading, Note, Paragraph, Report
from almwp.workflow.session import Session

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "odd-text.md"
RULES = {TURNED_TEXT.code, UNSEEN_CHARACTERS.code, FULL_CELL.code}


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


def codes(text: str, lexicon: Lexicon) -> set[str]:
    cell = Cell(row=1, column=1, kind=CellKind.TEXT, text=text)
    book = Book(sheets=[Sheet(name="One", read_rows=lambda: iter([(cell,)]))])
    arrival = Arrival(name="one.xlsx", sha256="5a" * 32, book=book)
    found = read_submission(arrival, lexicon).findings
    return {finding.code for finding in found} & RULES


WAY_IN = [
    ("an accent", "Đa\u0300o ta\u0323o", "Đào tạo", set()),
    ("zero-width", "\ufeffde\u00adcent\u200b \u200dwork\u2060", "decent work", set()),
    (
        "a carriage",
        "a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h",
        "a\nb\nc\nd\ne\nf\ng\nh",
        set(),
    ),
    ("marks", "in\u202evoice\u2066", "invoice", {"ALM170"}),
    ("control", "be\x07ll \x1b[31m\x9b1m", "be\x07ll \x1b[31m\x9b1m", {"ALM171"}),
    ("control", "tag\U000e0041\U000e007f", "tag\U000e0041\U000e007f", {"ALM171"}),
    ("half", "_xD800_", "_xD800_", set()),
    ("32,767", "a" * FULL, "a" * FULL, {"ALM172"}),
    ("32,767", "👩" * 16_384, "👩" * 16_384, {"ALM172"}),
    ("32,767", "a" * (FULL - 1), "a" * (FULL - 1), set()),
    ("nothing but", "\u200b \u00a0\ufeff", "", set()),
]


@pytest.mark.parametrize(
    ("what", "text", "read", "said"), WAY_IN, ids=lambda e: ascii(e)[:30]
)
def test_a_text_comes_in_by_its_rule(
    what: str, text: str, read: str, said: set[str], session: Session
) -> None:
    cell = Cell(row=1, column=1, kind=CellKind.TEXT, text=text)
    assert words_of(cell) == read
    assert codes(text, session.reading.lexicon) == said


def test_the_page_has_a_line_for_each_case_and_names_its_rule() -> None:
    rows = [
        r for r in PAGE.read_text(encoding="utf-8").split("\n") if r.startswith("|")
    ]
    tried = {next(row for row in rows if row.startswith(f"| {w}")) for w, *_ in WAY_IN}
    start = rows.index("| what a cell holds | what is read | what is said |")
    assert tried == set(rows[start + 2 : start + 10])
    for what, _, _, said in WAY_IN:
        row = next(row for row in rows if row.startswith(f"| {what}"))
        assert said <= set(re.findall(r"ALM\d+", row))


def test_a_sign_is_named_once_for_a_sheet_with_its_cells_counted(
    session: Session,
) -> None:
    cells = [
        Cell(row=n, column=1, kind=CellKind.TEXT, text=f"bell {chr(n)}")
        for n in range(1, 9)
    ]
    book = Book(
        sheets=[Sheet(name="One", read_rows=lambda: iter([(c,) for c in cells]))]
    )
    arrival = Arrival(name="one.xlsx", sha256="5a" * 32, book=book)
    found = read_submission(arrival, session.reading.lexicon).findings
    (told,) = [f for f in found if f.rule == UNSEEN_CHARACTERS]
    assert told.at.cell == "A1"
    assert "U+0001" in told.message()
    assert "on the sheet: 8)" in told.message()


ODD = "a\x07\x1b[31m\x7f\x9b1m\ud800\ufffe\U000e0041\u202e\u2066z"
RAW = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\U000e0041\u202a-\u202e\u2066-\u2069]"
)
TEXT_FORMATS = ("csv", "datapackage", "docx", "excel", "html", "iati", "markdown")


def parts_of(content: bytes) -> list[str]:
    """Return the texts of a file, those of its parts where it is packed."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return [content.decode()]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [n for n in package.namelist() if n.endswith((".xml", ".csv", ".json"))]
        return [package.read(name).decode() for name in names]


def paper(text: str) -> Report:
    blocks = (Heading(text=text), Paragraph(text=text), Note(text=text))
    return Report(title=text, notice=text, blocks=[*blocks, Bullets(items=[text])])


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_no_format_has_odd_characters_as_they_are(name: str, session: Session) -> None:
    parts = parts_of(session.render(paper(ODD), name))
    assert not any(RAW.search(part) for part in parts)
    assert any("a\ufffd\ufffd" in part for part in parts)


def test_json_has_each_by_its_number_and_none_is_lost(session: Session) -> None:
    content = session.render(paper(ODD), "json").decode()
    assert not RAW.search(content)
    for sign in (r"\u0007", r"\u001b", r"\u007f", r"\u009b", r"\ud800", r"\u202e"):
        assert sign in content


@pytest.mark.parametrize("name", ["csv", "datapackage", "html", "markdown"])
def test_lines_end_in_one_way_whatever_ended_them(name: str, session: Session) -> None:
    ends = session.render(paper("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h"), name)
    same = session.render(paper("a\nb\nc\nd\ne\nf\ng\nh"), name)
    assert ends == same


@pytest.mark.parametrize("name", ["csv", "docx", "html", "iati", "json", "markdown"])
def test_a_text_longer_than_a_cell_stays_whole(name: str, session: Session) -> None:
    text = "word " * 8_000 + "end"
    assert any(text in part for part in parts_of(session.render(paper(text), name)))


def test_excel_holds_a_longer_text_on_a_sheet_of_its_own(session: Session) -> None:
    parts = parts_of(session.render(paper("word " * 8_000 + "the-very-end"), "excel"))
    texts = [t for part in parts for t in re.findall(r"<t[^>]*>([^<]*)</t>", part)]
    assert max(map(len, texts)) <= FULL
    assert any("the-very-end" in text for text in texts)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d"])
def test_words_that_begin_like_a_formula_stay_words(
    sign: str, session: Session
) -> None:
    text = f"{sign}SUM(A1:A9)"
    for name in ("csv", "datapackage"):
        parts = parts_of(session.render(paper(text), name))
        assert any(f"'{text}" in part for part in parts)
    looks = parts_of(session.render(paper(text), "excel"))
    assert any("quotePrefix" in part for part in looks)
    assert not any("<f>" in part for part in looks)
