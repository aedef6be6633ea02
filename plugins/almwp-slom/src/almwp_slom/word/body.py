"""The body of a Word document: the title, then block by block."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from almwp.drawing.plainly import Plain, plainly
from almwp.model.figures import Figure
from almwp.model.report import Bullets, Heading, Note, Paragraph, Report, Table
from almwp_slom.phrases import basis_in_words
from almwp_slom.word.figures import figure_xml
from almwp_slom.word.markup import DECLARATION, NAMESPACES, paragraph, runs
from almwp_slom.word.pages import Page, spread
from almwp_slom.word.tables import table_xml
from almwp_slom.wording import Wording


def document_xml(
    report: Report, wording: Wording, headers: dict[Page, str], footer: str
) -> str:
    """Return the main part of the document.

    Args:
        report: The report.
        wording: How it speaks.
        headers: Id of the header for each kind of page.
        footer: Id of the footer.
    """
    parts = [paragraph("Title", runs(report.title))]
    if report.subtitle.strip():
        parts.append(paragraph("Subtitle", runs(report.subtitle)))
    sections = spread(tuple(plainly(report.blocks, wording.say)))
    heading = report.title
    for number, (page, blocks) in enumerate(sections, start=1):
        for block, following in pairwise((*blocks, None)):
            if isinstance(block, Heading):
                heading = block.text
            place = Place(
                width=page.text_width, heading=heading, is_lead_in=_belongs(following)
            )
            parts.extend(_block(block, place, wording))
        properties = page.properties(headers[page], footer)
        if number < len(sections):
            properties = paragraph("SectionEnd", "", properties)
        parts.append(properties)
    body = f"<w:body>{''.join(parts)}</w:body>"
    return f"{DECLARATION}<w:document {NAMESPACES}>{body}</w:document>"


@frozen(kw_only=True)
class Place:
    """Where a block stands.

    Attributes:
        width: How wide the text is there, in twentieths of a point.
        heading: The heading above it.
        is_lead_in: Whether what follows belongs to it.
    """

    width: int
    heading: str
    is_lead_in: bool


def _belongs(block: Plain | None) -> bool:
    return isinstance(block, Bullets | Table | Figure)


def _block(block: Plain | None, place: Place, wording: Wording) -> Iterator[str]:
    match block:
        case Heading():
            yield paragraph(f"Heading{block.level}", runs(block.text))
        case Paragraph():
            kept = "<w:keepNext/>" if place.is_lead_in else ""
            yield paragraph("Normal", runs(block.text), kept)
        case Bullets():
            for item in block.items:
                yield paragraph("ListBullet", runs(item))
        case Note():
            yield paragraph("Note", _note(block, wording))
        case Table():
            yield table_xml(block, place.width, place.heading, wording.say)
        case Figure():
            yield figure_xml(block, place.width, wording)
        case None:
            return


def _note(note: Note, wording: Wording) -> str:
    if note.basis is None:
        return runs(note.text)
    basis = basis_in_words(note.basis, wording.say)
    return runs(f"{basis}: ", "Strong") + runs(note.text)
