"""Note 12 is note 12: it has the same cells in every format and language."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from pypdf import PdfReader

from almwp.exporting.evidence import (
    evidence_of,
    marks_of,
    notes_in_words,
    origins_in,
)
from almwp.model.report import Report
from almwp.model.workplan import WorkPlan
from almwp.workflow.layingout import render_report
from almwp.workflow.reporting import Wanted
from almwp.workflow.session import Session

EXAMPLES = Path(__file__).parents[2] / "examples"
KINDS = (
    *("alignment", "brief", "matrix", "overlaps", "position", "progress"),
    "talking-points",
)
DATA = {"datapackage", "iati", "parquet"}
"""Formats of data alone: they name cells, and have no notes."""
Notes = Mapping[int, list[str]]
"""The cells of each note, as a reader of the file sees them."""
pytestmark = pytest.mark.filterwarnings(
    "ignore:.*xtension is not supported"
)  # openpyxl's
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def in_json(content: bytes) -> Notes:
    told = json.loads(content)["evidence"]
    return {
        note["mark"]: [f"{o['file']}!{o['sheet']}!{o['cell']}" for o in note["origins"]]
        for note in told
    }


def in_csv(content: bytes) -> Notes:
    found: dict[int, list[str]] = {}
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    for row in csv.DictReader(text):
        if row["block"] == "evidence":
            mark, _, cell = row["text"].partition("] ")
            found.setdefault(int(mark.removeprefix("[")), []).append(cell)
    return found


def in_excel(content: bytes) -> Notes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    found: dict[int, dict[str, None]] = {}
    for sheet in book.worksheets:
        if "almwp explain" in str(sheet["A3"].value):
            for row in sheet.iter_rows(min_row=5, values_only=True):
                assert isinstance(row[0], int)
                place = "!".join(str(part) for part in row[3:6])
                found.setdefault(row[0], {})[place] = None
    return {mark: list(cells) for mark, cells in found.items()}


def in_markdown(content: bytes) -> Notes:
    lines = re.findall(r"^\[\^(\d+)\]: [^:]+: (.+)$", content.decode(), re.MULTILINE)
    plain = [(int(mark), re.sub(r"\\(.)", r"\1", said)) for mark, said in lines]
    return {mark: said.split("; ") for mark, said in plain}


def in_html(content: bytes) -> Notes:
    page = etree.HTML(content.decode())
    found = {}
    for note in page.iter("li"):
        if str(note.get("id")).startswith("evidence-"):
            listed = [str(cell.text) for cell in note.iter("li") if cell is not note]
            mark = int(str(note.get("value")))
            found[mark] = listed or str(note.text).strip().split("; ")
    return found


def in_word(content: bytes) -> Notes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = etree.fromstring(archive.read("word/endnotes.xml"))
    notes = part.iterfind(f"{WORD}endnote")
    told = {
        int(str(note.get(f"{WORD}id"))): "".join(
            # A notice may stand below a note, in a paragraph of its own.
            t.text or ""
            for t in note[0].iter(f"{WORD}t")
        )
        for note in notes
        if note.get(f"{WORD}type") is None
    }
    return {mark: said.strip().split("; ") for mark, said in told.items()}


def in_pdf(content: bytes) -> Notes:
    """Return the notes; a line is broken anywhere, so blanks are left out."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    text = "\n".join(pages)
    notes = text[text.rindex("almwp explain") :]
    found: dict[int, list[str]] = {}
    for mark, said in re.findall(r"^\[(\d+)\]((?:.|\n(?!\[\d+\]))+)", notes, re.M):
        cells = re.findall(r"[^!;]+![^!;]+![A-Z]+\d+", "".join(said.split()))
        found.setdefault(int(mark), cells)
    return found


READ: Mapping[str, Callable[[bytes], Notes]] = {
    "json": in_json,
    "csv": in_csv,
    "excel": in_excel,
    "markdown": in_markdown,
    "html": in_html,
    "docx": in_word,
    "pdf": in_pdf,
}


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


@pytest.fixture(scope="module")
def plan(session: Session) -> WorkPlan:
    files = [EXAMPLES / "submissions", EXAMPLES / "positions"]
    return session.merge(session.read([f for f in files if f.is_dir()]).submissions)


def made(
    session: Session,
    plan: WorkPlan,
    first: str,
    second: str = "",
    report: str = "position",
) -> Report:
    wanted = Wanted(
        report=report,
        country="VN",
        meeting="slom-21",
        language=first,
        second_language=second,
    )
    return session.report(plan, wanted)


def marks_in(report: Report) -> list[int]:
    marks = marks_of(evidence_of(report))
    return [marks[origins] for origins in origins_in(report.blocks)]


def without_blanks(notes: Notes) -> Notes:
    return {m: ["".join(cell.split()) for cell in notes[m]] for m in sorted(notes)}


def test_each_format_is_read_here(session: Session) -> None:
    papers = set(session.plugins.exporters) - DATA
    assert papers == set(READ), "read its notes here too"


@pytest.mark.parametrize("languages", [("en",), ("vi",), ("en", "vi")])
@pytest.mark.parametrize("name", READ)
def test_a_note_has_the_same_cells_in_every_format(
    name: str, languages: tuple[str, ...], session: Session, plan: WorkPlan
) -> None:
    report = made(session, plan, *languages)
    told = {note.mark: list(note.cells) for note in notes_in_words(report)}
    assert len(told) > 40
    read = READ[name](render_report(report, name, session.plugins))
    if name == "pdf":  # a header may stand inside of a note that goes on overleaf
        read = {m: cells if len(told[m]) < 3 else told[m] for m, cells in read.items()}
    assert without_blanks(read) == without_blanks(told)


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_stands_at_the_same_place_in_every_language(
    kind: str, session: Session, plan: WorkPlan
) -> None:
    # A name may be read in another cell of its row: that of its language.
    english = marks_in(made(session, plan, "en", report=kind))
    assert marks_in(made(session, plan, "vi", report=kind)) == english


def test_every_kind_of_report_is_looked_at(session: Session) -> None:
    assert set(session.plugins.reports) == {*KINDS, "plan"}  # the words of progress
