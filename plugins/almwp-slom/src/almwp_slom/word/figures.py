"""Figures as WordprocessingML: bars are shaded cells, so they need no picture."""

from almwp.model.figures import Bar, Figure
from almwp_slom.bars import bar_in_words, units
from almwp_slom.word.endnotes import Marks
from almwp_slom.word.markup import paragraph, runs
from almwp_slom.word.tables import described, widths
from almwp_slom.wording import Wording

_UNITS = 50  # with a label and the words beside it, below Word's limit of 63 columns

_KEPT = "<w:keepNext/>"
"""Keeps the key of the figure with its last bar, and few bars with one another."""
_FEW = 12

# Dark to pale, so that they stay apart in grey and for the colour-blind.
_SURE, _LIKELY, _OPEN, _REST = "1F3864", "6F8FC7", "C9D7EE", "F2F2F2"


def figure_xml(figure: Figure, width: int, wording: Wording, marks: Marks) -> str:
    """Return *figure* with its caption, marks and key, set to *width*."""
    found = []
    if figure.caption.strip():
        words = runs(figure.caption) + marks.mark(figure.origins)
        found.append(paragraph("Caption", words, _KEPT))
    else:
        found.append(marks.line([figure.origins], wording.say))
    if figure.bars:
        found.append(_bars(figure, width, wording))
        found.append(paragraph("FigureKey", runs(_key(figure, wording))))
    elif figure.alternative.strip():
        found.append(paragraph("Normal", runs(figure.alternative)))
    return "".join(found)


def _bars(figure: Figure, width: int, wording: Wording) -> str:
    label, drawing, words = widths((30, 40, 30), width)
    unit = drawing // _UNITS
    words += drawing - unit * _UNITS
    sizes = (label, *([unit] * _UNITS), words)
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    *above, last = figure.bars
    kept = _KEPT if len(above) < _FEW else ""
    rows = "".join(_row(bar, (label, unit, words), wording, kept) for bar in above)
    rows += _row(last, (label, unit, words), wording, _KEPT)
    said = figure.alternative or "; ".join(
        f"{bar.label}: {bar_in_words(bar, wording)}" for bar in figure.bars
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BarFigure"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{described(figure.caption, said)}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        f"{paragraph('AfterTable', '', _KEPT)}"
    )


def _row(
    bar: Bar, sizes: tuple[int, int, int], wording: Wording, kept: str = ""
) -> str:
    label, unit, words = sizes
    part = units(bar, _UNITS)
    drawn = "".join(
        _cell(unit * length, "", fill=fill, span=length)
        for length, fill in (
            (part.sure, _SURE),
            (part.likely, _LIKELY),
            (part.open, _OPEN),
            (part.rest, _REST),
        )
        if length
    )
    return (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(label, bar.label, kept=kept)}"
        f"{drawn}{_cell(words, bar_in_words(bar, wording))}</w:tr>"
    )


def _cell(size: int, text: str, fill: str = "", span: int = 1, kept: str = "") -> str:
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    properties = (
        f'<w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{across}{shade}'
        '<w:vAlign w:val="center"/></w:tcPr>'
    )
    return f"<w:tc>{properties}{paragraph('TableText', runs(text), kept)}</w:tc>"


def _key(figure: Figure, wording: Wording) -> str:
    drawn = [units(bar, _UNITS) for bar in figure.bars]
    key = [wording.say("Dark: so much is certain.")]
    if any(part.likely for part in drawn):
        key.append(wording.say("Medium: the share by what is known."))
    if any(part.open for part in drawn):
        key.append(wording.say("Pale: possible, as not all states are reported."))
    return " ".join(key)
