"""A ministry's letterhead: what is taken from it, and what is not."""

import io
import re
from collections.abc import Callable

from almwp_slom.paper import build
from almwp_slom.word.document import render, render_on
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from almwp.model.report import Bullets, Column, Heading, Paragraph, Report, Table
from almwp.plugins import ReportRequest
from almwp.testing.papers import parts

Ask = Callable[..., ReportRequest]

REPORT = Report(
    title="Paper",
    notice="Invented example",
    blocks=[
        Heading(text="Part"),
        Paragraph(text="Words"),
        Bullets(items=["point"]),
        Heading(text="Wide"),
        Table(columns=[Column(heading=f"implementation{n}") for n in range(9)]),
    ],
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def ministry() -> WordDocument:
    """Return a document with all that is to be taken over, and secrets beside it."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(20), Cm(28)
    section.left_margin, section.right_margin = Cm(3.5), Cm(1.5)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.add_run("Ministry of Labour").bold = True
    first.add_run().add_picture(io.BytesIO(PNG), width=Cm(1))
    section.header.paragraphs[0].text = "Department"
    section.footer.paragraphs[0].text = "1 Example Street"
    heading = document.styles["Heading 1"]
    heading.font.color.rgb = RGBColor(0xC8, 0x10, 0x2E)
    document.styles["Normal"].font.size = Pt(14)
    document.add_paragraph("SECRET body")
    document.core_properties.author = "SECRET person"
    document.core_properties.comments = "SECRET comment"
    return document


def on(document: WordDocument, report: Report = REPORT) -> WordDocument:
    return Document(io.BytesIO(render_on(report, saved(document))))


def in_header(document: WordDocument, markup: str) -> WordDocument:
    paragraph = document.sections[0].header.paragraphs[0]._p
    for element in parse_xml(f"<w:p {nsdecls('w', 'r')}>{markup}</w:p>"):
        paragraph.append(element)
    return document


def header_of(document: WordDocument) -> str:
    markup = parts(render_on(REPORT, saved(document)))
    return "\n".join(
        content.decode() for name, content in markup.items() if "/header" in name
    )


def test_styles_header_footer_and_paper_are_the_ministrys() -> None:
    document = on(ministry())
    section = document.sections[0]
    assert section.page_width
    assert section.left_margin
    assert round(section.page_width.cm, 1) == 20
    assert round(section.left_margin.cm, 1) == 3.5
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "Ministry of Labour"
    assert section.header.paragraphs[0].text == "Department"
    assert section.footer.paragraphs[0].text == "1 Example Street"
    assert str(document.styles["Heading 1"].font.color.rgb) == "C8102E"
    assert document.styles["Normal"].font.size == Pt(14)
    (logo,) = section.first_page_header.part.rels.values()
    assert logo.target_part.blob.startswith(b"\x89PNG")


def test_our_own_lines_stand_below_on_every_page() -> None:
    section = on(ministry()).sections[0]
    for header in (section.header, section.first_page_header):
        said = [p.text for p in header.paragraphs]
        assert said[-2:] == ["Paper\tInternal", "Invented example"]
    (count,) = section.footer.paragraphs[-1:]
    assert "".join(t.text or "" for t in count._p.iter(qn("w:t"))) == "Page 1 of 1"


def test_only_the_first_page_has_the_first_header_and_wide_tables_lie_across() -> None:
    upright, across = on(ministry()).sections
    assert upright.different_first_page_header_footer
    assert not across.different_first_page_header_footer
    assert across.page_width
    assert round(across.page_width.cm, 1) == 28
    assert across.header.paragraphs[0].text == "Department"


def test_a_letterhead_of_one_kind_stands_on_the_first_page_alone() -> None:
    """It would take a third of each page; the others have our lines in its fonts."""
    document = ministry()
    section = document.sections[0]
    section.different_first_page_header_footer = False
    first, *others = on(document).sections
    assert first.different_first_page_header_footer
    assert first.first_page_header.paragraphs[0].text == "Department"
    assert first.first_page_footer.paragraphs[0].text == "1 Example Street"
    for section in (first, *others):
        said = [p.text for p in section.header.paragraphs]
        assert said == ["Paper\tInternal", "Invented example"]
    assert others
    assert not any(s.different_first_page_header_footer for s in others)


def test_pages_are_not_counted_twice() -> None:
    document = ministry()
    footer = document.sections[0].footer.paragraphs[0]._p
    footer.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" page \\* MERGEFORMAT "/>')
    )
    held = parts(render_on(REPORT, saved(document)))
    footers = [c.decode() for name, c in held.items() if "/footer" in name]
    counted = [re.findall(r'w:instr="([^"]*)"', footer) for footer in footers]
    assert [" PAGE "] in counted
    assert [
        "PAGE",
        "NUMPAGES",
    ] in counted  # on the first page, which has none of its own


def test_nothing_else_of_the_document_gets_into_ours(ask: Ask) -> None:
    document = ministry()
    in_header(
        document,
        "<w:del><w:r><w:delText>SECRET deleted</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>SECRET hidden</w:t></w:r>"
        '<w:commentRangeStart w:id="0"/><w:r w:rsidR="00SECRET"><w:t>seen</w:t></w:r>'
        '<w:bookmarkStart w:id="1" w:name="SECRET"/><w:bookmarkEnd w:id="1"/>'
        '<w:fldSimple w:instr="INCLUDETEXT SECRET"><w:r><w:t> last</w:t></w:r>'
        "</w:fldSimple>"
        '<w:ins w:author="SECRET"><w:r><w:t> added</w:t></w:r></w:ins>'
        '<w:sdt><w:sdtPr><w:alias w:val="SECRET"/></w:sdtPr><w:sdtContent><w:r>'
        "<w:t> control</w:t></w:r></w:sdtContent></w:sdt>",
    )
    section = document.sections[0]
    run = section.first_page_header.paragraphs[0].runs[1]
    (about,) = run._r.iter(qn("wp:docPr"))
    about.set("descr", "C:\\Users\\SECRET\\logo.png")
    about.set("title", "SECRET")
    content = render_on(build(ask()), saved(document))
    for name, part in parts(content).items():
        assert b"SECRET" not in part, name
        assert b"rsid" not in part, name
    assert on(document).sections[0].header.paragraphs[0].text == (
        "Departmentseen last added control"
    )


def test_links_lead_nowhere_outside() -> None:
    document = ministry()
    part = document.sections[0].header.part
    link = part.relate_to("https://example.org/SECRET", "hyperlink", is_external=True)
    in_header(
        document,
        f'<w:hyperlink r:id="{link}"><w:r><w:t>our site</w:t></w:r></w:hyperlink>',
    )
    held = parts(render_on(REPORT, saved(document)))
    assert not any(b"External" in p or b"SECRET" in p for p in held.values())
    assert "our site" in header_of(document)


def test_pictures_tell_nothing_of_who_made_them() -> None:
    chunk = b"\x00\x00\x00\x0atEXtAuthor\x00Ann\x00\x00\x00\x00"
    told = PNG[:33] + chunk + PNG[33:]
    document = ministry()
    run = document.sections[0].header.paragraphs[0].add_run()
    run.add_picture(io.BytesIO(told), width=Cm(1))
    held = parts(render_on(REPORT, saved(document)))
    logos = [c for name, c in held.items() if name.startswith("word/media/letterhead")]
    assert logos
    assert all(logo == PNG for logo in logos)


def test_styles_of_a_word_in_another_language_are_known_by_their_names() -> None:
    document = ministry()
    styles = document.styles.element
    for style in styles.iter(qn("w:style")):
        if style.get(qn("w:styleId")) == "Heading1":
            style.set(qn("w:styleId"), "u1")
        for name in ("w:basedOn", "w:next"):
            for refers in style.iter(qn(name)):
                if refers.get(qn("w:val")) == "Heading1":
                    refers.set(qn("w:val"), "u1")
    (part,) = [p for p in on(document).paragraphs if p.text == "Part"]
    assert part.style
    assert part.style.name == "Heading 1"
    assert str(part.style.font.color.rgb) == "C8102E"


def test_a_style_of_theirs_with_a_name_of_ours_does_other_work() -> None:
    document = ministry()
    theirs = document.styles.add_style("Note", 1)
    theirs.font.size = Pt(40)
    styles = on(document).styles
    assert styles["Note"].font.size == Pt(11)
    assert styles["note (2)"].font.size == Pt(40)


def test_a_letterhead_without_anything_is_our_own_paper() -> None:
    document = Document()
    for element in list(document.styles.element):
        document.styles.element.remove(element)
    found = on(document)
    assert found.sections[0].header.paragraphs[0].text == "Paper\tInternal"
    assert {"Normal", "Heading 1", "Table Text"} <= {s.name for s in found.styles}


def test_lists_and_languages_are_ours() -> None:
    document = on(ministry())
    (point,) = [p for p in document.paragraphs if p.text == "point"]
    assert point.style
    numbers = point.style.element.find(f".//{qn('w:numId')}")
    assert numbers is not None
    assert numbers.get(qn("w:val")) == "1"
    spoken = {s.get(qn("w:val")) for s in document.styles.element.iter(qn("w:lang"))}
    assert spoken == {"en-GB"}


def test_the_same_letterhead_gives_the_same_bytes(ask: Ask) -> None:
    content, report = saved(ministry()), build(ask())
    assert render_on(report, content) == render_on(report, content)
    assert render_on(report, content) != render(report)


def test_headers_of_text_boxes_are_taken_as_word_shows_them() -> None:
    document = ministry()
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006" xmlns:new="urn:new"><mc:Choice Requires="new">'
        "<w:t>NEW</w:t></mc:Choice><mc:Fallback><w:t>OLD</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    said = header_of(in_header(document, box))
    assert "OLD" in said
    assert "NEW" not in said
    assert "AlternateContent" not in said


def test_what_is_left_is_still_a_header_that_word_opens() -> None:
    document = ministry()
    cell = (
        f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:sdt><w:sdtPr/>"
        "<w:sdtEndPr/></w:sdt></w:tc></w:tr></w:tbl>"
    )
    document.sections[0].header._element.append(parse_xml(cell))
    root = etree.fromstring(header_of(document).partition("?>")[2].split("<?xml")[0])
    for held in root.iter(qn("w:tc")):
        assert held[-1].tag == qn("w:p")
    assert root[-1].tag == qn("w:p")
