"""The same text in two languages, side by side, in a table without lines."""

from collections.abc import Callable, Iterator

from attrs import evolve

from almwp.model.report import Bullets, Note, Pair, Paragraph
from almwp_slom.word.laying import SideBySide
from almwp_slom.word.markup import paragraph
from almwp_slom.word.tables import AFTER, described, widths
from almwp_slom.wording import Wording

Text = Paragraph | Bullets | Note

_TALL = 600
_UNDIVIDED = "<w:trPr><w:cantSplit/></w:trPr>"


def sides_xml(
    block: SideBySide,
    width: int,
    text: Callable[[Text, str], Iterator[str]],
    wording: Wording,
) -> str:
    """Return *block*, set to *width*, each side in its own language.

    Args:
        block: The texts.
        width: How wide to make it, in twentieths of a point.
        text: Gives the paragraphs of a text in a language.
        wording: How the document speaks.
    """
    sizes = widths((1, 1), width)
    rows = "".join(
        f"<w:tr>{_UNDIVIDED if _is_short(pair) else ''}"
        f"{_cell(sizes[0], text(pair.left, left))}"
        f"{_cell(sizes[1], text(pair.right, right))}</w:tr>"
        for whole in block.pairs
        for pair in _point_by_point(whole)
        for left in [pair.left_language or wording.language]
        for right in [pair.right_language or wording.second_language]
    )
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    said = wording.say("The same text in two languages, side by side.")
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="SideBySide"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{described('', said)}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{AFTER}"
    )


def _point_by_point(pair: Pair) -> Iterator[Pair]:
    """Give a row for each point of two lists of as many points, else one for all."""
    left, right = pair.left, pair.right
    if not (isinstance(left, Bullets) and isinstance(right, Bullets)):
        yield pair
        return
    last = len(left.items) - 1
    if len(right.items) != len(left.items) or last < 1:
        yield pair
        return
    for order, points in enumerate(zip(left.items, right.items, strict=True)):
        one, two = (
            evolve(side, items=[point], origins=side.origins if order == last else ())
            for side, point in zip((left, right), points, strict=True)
        )
        yield evolve(pair, left=one, right=two)


def _is_short(pair: Pair) -> bool:
    """Say whether both sides surely fit on a page, so that none need be divided."""
    return all(_length(side) < _TALL for side in (pair.left, pair.right))


def _length(text: Text) -> int:
    if isinstance(text, Bullets):
        return sum(map(len, text.items))
    return len(text.text)


def _cell(size: int, paragraphs: Iterator[str]) -> str:
    held = "".join(paragraphs) or paragraph("Normal", "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>{held}</w:tc>'
