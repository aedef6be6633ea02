"""Exported workbooks, opened by LibreOffice where it is installed."""

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from almwp_excel.export.workbook import render

from almwp.exporting.characters import harmless
from almwp.model.report import Bullets, Heading, Note, Paragraph, Report, Table
from almwp.testing.samples import sample_reports

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice (soffice) is not installed"
)


def converted(content: bytes, to: str, folder: Path) -> list[Path]:
    """Let LibreOffice write a workbook in another format, without a window."""
    (folder / "report.xlsx").write_bytes(content)
    subprocess.run(
        [
            str(OFFICE),
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            to,
            "--outdir",
            str(folder / "out"),
            str(folder / "report.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return sorted((folder / "out").iterdir())


def said(report: Report) -> set[str]:
    found = {report.title}
    for block in report.blocks:
        match block:
            case Heading() | Paragraph():
                found.add(block.text)
            case Note() if block.basis is None:
                found.add(block.text)
            case Bullets():
                found.update(block.items)
            case Table():
                found.update(c.text for row in block.rows for c in row)
            case _:
                pass
    return {harmless(text) for text in found if text.strip()}


@needs_office
@pytest.mark.parametrize("number", [1, 2, 3])
def test_every_text_is_found_on_its_sheets(number: int, tmp_path: Path) -> None:
    report = sample_reports()[number]
    # Every sheet, as UTF-8: the last number asks for all of them.
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,,,-1"
    found: set[str] = set()
    for path in converted(render(report), options, tmp_path):
        text = path.read_text(encoding="utf-8")
        found |= {c for row in csv.reader(io.StringIO(text, newline="")) for c in row}
    # What a format shows before a text, such as the point of a list, is not of it.
    shown = found | {cell.removeprefix("•  ") for cell in found}
    assert said(report) - shown == set()


@needs_office
def test_it_can_be_printed(tmp_path: Path) -> None:
    (page,) = converted(render(sample_reports()[2]), "pdf", tmp_path)
    assert page.read_bytes().startswith(b"%PDF-")
