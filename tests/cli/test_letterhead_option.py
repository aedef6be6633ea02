"""``--letterhead``: a ministry's own paper, named on the command line."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

ROOT = Path(__file__).resolve().parents[2]
SUBMISSIONS = str(ROOT / "examples" / "submissions")
ASKED = ("position", SUBMISSIONS, "--country", "VN", "--meeting", "slom-21")

Almwp = Callable[..., Any]


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "BỘ NỘI VỤ"
    document.add_paragraph("SECRET")
    path = tmp_path / "mẫu giấy.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("audience", ["internal", "delegation", "meeting"])
def test_a_position_is_written_on_the_ministrys_paper(
    almwp: Almwp, letterhead: Path, tmp_path: Path, audience: str
) -> None:
    out = tmp_path / "out"
    ended = almwp(*ASKED, "--letterhead", letterhead, "-o", out, "--audience", audience)
    assert ended.code == 0
    (path,) = out.iterdir()
    assert ended.out.strip() == str(path)
    section = Document(str(path)).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "BỘ NỘI VỤ"
    assert "National position of Viet Nam" in section.header.paragraphs[0].text
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        for name in archive.namelist():
            assert b"SECRET" not in archive.read(name)


def test_a_file_that_is_no_letterhead_is_named(almwp: Almwp, tmp_path: Path) -> None:
    bad = tmp_path / "paper.docx"
    bad.write_bytes(b"no")
    ended = almwp(*ASKED, "--letterhead", bad, "-o", tmp_path / "out")
    assert ended.code == 3
    assert "paper.docx: this is no Word document" in ended.err
    assert not (tmp_path / "out").exists()


def test_a_letterhead_that_is_not_there_is_named(almwp: Almwp, tmp_path: Path) -> None:
    ended = almwp(
        *ASKED, "--letterhead", tmp_path / "none.docx", "-o", tmp_path / "out"
    )
    assert ended.code == 3
    assert "none.docx: there is no such file" in ended.err


def test_a_format_that_takes_none_says_so_before_files_are_read(
    almwp: Almwp, letterhead: Path, tmp_path: Path
) -> None:
    ended = almwp(
        *ASKED, "--letterhead", letterhead, "--to", "markdown", "-o", tmp_path / "out"
    )
    assert ended.code == 2
    assert "'markdown' takes no letterhead" in ended.err
    assert not (tmp_path / "out").exists()
