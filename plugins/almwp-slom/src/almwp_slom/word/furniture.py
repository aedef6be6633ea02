"""Headers and footers: title, classification and notice, and the page's number."""

import re

from attrs import define, field
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart

from almwp.exporting.phrases import classification
from almwp.model.report import Report
from almwp_slom.word.letterhead.cleaning import has_page_number
from almwp_slom.word.letterhead.logos import Logo
from almwp_slom.word.letterhead.reading import Band, Letterhead
from almwp_slom.word.markup import NAMESPACES, paragraph, runs
from almwp_slom.word.markup import field as word_field
from almwp_slom.word.pages import Page
from almwp_slom.wording import Wording

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_TAGS = {"header": "hdr", "footer": "ftr"}


@define(kw_only=True)
class Furniture:
    """The headers and footers of one document.

    Attributes:
        part: The document to which they belong.
        report: What it says.
        wording: How it speaks.
        letterhead: The ministry's own, if there is one.
    """

    part: DocumentPart
    report: Report
    wording: Wording
    letterhead: Letterhead | None = None
    _links: dict[tuple[str, str, bytes], str] = field(factory=dict, init=False)
    _logos: dict[Logo, Part] = field(factory=dict, init=False)

    @property
    def has_even(self) -> bool:
        """Whether left pages have a header and a footer of their own."""
        return bool(self._repeats and self.letterhead and self.letterhead.has_even)

    @property
    def _repeats(self) -> bool:
        """Whether the letterhead says itself what stands on its further pages."""
        return self.letterhead is not None and self.letterhead.has_first

    def references(self, page: Page) -> str:
        """Add what stands on a kind of page and return references to it."""
        kinds = ["default"]
        if self.has_even:
            kinds.append("even")
        if self.letterhead is not None:
            kinds.append("first")
        links = ((p, kind, self._link(p, kind, page)) for p in _TAGS for kind in kinds)
        return "".join(
            f'<w:{part}Reference w:type="{kind}" r:id="{link}"/>'
            for part, kind, link in links
        )

    def _link(self, part: str, kind: str, page: Page) -> str:
        band = self._band(part, kind)
        own = self._header(page) if part == "header" else self._footer(band)
        theirs = b"" if band is None else band.content
        key = (part, own, theirs)
        if key not in self._links:
            number = 1 + sum(known == part for known, _, _ in self._links)
            self._links[key] = self._added(part, number, own, band)
        return self._links[key]

    def _band(self, part: str, kind: str) -> Band | None:
        bands = () if self.letterhead is None else self.letterhead.bands
        if not self._repeats:  # else a high letterhead would stand on every page
            if kind != "first":
                return None
            kind = "default"
        wanted = (band for band in bands if (band.part, band.pages) == (part, kind))
        return next(wanted, None)

    def _added(self, part: str, number: int, own: str, band: Band | None) -> str:
        tag = _TAGS[part]
        root = parse_xml(f"<w:{tag} {NAMESPACES}>{own}</w:{tag}>")
        if band is not None:
            lines = list(root)
            root = parse_xml(band.content)
            root.extend(lines)
        is_header = part == "header"
        made = (HeaderPart if is_header else FooterPart)(
            PackURI(f"/word/{part}{number}.xml"),
            CONTENT_TYPE.WML_HEADER if is_header else CONTENT_TYPE.WML_FOOTER,
            root,
            self.part.package,
        )
        for logo in () if band is None else band.logos:
            made.relate_to(self._logo(logo), RELATIONSHIP_TYPE.IMAGE)
        kind = RELATIONSHIP_TYPE.HEADER if is_header else RELATIONSHIP_TYPE.FOOTER
        return self.part.relate_to(made, kind)

    def _logo(self, logo: Logo) -> Part:
        if logo not in self._logos:
            name = f"/word/media/letterhead{len(self._logos) + 1}.{logo.suffix}"
            made = Part(PackURI(name), logo.kind, logo.content, self.part.package)
            self._logos[logo] = made
        return self._logos[logo]

    def _header(self, page: Page) -> str:
        at = f'<w:tabs><w:tab w:val="right" w:pos="{page.text_width}"/></w:tabs>'
        title = " ".join(self.report.title.split())
        said = classification(self.report.audience, self.wording.say)
        content = f"{runs(title)}<w:r><w:tab/></w:r>{runs(said, 'Strong')}"
        lines = paragraph("RunningHead", content, at)
        notice = " ".join(self.report.notice.split())
        if notice:
            lines += paragraph("RunningHead", runs(notice, "Strong"))
        return lines

    def _footer(self, band: Band | None) -> str:
        if band is not None and has_page_number(parse_xml(band.content)):
            return ""
        pieces = re.split(r"(\{pages?\})", self.wording.say("Page {page} of {pages}"))
        content = "".join(
            word_field(_FIELDS[piece]) if piece in _FIELDS else runs(piece)
            for piece in pieces
        )
        return paragraph("PageCount", content)
