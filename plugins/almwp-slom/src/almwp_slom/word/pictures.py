"""Figures as pictures of a document, with their words for those who do not see them."""

import struct

from attrs import evolve, field, frozen

from almwp.drawing.xmltext import in_attribute
from almwp.errors import Translate
from almwp.exporting.characters import harmless
from almwp.model.fields import frozen_items
from almwp.model.figures import Flow, Grid, TargetPath, Timeline
from almwp.model.source import Origin
from almwp_slom.word.namespaces import PIC, WP, A

_HEADER = 8
_INCH, _POINT = 39.3701, 12_700
"""Of a metre; and in the units of DrawingML."""
_ACROSS = 412.0
"""Points from top to bottom that a picture may take of a page that lies across."""
_WIDE = 600.0
"""Points from which on a picture lies across, as its words would become too small."""


@frozen(kw_only=True)
class Picture:
    """A figure, or a part of one, that was drawn.

    Attributes:
        caption: What it shows.
        words: The same in words.
        content: The PNG file.
        width: In points, at full size.
        height: In points, at full size.
    """

    caption: str
    words: str
    content: bytes
    width: float
    height: float


@frozen(kw_only=True)
class Pictured:
    """A figure as pictures, each of which fits on a page."""

    pictures: tuple[Picture, ...] = field(converter=frozen_items)
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    @property
    def is_wide(self) -> bool:
        """Whether it is better read on a page that lies across."""
        return any(picture.width > _WIDE for picture in self.pictures)


def pictured(figure: Timeline | Grid | TargetPath | Flow, say: Translate) -> Pictured:
    """Draw *figure*.

    Raises:
        CallError: matplotlib is not installed.
    """
    # Most papers draw nothing, and what draws takes long to load.
    from almwp.drawing.drawn import draw_png
    from almwp.drawing.pages import SHRUNK, in_pages
    from almwp.drawing.wording import description, with_texts

    safe = evolve(
        with_texts(figure, harmless), alternative=harmless(figure.alternative)
    )
    pictures = [
        _picture(part.caption, description(part, say), draw_png(part, say))
        for part in in_pages(safe, say, height=_ACROSS / SHRUNK)
    ]
    return Pictured(pictures=pictures, origins=figure.origins)


def drawing_xml(
    picture: Picture, link: str, number: int, room: tuple[float, float]
) -> str:
    """Return a run that shows *picture*.

    Args:
        picture: The picture.
        link: Id of the part that holds it.
        number: A number that no other picture of the document has.
        room: How wide and how high it may be, in points.
    """
    scale = min(1.0, room[0] / picture.width, room[1] / picture.height)
    wide, high = (
        round(side * scale * _POINT) for side in (picture.width, picture.height)
    )
    name = in_attribute(f"Figure {number}")
    words = in_attribute(picture.words or picture.caption)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{number}" name={name} descr={words}/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}">'
        f'<pic:pic xmlns:pic="{PIC}"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name={name}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}"'
        f' cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _picture(caption: str, words: str, content: bytes) -> Picture:
    width, height = _size(content)
    return Picture(
        caption=caption, words=words, content=content, width=width, height=height
    )


def _size(png: bytes) -> tuple[float, float]:
    """Return the size of a PNG file in points, by the finest that it says of itself."""
    across, down = struct.unpack(">II", png[16:24])
    place, fine = _HEADER, 200 * _INCH
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"pHYs":
            (fine,) = struct.unpack(">I", png[place + 8 : place + 12])
            break
        place += length + 12
    point = fine / _INCH / 72
    return across / point, down / point
