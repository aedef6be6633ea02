"""Pictures as SVG and PNG, drawn by matplotlib without its global state."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING

from almwp.drawing.letters import Letters, font_files
from almwp.drawing.marks import Line, Mark, Picture, Surface, Words
from almwp.drawing.missing import needs_matplotlib
from almwp.drawing.xmltext import in_attribute, in_element

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.path import Path
    from matplotlib.transforms import Transform

_ABOUT = re.compile(r"<!--.*?-->|<metadata>.*?</metadata>", re.DOTALL)
_STYLE = re.compile(r"<style type=\"text/css\">.*?</style>", re.DOTALL)
_HEAD = re.compile(r"<svg\b[^>]*>")
_VIEW = re.compile(r"viewBox=\"[\d. ]+\"")
_NAMED = re.compile(r"(\bid=\"|href=\"#|url\(#)(DejaVuSans-(?:Bold-)?)?")
_SPACED = re.compile(r"(translate\(-?\d+\.\d\d)\d+ ")
_EMPTY_LINES = re.compile(r"\n\s*(?=\n)")
_MOST_PIXELS = 30_000_000
"""Pixels of a picture; a longer one is drawn less finely, so that it can be opened."""


def as_svg(
    picture: Picture, letters: Letters, title: str, words: str, mark: str = ""
) -> str:
    """Return *picture* as an SVG element that refers to nothing outside itself.

    Args:
        picture: What to draw.
        letters: The font.
        title: Its name for those who do not see it.
        words: What it shows, in words.
        mark: Keeps the ids of one picture apart from those of an equal one in the
            same page.
    """
    with _as_delivered("svg"):
        from matplotlib.backends.backend_svg import FigureCanvasSVG

        out = io.BytesIO()
        canvas = FigureCanvasSVG(_drawn(picture, letters))
        about = {"Date": None, "Creator": None}
        canvas.print_svg(out, metadata=about)  # type: ignore[no-untyped-call]
    drawn = out.getvalue().decode("utf-8").replace("\r\n", "\n")
    drawn = drawn[drawn.index("<svg") :]
    drawn = _EMPTY_LINES.sub("", _STYLE.sub("", _ABOUT.sub("", drawn)))
    # The ids of several pictures of one page must differ.
    own = "f" + sha256(f"{mark}\n{title}\n{words}\n{drawn}".encode()).hexdigest()[:8]
    short = {None: "-", "DejaVuSans-": "r", "DejaVuSans-Bold-": "b"}
    drawn = _NAMED.sub(lambda found: found[1] + own + short[found[2]], drawn)
    drawn = _SPACED.sub(r"\1 ", drawn)
    view = _VIEW.search(drawn)
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" '
        f'width="{picture.width:g}pt" height="{picture.height:g}pt" '
        f"{view[0] if view else ''} "
        # Without a style sheet of its own, which would reach all of the page.
        'stroke-linejoin="round" stroke-linecap="butt" role="img" '
        f'aria-labelledby="{own}-title" aria-describedby="{own}-words">\n'
        f"<title id={in_attribute(own + '-title')}>{in_element(title)}</title>\n"
        f"<desc id={in_attribute(own + '-words')}>{in_element(words)}</desc>"
    )
    return _HEAD.sub(lambda _: head, drawn, count=1)


def as_png(picture: Picture, letters: Letters, dpi: int) -> bytes:
    """Return *picture* as a PNG file of so many pixels per inch."""
    area = picture.width * picture.height / 72**2
    fine = min(float(dpi), (_MOST_PIXELS / area) ** 0.5)
    with _as_delivered("agg"):
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        figure = _drawn(picture, letters)
        figure.set_dpi(fine)
        out = io.BytesIO()
        canvas = FigureCanvasAgg(figure)
        canvas.print_png(out, metadata={"Software": None})  # type: ignore[no-untyped-call]
    return out.getvalue()


@contextmanager
def _as_delivered(backend: str) -> Iterator[None]:
    """Draw with matplotlib's own settings, whatever the user has set for other work."""
    with needs_matplotlib():
        import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                "svg.fonttype": "path",
                "svg.hashsalt": "almwp",
                "text.hinting": "no_hinting",
                "text.usetex": False,
                "path.simplify": False,
            }
        )
        yield


def _drawn(picture: Picture, letters: Letters) -> "Figure":
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    figure = Figure(figsize=(picture.width / 72, picture.height / 72), facecolor="w")
    # From points below the upper left corner to inches above the lower left one.
    turned = Affine2D().scale(1, -1).translate(0, picture.height).scale(1 / 72)
    place = turned + figure.dpi_scale_trans
    for order, mark in enumerate(picture.marks):
        artist = _artist(mark, letters, place)
        # Else matplotlib draws all surfaces first, then all lines, then all words.
        artist.set_zorder(order)
        figure.add_artist(artist)
    return figure


def _artist(mark: Mark, letters: Letters, place: "Transform") -> "Artist":
    from matplotlib.font_manager import FontProperties
    from matplotlib.lines import Line2D
    from matplotlib.patches import PathPatch
    from matplotlib.text import Text

    match mark:
        case Surface():
            look = mark.look
            return PathPatch(
                _outline(mark),
                facecolor=look.fill,
                edgecolor=look.edge,
                hatch=look.pattern or None,
                hatch_linewidth=0.7,
                linewidth=0.7,
                linestyle=(0, (3, 2)) if look.is_dashed else "-",
                transform=place,
            )
        case Line():
            return Line2D(
                [x for x, _ in mark.points],
                [y for _, y in mark.points],
                color=mark.colour,
                linewidth=mark.width,
                linestyle=(0, (4, 3)) if mark.is_dashed else "-",
                transform=place,
            )
        case Words():
            regular, bold = font_files(letters.folder)
            return Text(
                mark.x,
                mark.y,
                mark.text,
                fontproperties=FontProperties(
                    fname=str(bold if mark.is_bold else regular), size=mark.size
                ),
                color=mark.colour,
                horizontalalignment=mark.side,
                verticalalignment="baseline",
                rotation=90 if mark.is_upright else 0,
                rotation_mode="anchor",
                parse_math=False,
                transform=place,
            )


def _outline(mark: Surface) -> "Path":
    from matplotlib.path import Path

    if not mark.is_ribbon:
        return Path([*mark.points, mark.points[0]], closed=True)
    (a, b, c, d) = mark.points
    middle = (a[0] + b[0]) / 2
    points = [a, (middle, a[1]), (middle, b[1]), b]
    points += [c, (middle, c[1]), (middle, d[1]), d, a]
    curve = [Path.CURVE4] * 3
    codes = [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]
    return Path(points, codes)
