"""Word documents turned into pages by LibreOffice, which is not ours."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from almwp_slom.paper import build
from almwp_slom.phrases import phrases
from almwp_slom.word.document import render, render_on
from docx import Document

from almwp.exporting.evidence import evidence_of
from almwp.exporting.phrases import classification
from almwp.model.figures import AnyFigure, Figure
from almwp.model.report import Report
from almwp.plugins import ReportRequest
from almwp.testing.said import said_in

Ask = Callable[..., ReportRequest]
COUNT = re.compile(r"(Page\d+of\d+|Trang\d+/\d+)$")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
TO_TEXT = shutil.which("pdftotext")

pytestmark = [
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.skipif(TO_TEXT is None, reason="pdftotext (poppler) is not installed"),
]


@pytest.fixture
def pages(tmp_path: Path) -> Callable[[bytes], str]:
    """Return what stands on the pages of a document, without blanks and page counts."""

    def read(content: bytes) -> str:
        document = tmp_path / "paper.docx"
        document.write_bytes(content)
        profile = (tmp_path / "profile").as_uri()
        convert = [OFFICE, f"-env:UserInstallation={profile}", "--headless"]
        convert += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(document)]
        subprocess.run(convert, check=True, capture_output=True, timeout=180)  # type: ignore[arg-type]
        told = [TO_TEXT, "-raw", str(document.with_suffix(".pdf")), "-"]
        done = subprocess.run(told, check=True, capture_output=True)  # type: ignore[arg-type]
        found = done.stdout.decode("utf-8").split("\f")
        return "".join(COUNT.sub("", bare(page)) for page in found)

    return read


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def without_marks(text: str) -> str:
    return re.sub(r"\[\d+\]", "", text)


def texts(report: Report) -> Iterator[str]:
    """Give all that a report says, but for pictures."""
    for block in report.blocks:
        if isinstance(block, Figure):
            yield from (text for bar in block.bars for text in (bar.label, bar.text))
        elif not isinstance(block, AnyFigure):
            yield from said_in([block], phrases(report.language))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_all_that_is_said_stands_on_the_pages(
    ask: Ask, pages: Callable[[bytes], str], language: str
) -> None:
    report = build(ask(language=language))
    found = pages(render(report))
    head = f"{report.title}{classification(report.audience, phrases(language))}"
    said = without_marks(found).replace(bare(head), "")
    for text in texts(report):
        for line in text.splitlines():
            assert bare(line) in said, line
    for note in evidence_of(report):
        assert bare("; ".join(map(str, note.origins))) in found


def test_a_letterhead_stands_on_the_pages(pages: Callable[[bytes], str]) -> None:
    ministry = Document()
    ministry.sections[0].header.paragraphs[0].text = "BỘ NỘI VỤ"
    out = io.BytesIO()
    ministry.save(out)
    report = Report(title="Lập trường quốc gia", language="vi")
    found = pages(render_on(report, out.getvalue()))
    assert "BỘNỘIVỤ" in found
    assert "Lậptrườngquốcgia" in found
    assert "Nộibộ" in found
