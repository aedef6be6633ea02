"""Marks: what a laid-out figure consists of, in points from its upper left corner."""

from typing import Literal

from attrs import field, frozen

from almwp.model.fields import frozen_items

BLACK = "#1a1a1a"
GREY = "#595959"


@frozen(kw_only=True)
class Look:
    """How a surface looks.

    Attributes:
        fill: Its colour.
        edge: The colour of its outline and of its pattern.
        pattern: Its pattern, as matplotlib calls it: ``//``, ``xx``, ``..``; none when
            empty.  A pattern tells surfaces apart where colours do not.
        is_dashed: Whether its outline is dashed.
    """

    fill: str
    edge: str
    pattern: str = ""
    is_dashed: bool = False


@frozen(kw_only=True)
class Surface:
    """A surface with straight or curved sides.

    Attributes:
        points: Its corners.
        look: How it looks.
        is_ribbon: Whether it is a ribbon between two columns: the corners are upper
            left, upper right, lower right, lower left, and its long sides are curved.
    """

    points: tuple[tuple[float, float], ...] = field(converter=frozen_items)
    look: Look
    is_ribbon: bool = False


@frozen(kw_only=True)
class Line:
    """A line over several points."""

    points: tuple[tuple[float, float], ...] = field(converter=frozen_items)
    colour: str = BLACK
    width: float = 0.8
    is_dashed: bool = False


@frozen(kw_only=True)
class Words:
    """One line of words.

    Attributes:
        text: The words.
        x: Where they stand: their left, middle or right, as *side* says.
        y: Their base line.
        size: Their size.
        width: How wide they are.
        side: ``left``, ``center`` or ``right``.
        colour: Their colour.
        is_bold: Whether they are bold.
        is_upright: Whether they run upwards.
    """

    text: str
    x: float
    y: float
    size: float
    width: float
    side: Literal["left", "center", "right"] = "left"
    colour: str = BLACK
    is_bold: bool = False
    is_upright: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Where they stand: left, top, right, bottom."""
        back = {"left": 0.0, "center": 0.5, "right": 1.0}[self.side] * self.width
        above, below = 0.8 * self.size, 0.25 * self.size
        if self.is_upright:
            start = self.y + back
            return self.x - above, start - self.width, self.x + below, start
        start = self.x - back
        return start, self.y - above, start + self.width, self.y + below


Mark = Surface | Line | Words


@frozen(kw_only=True)
class Picture:
    """A figure laid out: its size and its marks, the hindmost first."""

    width: float
    height: float
    marks: tuple[Mark, ...] = field(converter=frozen_items)


def box(left: float, top: float, right: float, bottom: float, look: Look) -> Surface:
    """Return a rectangle."""
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Surface(points=corners, look=look)
