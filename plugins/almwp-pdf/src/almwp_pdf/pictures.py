"""Figures as vector pictures, with their words for those who do not see them."""

import re

from attrs import evolve

from almwp.drawing.drawn import draw_svg
from almwp.drawing.pages import SHRUNK, in_pages
from almwp.drawing.wording import description, with_texts
from almwp.errors import Translate
from almwp.exporting.characters import harmless
from almwp.model.figures import AnyFigure
from almwp_pdf.letters import Lettering
from almwp_pdf.plaindata import Data

_SIZE = re.compile(r'width="([\d.]+)pt" height="([\d.]+)pt"')
_UPRIGHT, _ACROSS = (480.0, 640.0), (725.0, 390.0)
"""How wide and high a picture may be, in points."""


def pictures(
    figure: AnyFigure, letters: Lettering, say: Translate, *, flipped: bool
) -> list[Data]:
    """Draw *figure*, a long one as several pictures that fit on pages.

    Args:
        figure: What to draw.
        letters: Gives captions as the fonts can show them.
        say: Into which language the words of the picture are put.
        flipped: Whether the pages lie across.

    Raises:
        CallError: matplotlib is not installed.
    """
    room = _ACROSS if flipped else _UPRIGHT
    safe = with_texts(figure, harmless)
    safe = evolve(safe, alternative=harmless(safe.alternative))
    return [
        _picture(part, room, letters, say)
        for part in in_pages(safe, say, height=room[1] / SHRUNK)
    ]


def _picture(
    part: AnyFigure, room: tuple[float, float], letters: Lettering, say: Translate
) -> Data:
    svg = draw_svg(part, say)
    width, height = _size(svg)
    scale = min(1.0, room[0] / width, room[1] / height)
    caption = letters.line(part.caption)
    return {
        "caption": caption,
        "svg": svg,
        "words": description(part, say) or caption or "–",
        "width": round(width * scale, 2),
        "height": round(height * scale, 2),
    }


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    if found is None:
        return _UPRIGHT
    return float(found[1]), float(found[2])
