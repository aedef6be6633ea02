"""Headers and footers: title and classification, and the number of the page."""

import re

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart

from almwp.model.report import Report
from almwp_slom.phrases import classification
from almwp_slom.word.markup import NAMESPACES, field, paragraph, runs
from almwp_slom.word.pages import Page
from almwp_slom.wording import Wording

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def add_header(part: DocumentPart, report: Report, page: Page, wording: Wording) -> str:
    """Add the header for a kind of page and return its id."""
    at = f'<w:tabs><w:tab w:val="right" w:pos="{page.text_width}"/></w:tabs>'
    title = " ".join(report.title.split())
    said = classification(report.audience, wording.say)
    content = f"{runs(title)}<w:r><w:tab/></w:r>{runs(said, 'Strong')}"
    markup = f"<w:hdr {NAMESPACES}>{paragraph('Header', content, at)}</w:hdr>"
    lies = "landscape" if page.is_landscape else "portrait"
    header = HeaderPart(
        PackURI(f"/word/header-{lies}.xml"),
        CONTENT_TYPE.WML_HEADER,
        parse_xml(markup),
        part.package,
    )
    return part.relate_to(header, RELATIONSHIP_TYPE.HEADER)


def add_footer(part: DocumentPart, wording: Wording) -> str:
    """Add the footer and return its id."""
    pieces = re.split(r"(\{pages?\})", wording.say("Page {page} of {pages}"))
    content = "".join(
        field(_FIELDS[piece]) if piece in _FIELDS else runs(piece) for piece in pieces
    )
    markup = f"<w:ftr {NAMESPACES}>{paragraph('Footer', content)}</w:ftr>"
    footer = FooterPart(
        PackURI("/word/footer.xml"),
        CONTENT_TYPE.WML_FOOTER,
        parse_xml(markup),
        part.package,
    )
    return part.relate_to(footer, RELATIONSHIP_TYPE.FOOTER)
