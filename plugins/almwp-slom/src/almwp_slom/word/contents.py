"""The table of contents: a field of Word that already shows its entries."""

from collections.abc import Iterable

from attrs import frozen

from almwp.errors import Translate
from almwp_slom.word.markup import bookmarked, paragraph, runs

DEEPEST = 2
"""The deepest level of headings that stands in the contents."""
_FROM = 9
"""From how many entries on there are contents; shorter papers are read without."""
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


def contents_xml(entries: Iterable[Entry], width: int, say: Translate) -> str:
    """Return the contents, as wide as the text; nothing for a short paper.

    Only Word can know on which page a heading falls, and it asks an alarming question
    of whoever opens a document that tells it to find out.  So the entries stand
    without pages; they appear when the table is updated.
    """
    listed = tuple(entries)
    if len(listed) < _FROM:
        return ""
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
            f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>',
        )
        for order, entry in enumerate(listed)
    )
    gallery = (
        '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
    )
    heading = paragraph("TOCHeading", runs(say("Contents")))
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
