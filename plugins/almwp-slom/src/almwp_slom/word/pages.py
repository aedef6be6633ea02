"""Pages: A4 or the letterhead's, upright or across, and which blocks stand on which."""

from collections.abc import Iterable

from attrs import evolve, frozen

from almwp.exporting.chapters import chapters
from almwp.model.report import Bullets, Heading, Note, Paragraph, Table
from almwp_slom.word.laying import Laid
from almwp_slom.word.measures import is_wide
from almwp_slom.word.pictures import Pictured

_SHORT_TEXT = 1200
"""Letters up to which a text needs no page of its own between pages that lie across."""

_SHORT, _LONG = 11906, 16838  # A4 in twentieths of a point
_MARGIN, _BINDING, _EDGE = 1134, 1701, 567
_LOW_MARGIN = 850
"""At the foot of a page that lies across, where each line counts."""
_CAPTION = 1400
"""How much of a page is left free above and below a picture."""


@frozen(kw_only=True)
class Page:
    """One way to lay out a page; all measures in twentieths of a point.

    Attributes:
        width: The width of the paper.
        height: The height of the paper.
        top: The margin at the top.
        right: The margin on the right.
        bottom: The margin at the bottom.
        left: The margin on the left; wider where papers are bound.
        header: From the edge to the header.
        footer: From the edge to the footer.
    """

    width: int = _SHORT
    height: int = _LONG
    top: int = _MARGIN
    right: int = _MARGIN
    bottom: int = _MARGIN
    left: int = _BINDING
    header: int = _EDGE
    footer: int = _EDGE

    @property
    def is_landscape(self) -> bool:
        """Whether it lies across."""
        return self.width > self.height

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def room(self) -> tuple[float, float]:
        """How wide and how high a picture may be on it, in points."""
        height = self.height - self.top - self.bottom - _CAPTION
        return self.text_width / 20, max(height, _CAPTION) / 20

    def turned(self) -> "Page":
        """Return the same paper the other way, with equal margins at the sides."""
        narrow = min(self.left, self.right)
        return evolve(
            self,
            width=self.height,
            height=self.width,
            left=narrow,
            right=narrow,
            bottom=min(self.bottom, _LOW_MARGIN),
        )

    def properties(self, furniture: str, *, has_first: bool = False) -> str:
        """Return the section properties.

        Args:
            furniture: References to headers and footers.
            has_first: Whether the first page has a header and a footer of its own.
        """
        across = ' w:orient="landscape"' if self.is_landscape else ""
        return (
            f"<w:sectPr>{furniture}"
            '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
            '<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{across}/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}"'
            f' w:bottom="{self.bottom}" w:left="{self.left}" w:header="{self.header}"'
            f' w:footer="{self.footer}" w:gutter="0"/>'
            f"{'<w:titlePg/>' if has_first else ''}</w:sectPr>"
        )


UPRIGHT = Page()
ACROSS = UPRIGHT.turned()

Run = tuple[Page, tuple[Laid, ...]]


def spread(
    blocks: Iterable[Laid], upright: Page = UPRIGHT, across: Page = ACROSS
) -> tuple[Run, ...]:
    """Divide *blocks* into runs of pages that lie the same way.

    A wide table takes its heading and what belongs to it along, so that no heading is
    left alone on the page before; a few lines between two such tables stay with them,
    so that no page is turned for them.
    """
    cut = chapters(blocks)
    wide = [any(_is_wide(b, upright, across) for b in chapter) for chapter in cut]
    for place, chapter in enumerate(cut[1:-1], start=1):
        if wide[place - 1] and wide[place + 1] and _is_brief(chapter):
            wide[place] = True
    runs: list[tuple[Page, list[Laid]]] = []
    for lies_across, chapter in zip(wide, cut, strict=True):
        page = across if lies_across else upright
        if runs and runs[-1][0] == page:
            runs[-1][1].extend(chapter)
        else:
            runs.append((page, chapter))
    return tuple((page, tuple(held)) for page, held in runs) or ((upright, ()),)


def _is_wide(block: Laid, upright: Page, across: Page) -> bool:
    if isinstance(block, Table):
        return is_wide(block, upright.text_width, across.text_width)
    return isinstance(block, Pictured) and block.is_wide


def _is_brief(chapter: Iterable[Laid]) -> bool:
    """Say whether *chapter* is a few lines of text."""
    length = 0
    for block in chapter:
        match block:
            case Heading():
                if block.starts_page:
                    return False
                length += len(block.text)
            case Paragraph() | Note():
                length += len(block.text)
            case Bullets():
                length += sum(map(len, block.items))
            case _:
                return False
    return length < _SHORT_TEXT
