"""The same text in two languages, side by side, in a table without lines."""

from collections.abc import Callable, Iterator

from almwp.model.report import Bullets, Note, Paragraph
from almwp_slom.word.laying import SideBySide
from almwp_slom.word.markup import paragraph
from almwp_slom.word.tables import AFTER, described, widths
from almwp_slom.wording import Wording

Text = Paragraph | Bullets | Note
_OTHER = {"en": "vi", "vi": "en"}
"""What stands beside the first language of a paper in two languages."""


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
    other = _OTHER.get(wording.language, "")
    rows = "".join(
        f"<w:tr>{_cell(sizes[0], text(pair.left, wording.language))}"
        f"{_cell(sizes[1], text(pair.right, other))}</w:tr>"
        for pair in block.pairs
    )
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    said = wording.say("The same text in two languages, side by side.")
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="SideBySide"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{described('', said)}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{AFTER}"
    )


def _cell(size: int, paragraphs: Iterator[str]) -> str:
    held = "".join(paragraphs) or paragraph("Normal", "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>{held}</w:tc>'
