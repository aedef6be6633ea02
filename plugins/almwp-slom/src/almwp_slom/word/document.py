"""Write a report as a Word document (.docx), on A4 or on a ministry's letterhead."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.parts.document import DocumentPart
from lxml import etree

from almwp.exporting.evidence import notes_in_words
from almwp.model.report import Report
from almwp_slom.phrases import phrases_of
from almwp_slom.word.body import document_xml, entries_of
from almwp_slom.word.contents import has_contents
from almwp_slom.word.endnotes import endnotes_xml
from almwp_slom.word.furniture import Furniture
from almwp_slom.word.laying import laid
from almwp_slom.word.letterhead.reading import Letterhead, read_letterhead
from almwp_slom.word.letterhead.stylesheet import merged, own_styles, set_smaller
from almwp_slom.word.pages import UPRIGHT, Run, spread
from almwp_slom.word.pictures import Pictured
from almwp_slom.word.properties import (
    CUSTOM,
    CUSTOM_LINK,
    MADE_BY,
    manifest_xml,
    set_properties,
)
from almwp_slom.word.settings import set_settings
from almwp_slom.word.settle import settle
from almwp_slom.wording import Wording

_UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml", "/webSettings")


def render(report: Report) -> bytes:
    """Lay out *report*."""
    return _render(report, None)


def render_on(report: Report, letterhead: bytes) -> bytes:
    """Lay out *report* with the styles, header, footer and paper of a letterhead.

    Raises:
        UnreadableFileError: It is no Word document, or holds what is not taken over.
    """
    return _render(report, read_letterhead(letterhead))


def _render(report: Report, letterhead: Letterhead | None) -> bytes:
    document = Document()
    part = document.part
    _drop_unused(part.rels)
    _drop_unused(part.package.rels)
    wording = Wording(
        language=report.language,
        second_language=report.second_language,
        say=phrases_of(report),
    )
    _set_styles(document, report, letterhead)
    upright = UPRIGHT if letterhead is None else letterhead.page
    pages = (upright, upright.turned())
    furniture = Furniture(
        part=part, report=report, wording=wording, letterhead=letterhead
    )
    references = {page: furniture.references(page) for page in pages}
    sections = spread(laid(report.blocks, wording.say), *pages)
    pictures = _add_pictures(part, sections)
    notes = () if report.is_compact else notes_in_words(report)
    if notes:
        notice = " ".join(report.notice.split())
        content = endnotes_xml(notes, wording.say, notice).encode("utf-8")
        name = PackURI("/word/endnotes.xml")
        made = Part(name, CONTENT_TYPE.WML_ENDNOTES, content, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.ENDNOTES)
    set_settings(
        document,
        report.language,
        has_even=furniture.has_even,
        has_notes=bool(notes),
        has_contents=has_contents(entries_of(sections)),
    )
    set_properties(document, report)
    if made_from := manifest_xml(report.manifest):
        custom = Part(PackURI("/docProps/custom.xml"), CUSTOM, made_from, part.package)
        part.package.relate_to(custom, CUSTOM_LINK)
    saved = io.BytesIO()
    document.save(saved)
    # Written past python-docx: moving a big table into its tree takes 20 times as long
    # as all the rest.
    has_first = letterhead is not None
    body = document_xml(
        report, sections, references, pictures, wording, has_first=has_first
    )
    parts = {"word/document.xml": body.encode("utf-8"), "docProps/app.xml": MADE_BY}
    if letterhead is not None and letterhead.theme:
        parts["word/theme/theme1.xml"] = letterhead.theme
    return settle(saved.getvalue(), parts)


def _add_pictures(part: DocumentPart, sections: tuple[Run, ...]) -> tuple[str, ...]:
    """Add the pictures of a document and return their ids, in the order of reading."""
    drawn = (
        picture
        for _, blocks in sections
        for block in blocks
        if isinstance(block, Pictured)
        for picture in block.pictures
    )
    return tuple(
        part.relate_to(
            Part(
                PackURI(f"/word/media/figure{number}.png"),
                CONTENT_TYPE.PNG,
                picture.content,
                part.package,
            ),
            RELATIONSHIP_TYPE.IMAGE,
        )
        for number, picture in enumerate(drawn, start=1)
    )


def _drop_unused(relations: Relationships) -> None:
    """Drop parts of python-docx's own template that no reader needs."""
    for key in [k for k, r in relations.items() if r.reltype.endswith(_UNUSED)]:
        del relations[key]


def _set_styles(
    document: WordDocument, report: Report, letterhead: Letterhead | None
) -> None:
    found = own_styles(report.language)
    if letterhead is not None:
        found = merged(etree.fromstring(letterhead.styles), report.language)
    if report.is_compact:
        set_smaller(found)
    ours = parse_xml(etree.tostring(found))
    styles = document.styles.element
    styles[:] = list(ours)
