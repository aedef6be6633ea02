"""The body of a Word document: the title, the contents, then block by block."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, takewhile

from attrs import define, field

from almwp.exporting.phrases import basis_in_words
from almwp.model.figures import Figure
from almwp.model.report import Bullets, Heading, Note, Paragraph, Report, Table
from almwp_slom.word.contents import (
    DEEPEST,
    Entry,
    contents_xml,
    has_contents,
    has_room,
)
from almwp_slom.word.endnotes import Marks
from almwp_slom.word.figures import figure_xml
from almwp_slom.word.laying import Laid, SideBySide
from almwp_slom.word.markup import DECLARATION, NAMESPACES, paragraph, runs
from almwp_slom.word.pages import Page, Run
from almwp_slom.word.pictures import Pictured, drawing_xml
from almwp_slom.word.sides import sides_xml
from almwp_slom.word.smallnotes import small_notes_xml
from almwp_slom.word.tables import AFTER, table_xml
from almwp_slom.wording import Wording

Text = Paragraph | Bullets | Note

_KEPT = "<w:keepNext/>"
_CLOSE = '<w:spacing w:before="0" w:after="60"/>'
_NEW_PAGE = "<w:pageBreakBefore/>"
_LOWER = '<w:spacing w:before="1200" w:after="120"/>'


def document_xml(
    report: Report,
    sections: Iterable[Run],
    furniture: Mapping[Page, str],
    pictures: Iterable[str],
    wording: Wording,
    *,
    has_first: bool = False,
) -> str:
    """Return the main part of the document.

    Args:
        report: The report.
        sections: Its blocks by the pages on which they stand.
        furniture: References to headers and footers for each kind of page.
        pictures: Ids of the parts with the pictures, in the order of reading.
        wording: How it speaks.
        has_first: Whether the first page has a header and a footer of its own.
    """
    runs_of_pages = tuple(sections)
    body = Body(
        report=report,
        heading=report.title,
        wording=wording,
        marks=Marks.of(report),
        pictures=iter(pictures),
        entries=entries_of(runs_of_pages),
    )
    parts = [*_opening(report, has_contents=body.has_contents)]
    for number, (page, blocks) in enumerate(runs_of_pages, start=1):
        for block, following in pairwise((*blocks, None)):
            if block is not None:
                parts.extend(body.block(block, following, page))
        parts.extend(body.contents_before(runs_of_pages[number:], page))
        if number == len(runs_of_pages) and report.is_compact:
            parts.append(small_notes_xml(report, wording.say))
        properties = page.properties(
            furniture[page], has_first=has_first and number == 1
        )
        if number < len(runs_of_pages):
            properties = paragraph("SectionEnd", "", properties)
        parts.append(properties)
    markup = f"<w:body>{''.join(_without_empty_pages(parts))}</w:body>"
    return f"{DECLARATION}<w:document {NAMESPACES}>{markup}</w:document>"


def _without_empty_pages(parts: Iterable[str]) -> Iterator[str]:
    """Drop the room below a table at the end of a page.

    It parts a table from what follows; with nothing to follow on its page, LibreOffice
    at times sets it on a page of its own, which is then empty.
    """
    for part, following in pairwise((*parts, "")):
        yield part.removesuffix(AFTER) if _begins_page(following) else part


def _begins_page(part: str) -> bool:
    """Say whether *part* is a paragraph that begins a page or ends a section."""
    look = part.partition("</w:pPr>")[0]
    return look.startswith("<w:p>") and (_NEW_PAGE in look or "<w:sectPr>" in look)


def _opening(report: Report, *, has_contents: bool) -> Iterator[str]:
    """Give the title; with contents it stands on a cover, lower on its page."""
    lower = _LOWER if has_contents else ""
    yield paragraph("Title", runs(report.title), lower)
    if report.subtitle.strip():
        yield paragraph("Subtitle", runs(report.subtitle))


def entries_of(sections: Iterable[Run]) -> tuple[Entry, ...]:
    """Return the headings that stand in the contents."""
    headings = [
        block
        for _, blocks in sections
        for block in blocks
        if isinstance(block, Heading) and block.level <= DEEPEST
    ]
    return tuple(
        Entry(number=number, level=heading.level, text=heading.text)
        for number, heading in enumerate(headings, start=1)
    )


@define(kw_only=True)
class Body:
    """The body of one document, while it is written from the first block to the last.

    Attributes:
        report: The report.
        heading: The heading above what comes next.
        wording: How the document speaks.
        marks: Its marks of evidence.
        pictures: Ids of the parts with the pictures that are still to come.
        entries: The headings that stand in the contents.
    """

    report: Report
    heading: str
    wording: Wording
    marks: Marks
    pictures: Iterator[str]
    entries: tuple[Entry, ...]
    _headings: int = field(default=0, init=False)
    _listed: int = field(default=0, init=False)
    _pictures: int = field(default=0, init=False)
    _is_listed: bool = field(default=False, init=False)

    @property
    def has_contents(self) -> bool:
        """Whether the paper is long enough for a cover and a list of contents."""
        return has_contents(self.entries)

    def contents_before(self, sections: Iterable[Run], page: Page) -> Iterator[str]:
        """Give the contents, where the first heading begins the next pages.

        Args:
            sections: What is still to come.
            page: The page on which they stand.
        """
        following = next(iter(sections), None)
        if following and following[1] and isinstance(following[1][0], Heading):
            yield self._contents(page)

    def _contents(self, page: Page) -> str:
        if self._is_listed:
            return ""
        self._is_listed = True
        cover = takewhile(lambda b: not isinstance(b, Heading), self.report.blocks)
        return contents_xml(
            self.entries, page, self.wording.say, fits=has_room(cover, self.entries)
        )

    def block(self, block: Laid, following: Laid | None, page: Page) -> Iterator[str]:
        """Give the markup of *block*.

        Args:
            block: What to write.
            following: What comes next on the same pages.
            page: The page on which it stands.
        """
        say, marks = self.wording.say, self.marks
        match block:
            case Heading():
                yield from self._heading(block, page)
            case Paragraph() | Bullets() | Note():
                yield from self.text(block, is_lead_in=_belongs(following))
            case Table():
                yield table_xml(block, page.text_width, self.heading, marks, say)
            case Figure():
                yield figure_xml(block, page.text_width, self.wording, marks)
            case Pictured():
                yield from self._pictured(block, page)
            case SideBySide():
                yield sides_xml(block, page.text_width, self.text, self.wording)

    def text(
        self, block: Text, language: str = "", *, is_lead_in: bool = False
    ) -> Iterator[str]:
        """Give the paragraphs of a text.

        Args:
            block: The text.
            language: Its language, where it is not that of the document.
            is_lead_in: Whether what follows belongs to it.
        """
        mark = self.marks.mark(block.origins)
        close = _CLOSE if language else ""  # rows of a table are apart without it
        match block:
            case Paragraph():
                kept = (_KEPT if is_lead_in else "") + close
                yield paragraph("Normal", runs(block.text, "", language) + mark, kept)
            case Bullets():
                last = len(block.items) - 1
                for order, item in enumerate(block.items):
                    words = runs(item, "", language)
                    # Neither the first point nor the last is left alone on a page.
                    is_kept = order in (0, last - 1) and order < last
                    yield paragraph(
                        "ListBullet",
                        words + (mark if order == last else ""),
                        (_KEPT if is_kept or (is_lead_in and order == last) else "")
                        + close,
                    )
                if mark and not block.items:
                    yield paragraph("Normal", mark)
            case Note():
                kept = _KEPT if is_lead_in else ""
                yield paragraph("Note", self._note(block, language) + mark, kept)

    def _heading(self, heading: Heading, page: Page) -> Iterator[str]:
        begins = heading.starts_page
        if not self._is_listed:
            yield self._contents(page)
            begins = begins or self.has_contents
        self.heading = heading.text
        self._headings += 1
        words = runs(heading.text)
        if heading.level <= DEEPEST:
            words = self.entries[self._listed].at(words)
            self._listed += 1
        mark = self.marks.mark(heading.origins)
        # Said here too, as the styles of a letterhead may not keep them together.
        kept = _KEPT + (_NEW_PAGE if begins else "")
        yield paragraph(f"Heading{heading.level}", words + mark, kept)

    def _pictured(self, figure: Pictured, page: Page) -> Iterator[str]:
        mark = self.marks.mark(figure.origins)
        for picture in figure.pictures:
            caption = runs(picture.caption) + mark
            if caption:
                yield paragraph("Caption", caption, _KEPT)
            self._pictures += 1
            link = next(self.pictures)
            shown = drawing_xml(picture, link, self._pictures, page.room)
            yield paragraph("Picture", shown)
            mark = ""

    def _note(self, note: Note, language: str) -> str:
        words = runs(note.text, "", language)
        if note.basis is None:
            return words
        basis = basis_in_words(note.basis, self.wording.say)
        return runs(f"{basis}: ", "Strong") + words


def _belongs(block: Laid | None) -> bool:
    return isinstance(block, Bullets | Table | Figure | Pictured | SideBySide)
