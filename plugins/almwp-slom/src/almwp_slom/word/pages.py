"""Pages: A4, upright or across, and which blocks stand on which."""

from collections.abc import Iterable

from attrs import frozen

from almwp.drawing.plainly import Plain
from almwp.model.report import Heading, Table

_WIDE = 6
"""From how many columns on a table stands across."""

_SHORT, _LONG = 11906, 16838  # A4 in twentieths of a point
_MARGIN, _BINDING, _EDGE = 1134, 1701, 567


@frozen(kw_only=True)
class Page:
    """One way to lay out a page.

    Attributes:
        is_landscape: Whether it lies across.
    """

    is_landscape: bool = False

    @property
    def left(self) -> int:
        """The left margin, in twentieths of a point; wider where papers are bound."""
        return _MARGIN if self.is_landscape else _BINDING

    @property
    def text_width(self) -> int:
        """The width between the margins, in twentieths of a point."""
        width = _LONG if self.is_landscape else _SHORT
        return width - self.left - _MARGIN

    def properties(self, header: str, footer: str) -> str:
        """Return the section properties, with the ids of header and footer."""
        width, height = (_LONG, _SHORT) if self.is_landscape else (_SHORT, _LONG)
        across = ' w:orient="landscape"' if self.is_landscape else ""
        return (
            "<w:sectPr>"
            f'<w:headerReference w:type="default" r:id="{header}"/>'
            f'<w:footerReference w:type="default" r:id="{footer}"/>'
            '<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"{across}/>'
            f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}"'
            f' w:left="{self.left}" w:header="{_EDGE}" w:footer="{_EDGE}"'
            ' w:gutter="0"/>'
            "</w:sectPr>"
        )


UPRIGHT = Page()
ACROSS = Page(is_landscape=True)


def spread(blocks: Iterable[Plain]) -> tuple[tuple[Page, tuple[Plain, ...]], ...]:
    """Divide *blocks* into runs of pages that lie the same way.

    A wide table takes its heading and what belongs to it along, so that no heading is
    left alone on the page before.
    """
    runs: list[tuple[Page, list[Plain]]] = []
    for chapter in _chapters(blocks):
        page = ACROSS if any(map(_is_wide, chapter)) else UPRIGHT
        if runs and runs[-1][0] == page:
            runs[-1][1].extend(chapter)
        else:
            runs.append((page, chapter))
    return tuple((page, tuple(held)) for page, held in runs) or ((UPRIGHT, ()),)


def _chapters(blocks: Iterable[Plain]) -> list[list[Plain]]:
    """Cut before each heading, but not between headings that follow one another."""
    chapters: list[list[Plain]] = [[]]
    for block in blocks:
        begins = isinstance(block, Heading) and chapters[-1]
        if begins and not isinstance(chapters[-1][-1], Heading):
            chapters.append([])
        chapters[-1].append(block)
    return [chapter for chapter in chapters if chapter]


def _is_wide(block: Plain) -> bool:
    return isinstance(block, Table) and len(block.columns) >= _WIDE
