"""HTML that is printed: what begins a page, and what lies across."""

import html5lib
import pytest
from almwp_slom.html.document import render

from almwp.model.report import Block, Column, Heading, Paragraph, Report, Table


def wide(columns: int) -> Table:
    return Table(
        columns=[Column(heading=f"implementation {n}") for n in range(columns)]
    )


def page(*blocks: Block) -> str:
    return render(Report(title="A paper", blocks=blocks)).decode("utf-8")


def test_a_heading_that_starts_a_page_does() -> None:
    tree = html5lib.parse(
        page(Heading(text="One"), Heading(text="Two", starts_page=True)),
        namespaceHTMLElements=False,
    )
    found = {heading.text: heading.get("class") for heading in tree.iter("h2")}
    assert found == {"One": None, "Two": "starts-page"}
    assert ".starts-page{break-before:page}" in page()


def test_a_table_that_does_not_fit_lies_across_with_its_heading() -> None:
    blocks = (
        Heading(text="Narrow"),
        wide(2),
        Heading(text="Wide"),
        wide(12),
        Heading(text="After"),
        Paragraph(text="upright again"),
    )
    tree = html5lib.parse(page(*blocks), namespaceHTMLElements=False)
    (across,) = (e for e in tree.iter("div") if e.get("class") == "across")
    assert [heading.text for heading in across.iter("h2")] == ["Wide"]
    assert len(list(across.iter("table"))) == 1
    assert "@page wide{size:A4 landscape}" in page()


@pytest.mark.parametrize(("many", "has_cover"), [(3, False), (12, True)])
def test_the_text_of_a_long_paper_begins_a_page(many: int, has_cover: bool) -> None:
    told = page(*[Heading(text=str(n)) for n in range(many)])
    assert ('<body class="has-cover"' in told) == has_cover
