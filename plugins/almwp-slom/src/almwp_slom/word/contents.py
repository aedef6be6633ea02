"""The table of contents: a field of Word that already shows its entries."""

from collections.abc import Iterable, Sequence
from math import ceil

from attrs import frozen

from almwp.errors import Translate
from almwp.model.report import Block, Note, Paragraph, Table
from almwp_slom.word.markup import bookmarked, paragraph, runs
from almwp_slom.word.pages import Page

DEEPEST = 2
"""The deepest level of headings that stands in the contents."""
_FROM = 9
"""From how many entries on there are contents; shorter papers are read without."""
_LINES, _TITLE = 42, 9
"""Lines on a page, and those that the title takes."""
_ON_A_LINE, _IN_A_CELL = 80, 55
"""About how many letters stand on a line, and on one of a cell of the cover."""
_AFTER_MARKS = 1_000_000
"""Bookmarks of headings are counted from here, those of evidence below."""


@frozen(kw_only=True)
class Entry:
    """A heading that stands in the contents."""

    number: int
    level: int
    text: str

    @property
    def place(self) -> str:
        """The name of the heading's place."""
        return f"_Toc{self.number:08}"

    def at(self, content: str) -> str:
        """Return the heading's markup with its place."""
        return bookmarked(content, self.place, _AFTER_MARKS + self.number)


def has_contents(entries: Sequence[Entry]) -> bool:
    """Say whether a paper with these headings is long enough for contents."""
    return len(entries) >= _FROM


def has_room(cover: Iterable[Block], entries: Sequence[Entry]) -> bool:
    """Say whether the contents surely fit on the page of the cover.

    Args:
        cover: What stands on it below the title.
        entries: The headings that stand in the contents.
    """
    taken = _TITLE + sum(ceil(len(e.text) / _ON_A_LINE) for e in entries)
    for block in cover:
        match block:
            case Table():
                taken += sum(
                    max(ceil(len(cell.text) / _IN_A_CELL) for cell in row)
                    for row in block.rows
                    if row
                )
            case Paragraph() | Note():
                taken += ceil(len(block.text) / _ON_A_LINE) + 1
            case _:
                return False
    return taken <= _LINES


def contents_xml(
    entries: Sequence[Entry], page: Page, say: Translate, *, fits: bool
) -> str:
    """Return the contents; nothing for a short paper.

    Only Word can know on which page a heading falls: it fills the pages in when it
    opens the document, as the settings ask it to.

    Args:
        entries: The headings.
        page: The page on which they stand.
        say: Gives fixed phrases.
        fits: Whether they fit on the page of the cover, else they begin another.
    """
    if not has_contents(entries):
        return ""
    listed, width = tuple(entries), page.text_width
    begin = (
        _mark("begin")
        + _instruction(f' TOC \\o "1-{DEEPEST}" \\h \\z ')
        + _mark("separate")
    )
    last = len(listed) - 1
    lines = "".join(
        paragraph(
            f"TOC{entry.level}",
            (begin if order == 0 else "")
            + _link(entry)
            + (_mark("end") if order == last else ""),
            f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>',
        )
        for order, entry in enumerate(listed)
    )
    gallery = (
        '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
    )
    begins = "" if fits else "<w:pageBreakBefore/>"
    heading = paragraph("TOCHeading", runs(say("Contents")), begins)
    return f"<w:sdt>{gallery}<w:sdtContent>{heading}{lines}</w:sdtContent></w:sdt>"


def _link(entry: Entry) -> str:
    text = " ".join(entry.text.split())
    page = (
        _mark("begin")
        + _instruction(f" PAGEREF {entry.place} \\h ")
        + _mark("separate")
        + _mark("end")
    )
    return (
        f'<w:hyperlink w:anchor="{entry.place}" w:history="1">{runs(text)}'
        f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(text: str) -> str:
    code = f'<w:instrText xml:space="preserve">{text}</w:instrText>'
    return f"<w:r>{code}</w:r>"
