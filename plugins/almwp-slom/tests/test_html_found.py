"""HTML: everything that a report holds is found in its page by another parser."""

from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
from almwp_slom.html.document import render
from almwp_slom.phrases import phrases
from hypothesis import given, settings

from almwp.exporting.characters import lines
from almwp.exporting.evidence import evidence_of
from almwp.model.report import Block, Pair, Report, Table
from almwp.testing.said import said_by
from almwp.testing.strategies.reports import full_reports

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SILENT = ("{http://www.w3.org/2000/svg}svg", "script", "style")


def parsed(report: Report) -> Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree: Element = parser.parse(render(report).decode("utf-8"))
    codes = {code for _, code, _ in parser.errors}
    # Characters that are nobody's are kept as they are, and the parser says so.
    assert codes <= {"invalid-codepoint", "control-character-in-input-stream"}, codes
    return tree


def words(element: Element) -> str:
    """Return the words of *element* but those of marks and drawings."""
    found: list[str] = []

    def walk(at: Element) -> None:
        if at.tag in _SILENT or at.get("class") == "mark":
            found.append(at.tail or "")
            return
        found.append(" " if at.tag == "br" else "")
        found.append(at.text or "")
        for child in at:
            walk(child)
        if at is not element:
            found.append(at.tail or "")

    walk(element)
    return plain("".join(found))


def plain(text: str) -> str:
    return " ".join(" ".join(lines(text)).split())


@settings(max_examples=20, deadline=None)
@given(full_reports)
def test_every_text_number_and_origin_is_found(report: Report) -> None:
    tree = parsed(report)
    everything = words(tree)
    say = phrases(report.language)
    for text in said_by(report, say):
        assert plain(text) in everything
    numbers = [
        cell.number
        for block in report.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        if cell.number is not None
    ]
    written = [e.get("data-number") for e in tree.iter() if e.get("data-number")]
    for number in numbers:
        assert f"{number.numerator}/{number.denominator}" in written
    for file in report.manifest.inputs:
        assert plain(file.name) in everything
        assert file.sha256 in everything


@settings(max_examples=20, deadline=None)
@given(full_reports)
def test_every_mark_leads_to_the_cells_and_back(report: Report) -> None:
    tree = parsed(report)
    listed = {e.get("id"): e for e in tree.iter("li") if e.get("id")}
    places = {e.get("id") for e in tree.iter() if e.get("id")}
    evidence = evidence_of(report)
    assert len(listed) == len(evidence)
    for note in evidence:
        element = listed[f"evidence-{note.mark}"]
        for origin in note.origins:
            assert plain(str(origin)) in words(element)
            assert origin.sha256 in words(tree)
        assert f"mark-{note.mark}" in places
    marked = [e for e in tree.iter("sup") if e.get("class") == "mark"]
    for mark in marked:
        (link,) = mark
        assert link.get("href", "").removeprefix("#") in listed
    assert len(marked) == sum(_marks_in(block) for block in report.blocks)


def _marks_in(block: Block) -> int:
    if isinstance(block, Pair):
        return _marks_in(block.left) + _marks_in(block.right)
    cells = 0
    if isinstance(block, Table):
        cells = sum(bool(cell.origins) for row in block.rows for cell in row)
    return cells + bool(block.origins)


@settings(max_examples=20, deadline=None)
@given(full_reports)
def test_the_outline_has_no_gaps_and_every_link_leads_somewhere(
    report: Report,
) -> None:
    tree = parsed(report)
    levels = [int(e.tag[1]) for e in tree.iter() if e.tag in _HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for above, level in pairwise(levels):
        assert level <= above + 1
    names = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(names) == len(set(names))
    for link in tree.iter("a"):
        target = link.get("href", "")
        if target != "#main":
            assert target.removeprefix("#") in names or "://" in target
    referring = ("aria-labelledby", "aria-describedby", "aria-controls")
    for element in tree.iter():
        for attribute in referring:
            for name in element.get(attribute, "").split():
                assert name in names
    for table in tree.iter("table"):
        caption = table.find("caption")
        assert caption is not None
        assert words(caption)
        heads = list(table.iterfind("thead/tr/th"))
        assert all(head.get("scope") == "col" and words(head) for head in heads)
        assert all(h.get("scope") == "row" for h in table.iterfind("tbody/tr/th"))
