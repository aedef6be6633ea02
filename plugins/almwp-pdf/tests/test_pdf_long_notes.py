"""A note of a national report names the cells of a thousand activities and more."""

from collections.abc import Callable
from typing import Any

from almwp_pdf.document import render

from almwp.model.report import Paragraph, Report
from almwp.model.source import Origin


def test_a_note_of_thousands_of_cells_is_set_with_all_of_them(
    read_back: Callable[[bytes], Any], squeezed: Callable[[str], str]
) -> None:
    found_in = [
        Origin(file="vn-2025.xlsx", sha256="5a" * 32, sheet="Activities", cell=f"B{n}")
        for n in range(1, 1501)
    ]
    report = Report(title="All", blocks=[Paragraph(text="A state.", origins=found_in)])
    paper = read_back(render(report))
    for origin in (found_in[0], found_in[700], found_in[-1]):
        assert squeezed(str(origin)) in paper.text


def test_a_word_that_is_too_long_for_a_note_is_broken_and_stays_whole(
    read_back: Callable[[bytes], Any], squeezed: Callable[[str], str]
) -> None:
    sheet = "Hoạtđộng" * 3 + "ﬁﬁ🙂" * 20
    cell = Origin(file="a.xlsx", sha256="5a" * 32, sheet=sheet, cell="B2:B40")
    report = Report(title="All", blocks=[Paragraph(text="A state.", origins=[cell])])
    paper = read_back(render(report))
    assert squeezed("Hoạtđộng" * 3) in paper.text
    assert squeezed("B2:B40") in paper.text
