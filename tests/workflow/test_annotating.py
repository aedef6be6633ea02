"""Marked copies: where they go, in which language, and what is left alone."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve

from almwp.errors import CallError, UnknownNameError, UnwritableFileError
from almwp.findings.remarks import Remarks
from almwp.findings.remarkstamp import STAMP
from almwp.intake.cells import Book
from almwp.intake.limits import Limits
from almwp.plugins.hookspecs import hookimpl
from almwp.plugins.records import Reader
from almwp.workflow.annotating import Annotated
from almwp.workflow.session import Session

MakeWorkbook = Callable[..., Path]
BAD = ("1", "Job fairs", "Viet Nam", "Done and dusted", "2023")
VIETNAMESE = ("STT", "Tên hoạt động", "Nước chủ trì", "Tình trạng", "Thời gian")


def annotated(
    session: Session, folder: Path, *paths: Path, language: str | None = None
) -> Annotated:
    return session.annotate(session.read(paths), folder, language=language)


def listed(path: Path) -> list[str]:
    sheet = openpyxl.load_workbook(path).worksheets[-1]
    assert sheet["A1"].value == STAMP
    return [str(cell.value) for cell in sheet["G"][4:]]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_copy_has_the_name_of_its_file_and_all_findings(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = make_workbook("vn.xlsx", BAD)
    before = digest(path)
    done = annotated(session, tmp_path / "new" / "out", path)
    (copy,) = done.copies
    assert copy.source == path
    assert copy.target == tmp_path / "new" / "out" / "vn.xlsx"
    assert (done.left_out, done.failures) == ((), ())
    (submission,) = session.read([path]).submissions
    assert listed(copy.target) == [f.message() for f in submission.findings]
    assert digest(path) == before
    assert names(copy.target.parent) == ["vn.xlsx"]


def test_findings_between_the_files_are_marked_too(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    one, two = make_workbook("a.xlsx", BAD), make_workbook("b.xlsx", BAD)
    two.write_bytes(one.read_bytes())
    done = annotated(session, tmp_path / "out", one, two)
    first, second = (listed(copy.target) for copy in done.copies)
    (more,) = set(second) - set(first)
    assert "a.xlsx" in more


def test_a_marked_copy_is_read_like_the_file_and_marked_again_the_same(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = make_workbook("vn.xlsx", BAD)
    (copy,) = annotated(session, tmp_path / "out", path).copies
    (before,) = session.read([path]).submissions
    (after,) = session.read([copy.target]).submissions
    assert after.sheets == (*before.sheets, "almwp findings")
    assert after.findings == before.findings
    known = {entry for entry in after.ledger.entries if entry.sheet in before.sheets}
    assert known == set(before.ledger.entries)
    (why,) = {e.why for e in after.ledger.entries if e.sheet not in before.sheets}
    assert why == "findings sheet of almwp"
    (again,) = annotated(session, tmp_path / "twice", copy.target).copies
    assert digest(again.target) == digest(copy.target)


def test_a_corrected_copy_comes_back_clean(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = make_workbook("vn.xlsx", BAD)
    (copy,) = annotated(session, tmp_path / "out", path).copies
    (found,) = [f for f in session.read([path]).submissions[0].findings if f.at.cell]
    book = openpyxl.load_workbook(copy.target)
    assert found.at.cell is not None
    marked = book["Report"][found.at.cell]
    assert marked.comment is not None
    marked.value = "Completed"
    book["Report"]["A2"] = "Work programme: ALM WP 2021-2025"
    book["Report"]["B2"] = "As of: 2024-06-30"
    book.save(copy.target)
    (again,) = annotated(session, tmp_path / "clean", copy.target).copies
    assert session.read([again.target]).submissions[0].findings == ()
    clean = openpyxl.load_workbook(again.target)
    assert clean.sheetnames == ["Report"]
    assert clean["Report"][found.at.cell].comment is None
    assert clean["Report"][found.at.cell].fill.patternType is None


def test_a_copy_somebody_has_corrected_is_kept_and_the_new_one_gets_a_number(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path, out = make_workbook("vn.xlsx", BAD), tmp_path / "out"
    annotated(session, out, path)
    (replaced,) = annotated(session, out, path, language="vi").copies
    assert names(out) == ["vn.xlsx"]
    book = openpyxl.load_workbook(replaced.target)
    book["Report"]["B6"] = "Corrected by hand"
    book.save(replaced.target)
    corrected = digest(replaced.target)
    for _ in range(2):  # a third copy is the second over again
        (copy,) = annotated(session, out, path).copies
        assert copy.target == out / "vn-2.xlsx"
    assert digest(out / "vn.xlsx") == corrected
    assert names(out) == ["vn-2.xlsx", "vn.xlsx"]


@pytest.mark.parametrize(
    ("language", "title", "word"),
    [(None, "almwp phát hiện", "lỗi"), ("en", "almwp findings", "error")],
)
def test_the_words_are_those_of_the_file_unless_others_are_asked_for(
    session: Session,
    make_workbook: MakeWorkbook,
    tmp_path: Path,
    language: str | None,
    title: str,
    word: str,
) -> None:
    path = make_workbook("vn.xlsx", BAD, headings=VIETNAMESE)
    (copy,) = annotated(session, tmp_path / "out", path, language=language).copies
    sheet = openpyxl.load_workbook(copy.target).worksheets[-1]
    assert sheet.title == title
    assert word in {cell.value for cell in sheet["B"]}


def test_a_language_without_messages_is_answered_in_english(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    headings = ("No", "Kegiatan", "Negara pemimpin", "Status", "Waktu")
    path = make_workbook("id.xlsx", BAD, headings=headings)
    assert session.read([path]).submissions[0].language == "id"
    (copy,) = annotated(session, tmp_path / "out", path).copies
    assert openpyxl.load_workbook(copy.target).sheetnames[-1] == "almwp findings"
    with pytest.raises(UnknownNameError):
        annotated(session, tmp_path / "out", path, language="xx")


def test_files_of_one_name_get_copies_of_several(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    paths = [
        make_workbook("one/vn.xlsx", BAD),
        make_workbook("two/VN.xlsx", BAD, BAD),
        make_workbook("three/vn-2.xlsx", BAD, BAD, BAD),
        make_workbook("four/vn.xlsx", BAD, BAD, BAD, BAD),
    ]
    done = annotated(session, tmp_path / "out", *paths)
    assert [copy.target.name for copy in done.copies] == [
        *("vn.xlsx", "VN-3.xlsx", "vn-2.xlsx", "vn-4.xlsx"),
    ]
    counts = [session.read([copy.target]).submissions[0] for copy in done.copies]
    assert [len(each.activities) for each in counts] == [
        len(each.activities) for each in session.read(paths).submissions
    ]


def test_no_copy_takes_the_place_of_a_file_that_was_named(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = make_workbook("in/vn.xlsx", BAD)
    other = make_workbook("other/id.xlsx", BAD)
    before = digest(path)
    for folder in (path.parent, tmp_path / "other" / ".." / "in"):
        with pytest.raises(CallError, match=r"vn\.xlsx.* would replace the file"):
            annotated(session, folder, other, path)
    assert names(path.parent) == ["vn.xlsx"]
    assert digest(path) == before


def test_what_cannot_be_marked_is_said_and_the_rest_is_marked(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    lines = tmp_path / "vn.csv"
    lines.write_text("No.,Activity,Status\n1,Job fairs,Completed\n", encoding="utf-8")
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"")
    good = make_workbook("good.xlsx", BAD)
    done = annotated(session, tmp_path / "out", lines, broken, good)
    assert [copy.target.name for copy in done.copies] == ["good.xlsx"]
    (why,) = done.left_out
    assert str(why).startswith(f"{lines}: a file of this kind cannot be marked; save")
    assert done.failures == ()
    assert names(tmp_path / "out") == ["good.xlsx"]


def test_a_file_that_was_changed_meanwhile_is_not_marked(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = make_workbook("vn.xlsx", BAD)
    read = session.read([path])
    make_workbook("vn.xlsx", BAD, BAD)
    (why,) = session.annotate(read, tmp_path / "out").failures
    assert isinstance(why, UnwritableFileError)
    assert "changed while it was being checked" in str(why)
    assert not (tmp_path / "out").exists()


def test_a_copy_that_cannot_be_written_is_a_failure(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = make_workbook("vn.xlsx", BAD)
    (tmp_path / "out" / "vn.xlsx").mkdir(parents=True)
    (why,) = annotated(session, tmp_path / "out", path).failures
    assert why.exit_code == 3


class Stamper:
    """A plugin whose reader annotates in its own way, or breaks."""

    def __init__(self, reader: Reader, answer: object) -> None:
        self.reader, self.answer = reader, answer

    @hookimpl
    def almwp_readers(self) -> Iterator[Reader]:
        yield evolve(self.reader, annotate=self.annotate)

    def annotate(self, content: bytes, name: str, remarks: Remarks) -> bytes:
        assert isinstance(remarks, Remarks)
        return self.answer  # type: ignore[return-value]


@pytest.mark.parametrize("answer", [b"marked", "no bytes"])
def test_any_reader_may_annotate_and_one_that_breaks_is_named(
    tmp_path: Path, answer: object
) -> None:
    def read(content: bytes, name: str, limits: Limits) -> Book:
        return Book()

    reader = Reader(
        name="own",
        summary="Own",
        patterns=("*.own",),
        sniff=lambda head: head == b"own",
        read=read,
    )
    session = Session.start(extra={"stamper": Stamper(reader, answer)})
    path = tmp_path / "vn.own"
    path.write_bytes(b"own")
    done = annotated(session, tmp_path / "out", path)
    if answer == b"marked":
        assert done.copies[0].target.read_bytes() == b"marked"
    else:
        (why,) = done.failures
        assert why.exit_code == 4
        assert "stamper" in str(why)
