"""The papers of the example positions on pages, as readers that are not ours show them.

What they say of the agenda is invented, so each page has to say that it is.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
SAYS_SO = "INVENTEDEXAMPLE"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
TO_TEXT = shutil.which("pdftotext")

pytestmark = pytest.mark.skipif(
    TO_TEXT is None, reason="pdftotext (poppler) is not installed"
)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the nine papers of three countries."""
    folder = tmp_path_factory.mktemp("papers")
    script = [sys.executable, str(EXAMPLES / "10_positions.py")]
    script += [str(EXAMPLES / "submissions"), str(EXAMPLES / "positions")]
    script += ["--to", "docx", "--to", "html", "--to", "pdf"]
    subprocess.run(script, check=True, capture_output=True, cwd=folder)
    both = [sys.executable, "-m", "almwp", "position", *script[2:4], "--to", "docx"]
    both += ["--meeting", "slom-21", "--lang", "en,vi", "-o", "position/both"]
    for country in ("VN", "ID", "PH"):
        asked = [*both, "--country", country]
        subprocess.run(asked, check=True, capture_output=True, cwd=folder)
    return folder / "position"


def pages_of(paper: Path) -> list[str]:
    told = [str(TO_TEXT), "-raw", str(paper), "-"]
    done = subprocess.run(told, check=True, capture_output=True)
    *pages, _ = done.stdout.decode("utf-8").split("\f")
    assert len(pages) > 2
    return pages


def silent_pages(papers: Iterable[Path]) -> list[tuple[str, int]]:
    """Return the pages of PDF files that do not say that they are invented."""
    return [
        (paper.stem, number)
        for paper in papers
        for number, page in enumerate(pages_of(paper), start=1)
        if SAYS_SO not in re.sub(r"\s+", "", page)
    ]


def empty_pages(papers: Iterable[Path]) -> list[tuple[str, int]]:
    """Return the pages of PDF files with nothing but what stands on every page."""
    found = []
    for paper in papers:
        lines = [set(re.sub(r"\d", "", page).splitlines()) for page in pages_of(paper)]
        furniture = lines[0] & lines[1] & lines[2]
        found += [
            (paper.stem, number)
            for number, page in enumerate(lines, start=1)
            if page <= furniture
        ]
    return found


def test_each_page_of_the_pdf_files_says_that_it_is_invented(papers: Path) -> None:
    pytest.importorskip("almwp_pdf", reason="almwp-pdf is not installed")
    made = list(papers.glob("*.pdf"))
    assert len(made) == 9
    assert silent_pages(made) == empty_pages(made) == []


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_each_page_of_word_says_so_and_those_with_notes_too(papers: Path) -> None:
    profile = (papers / "profile").as_uri()
    convert = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless"]
    convert += ["--convert-to", "pdf", "--outdir", str(papers / "pages")]
    convert += [str(paper) for paper in sorted(papers.glob("*.docx"))]
    convert += [str(paper) for paper in sorted((papers / "both").glob("*.docx"))]
    subprocess.run(convert, check=True, capture_output=True)
    made = list((papers / "pages").glob("*.pdf"))
    assert len(made) == 12
    assert silent_pages(made) == empty_pages(made) == []


@pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")
def test_each_printed_page_of_html_says_so(papers: Path) -> None:
    pages = papers / "printed"
    pages.mkdir(exist_ok=True)
    for paper in papers.glob("*.html"):
        printed = pages / f"{paper.stem}.pdf"
        start = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu"]
        start += [f"--user-data-dir={papers / 'profile'}", "--no-pdf-header-footer"]
        start += [f"--print-to-pdf={printed}", paper.as_uri()]
        subprocess.run(start, check=True, capture_output=True)
    made = list(pages.glob("*.pdf"))
    assert len(made) == 9
    assert silent_pages(made) == empty_pages(made) == []
