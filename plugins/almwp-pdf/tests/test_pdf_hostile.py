"""Texts stay texts: none is run as Typst code, none breaks the file or moves others."""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from almwp_pdf.document import render
from hypothesis import given, settings

from almwp.model.figures import Bar, Figure
from almwp.model.manifest import Manifest
from almwp.model.report import (
    Bullets,
    Column,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Origin
from almwp.testing.samples import HOSTILE
from almwp.testing.strategies.reports import reports

Read = Callable[[bytes], Any]
Plain = Callable[[str], str]

CODE = (
    '#read("/etc/passwd")',
    '#panic("stop")',
    '"); panic("stop',
    "#sys.inputs",
    '#import "@preview/cetz:0.4.0": *',
    '#image("/etc/passwd")',
    "$ integral_0^1 x $",
    "\\u{23}\\\\ \\#",
    "*bold* _thin_ `raw` ```typ #1```",
    "= heading",
    "- point + point / term: x",
    "<label> @label",
    "// gone /* gone */",
    "-- --- ... ~ -?",
    "\"quoted\" 'too'",
    "] #[ } { ) (",
    "\\",
    "#",
    "</svg><script>alert(1)</script>",
    "]]>&lt;&amp;",
)


def everywhere(text: str) -> Report:
    """Return a report with *text* wherever a report has a text."""
    origin = Origin(file=text, sha256="5a" * 32, sheet=text, cell="F7")
    said = (Paragraph(text=text, origins=[origin]), Bullets(items=[text]))
    bar = Bar(label=text, low=Fraction(0), high=Fraction(1), text=text)
    return Report(
        title=text,
        subtitle=text,
        notice=text,
        blocks=[
            Heading(text=text),
            *said,
            Note(text=text),
            Pair(left=said[0], right=said[1]),
            Table(
                caption=text,
                columns=[Column(heading=text)],
                rows=[[TableCell(text=text)]],
            ),
            Figure(caption=text, bars=[bar], alternative=text),
        ],
        manifest=Manifest(software=[(text, text)], settings=[(text, text)]),
    )


@pytest.mark.parametrize("text", CODE)
def test_code_is_shown_and_not_run(text: str, read_back: Read, squeezed: Plain) -> None:
    paper = read_back(render(everywhere(text)))
    assert paper.text.count(squeezed(text)) >= 17
    assert text in paper.alternatives[0]
    assert paper.reader.metadata["/Title"] == text
    assert paper.bookmarks[0] == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_samples_are_laid_out_anywhere(text: str, read_back: Read) -> None:
    assert read_back(render(everywhere(text))).count >= 1


@pytest.mark.parametrize("number", range(0x20))
def test_control_characters_cannot_break_a_file(number: int, read_back: Read) -> None:
    paper = read_back(render(everywhere(f"before{chr(number)}after")))
    assert "before" in paper.text
    assert "after" in paper.text


def test_text_is_not_turned_round(read_back: Read) -> None:
    marks = [chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
    text = "invoice" + "".join(marks) + "fdp.exe"
    paper = read_back(render(everywhere(text)))
    assert "invoice" + "\ufffd" * len(marks) + "fdp.exe" in paper.text
    assert not any(mark in paper.alternatives[0] for mark in marks)
    assert not any(mark in paper.reader.metadata["/Title"] for mark in marks)


@settings(max_examples=40)
@given(report=reports)
def test_any_report_becomes_a_file_without_anything_active(
    report: Report, read_back: Read
) -> None:
    paper = read_back(render(report))
    root = paper.reader.root_object
    assert not {"/AcroForm", "/AA", "/OpenAction", "/AF", "/Names"} & set(root)
    assert paper.reader.attachments == {}
    for page, kind in product(paper.reader.pages, (b"/URI", b"/JS", b"/Launch")):
        assert kind.decode() not in str(page.get("/Annots", ""))
