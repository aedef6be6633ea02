"""Pages: A4 or the letterhead's, upright or across, and which blocks stand on which."""

from collections.abc import Iterable

from attrs import evolve, frozen

from almwp.model.report import Heading, Table
from almwp_slom.word.laying import Laid
from almwp_slom.word.pictures import Pictured

_WIDE = 6
"""From how many columns on a table stands across."""

_SHORT, _LONG = 11906, 16838  # A4 in twentieths of a point
_MARGIN, _BINDING, _EDGE = 1134, 1701, 567
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
        """Return the same paper the other way, with equal margins left and right."""
        narrow = min(self.left, self.right)
        return evolve(
            self, width=self.height, height=self.width, left=narrow, right=narrow
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
    left alone on the page before.
    """
    runs: list[tuple[Page, list[Laid]]] = []
    for chapter in _chapters(blocks):
        page = across if any(map(_is_wide, chapter)) else upright
        if runs and runs[-1][0] == page:
            runs[-1][1].extend(chapter)
        else:
            runs.append((page, chapter))
    return tuple((page, tuple(held)) for page, held in runs) or ((upright, ()),)


def _chapters(blocks: Iterable[Laid]) -> list[list[Laid]]:
    """Cut before each heading, but not between headings that follow one another."""
    chapters: list[list[Laid]] = [[]]
    for block in blocks:
        begins = isinstance(block, Heading) and chapters[-1]
        if begins and not isinstance(chapters[-1][-1], Heading):
            chapters.append([])
        chapters[-1].append(block)
    return [chapter for chapter in chapters if chapter]


def _is_wide(block: Laid) -> bool:
    if isinstance(block, Table):
        return len(block.columns) >= _WIDE
    return isinstance(block, Pictured) and block.is_wide
