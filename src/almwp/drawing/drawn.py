"""Figures drawn, as SVG for pages and as PNG for papers: same figure, same bytes."""

from almwp.drawing.bars import bars
from almwp.drawing.letters import Letters
from almwp.drawing.marks import Picture
from almwp.drawing.page import WIDTH, Laid, framed
from almwp.drawing.pathline import path_line
from almwp.drawing.rendering import as_png, as_svg
from almwp.drawing.ribbons import ribbons
from almwp.drawing.spelling import Spelling
from almwp.drawing.squares import squares, width_of
from almwp.drawing.stretches import stretches
from almwp.drawing.wording import description, name, with_texts, writable
from almwp.errors import Translate, in_english
from almwp.model.figures import AnyFigure, Figure, Flow, Grid, TargetPath, Timeline


def draw_svg(
    figure: AnyFigure,
    say: Translate = in_english,
    *,
    captioned: bool = False,
    mark: str = "",
) -> str:
    """Draw *figure* as an SVG element, to stand in a page or in a file of its own.

    It has a light ground, so that it can be read on a dark page too; it refers to
    nothing outside, and says in words what it shows.

    Args:
        figure: What to draw.
        say: Into which language the words of the picture are put.
        captioned: Whether the caption and the alternative stand in the picture too,
            as in a file of its own.
        mark: Anything that keeps two equal pictures of one page apart.

    Raises:
        CallError: matplotlib is not installed.
    """
    letters = Letters.load()
    picture, spelling = laid_out(figure, letters, say, captioned=captioned)
    told = [description(figure, say)]
    told += [f"{number} = {writable(text)}" for number, text in spelling.lacking()]
    return as_svg(picture, letters, name(figure), "\n".join(told), mark)


def draw_png(
    figure: AnyFigure,
    say: Translate = in_english,
    dpi: int = 200,
    *,
    captioned: bool = False,
) -> bytes:
    """Draw *figure* as a PNG file.

    Args:
        figure: What to draw.
        say: Into which language the words of the picture are put.
        dpi: Pixels per inch; very long figures are drawn less finely.
        captioned: Whether the caption and the alternative stand in the picture too,
            as in a file of its own.

    Raises:
        CallError: matplotlib is not installed.
    """
    letters = Letters.load()
    picture, _ = laid_out(figure, letters, say, captioned=captioned)
    return as_png(picture, letters, dpi)


def laid_out(
    figure: AnyFigure,
    letters: Letters,
    say: Translate = in_english,
    *,
    captioned: bool = False,
) -> tuple[Picture, Spelling]:
    """Lay out *figure*, and tell what the font could not show of its words."""
    spelling = Spelling(letters)
    spelt = with_texts(figure, spelling)

    def say_spelt(sentence: str) -> str:
        return spelling(say(sentence))

    width = width_of(spelt) if isinstance(spelt, Grid) else WIDTH
    body = _body(spelt, letters, say_spelt)
    caption = spelt.caption if captioned else ""
    # A file of its own says below what a page says beside the picture.
    beside = figure.alternative.split("\n") if captioned else ()
    notes = [*map(spelling, beside), *spelling.notes(say)]
    notes = [note for note in notes if note]
    return framed(letters, body, caption=caption, notes=notes, width=width), spelling


def _body(figure: AnyFigure, letters: Letters, say: Translate) -> Laid:
    match figure:
        case Figure():
            return bars(figure, letters, say)
        case Timeline():
            return stretches(figure, letters, say)
        case Grid():
            return squares(figure, letters, say)
        case TargetPath():
            return path_line(figure, letters, say)
        case Flow():
            return ribbons(figure, letters, say)
