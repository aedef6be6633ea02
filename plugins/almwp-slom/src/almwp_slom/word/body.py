"""The body of a Word document: the title, the contents, then block by block."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from attrs import define, field

from almwp.model.figures import Figure
from almwp.model.report import Bullets, Heading, Note, Paragraph, Report, Table
from almwp_slom.phrases import basis_in_words
from almwp_slom.word.contents import DEEPEST, Entry, contents_xml
from almwp_slom.word.endnotes import Marks
from almwp_slom.word.figures import figure_xml
from almwp_slom.word.laying import Laid, SideBySide
from almwp_slom.word.markup import DECLARATION, NAMESPACES, paragraph, runs
from almwp_slom.word.pages import Page, Run
from almwp_slom.word.pictures import Pictured, drawing_xml
from almwp_slom.word.sides import sides_xml
from almwp_slom.word.tables import table_xml
from almwp_slom.wording import Wording

Text = Paragraph | Bullets | Note


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
        heading=report.title,
        wording=wording,
        marks=Marks.of(report),
        pictures=iter(pictures),
        entries=_entries(runs_of_pages),
    )
    parts = [paragraph("Title", runs(report.title))]
    if report.subtitle.strip():
        parts.append(paragraph("Subtitle", runs(report.subtitle)))
    for number, (page, blocks) in enumerate(runs_of_pages, start=1):
        for block, following in pairwise((*blocks, None)):
            if block is not None:
                parts.extend(body.block(block, following, page))
        properties = page.properties(
            furniture[page], has_first=has_first and number == 1
        )
        if number < len(runs_of_pages):
            properties = paragraph("SectionEnd", "", properties)
        parts.append(properties)
    markup = f"<w:body>{''.join(parts)}</w:body>"
    return f"{DECLARATION}<w:document {NAMESPACES}>{markup}</w:document>"


def _entries(sections: Iterable[Run]) -> tuple[Entry, ...]:
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
        heading: The heading above what comes next.
        wording: How the document speaks.
        marks: Its marks of evidence.
        pictures: Ids of the parts with the pictures that are still to come.
        entries: The headings that stand in the contents.
    """

    heading: str
    wording: Wording
    marks: Marks
    pictures: Iterator[str]
    entries: tuple[Entry, ...]
    _headings: int = field(default=0, init=False)
    _listed: int = field(default=0, init=False)
    _pictures: int = field(default=0, init=False)

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
        match block:
            case Paragraph():
                kept = "<w:keepNext/>" if is_lead_in else ""
                yield paragraph("Normal", runs(block.text, "", language) + mark, kept)
            case Bullets():
                last = len(block.items) - 1
                for order, item in enumerate(block.items):
                    words = runs(item, "", language)
                    yield paragraph(
                        "ListBullet", words + (mark if order == last else "")
                    )
                if mark and not block.items:
                    yield paragraph("Normal", mark)
            case Note():
                yield paragraph("Note", self._note(block, language) + mark)

    def _heading(self, heading: Heading, page: Page) -> Iterator[str]:
        if not self._headings:
            yield contents_xml(self.entries, page.text_width, self.wording.say)
        self.heading = heading.text
        self._headings += 1
        words = runs(heading.text)
        if heading.level <= DEEPEST:
            words = self.entries[self._listed].at(words)
            self._listed += 1
        mark = self.marks.mark(heading.origins)
        yield paragraph(f"Heading{heading.level}", words + mark)

    def _pictured(self, figure: Pictured, page: Page) -> Iterator[str]:
        mark = self.marks.mark(figure.origins)
        for picture in figure.pictures:
            caption = runs(picture.caption) + mark
            if caption:
                yield paragraph("Caption", caption)
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
