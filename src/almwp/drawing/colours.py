"""Colours and patterns that survive grey print and colour blindness.

The colours are those of Okabe and Ito (Color Universal Design, 2008), which people with
any kind of colour blindness can tell apart; never red against green. Each state also
has a pattern or an outline of its own, and stands in words beside its bar.
"""

from fractions import Fraction

from almwp.drawing.marks import Look
from almwp.model.figures import Standing

BLUE = "#0072b2"
PALE_BLUE = "#cfe3f0"
ORANGE = "#e69f00"
RULE = "#bfbfbf"
"""Lines that only guide the eye."""

HAIR = "#e3e3e3"
"""Lines between rows."""

PAGE = Look(fill="#ffffff", edge="#ffffff")
"""The ground of words that would stand on lines."""

SURE = Look(fill=BLUE, edge=BLUE)
MAY_BE = Look(fill="#ffffff", edge=BLUE, pattern="////")
TRACK = Look(fill="#ffffff", edge=RULE)
READING = Look(fill=BLUE, edge=BLUE)
MILESTONE = Look(fill="#ffffff", edge="#1a1a1a")
PLACE = Look(fill="#404040", edge="#404040")

STANDINGS = {
    Standing.DONE: Look(fill=BLUE, edge=BLUE),
    Standing.RUNNING: Look(fill=PALE_BLUE, edge=BLUE, pattern="////"),
    Standing.AHEAD: Look(fill="#ffffff", edge=BLUE),
    Standing.LATE: Look(fill=ORANGE, edge="#5c3f00", pattern="xxxx"),
    Standing.NOT_REPORTED: Look(fill="#ffffff", edge="#595959", pattern="\\\\\\\\"),
    Standing.NOT_KNOWN: Look(fill="#f0f0f0", edge="#595959", pattern="----"),
    Standing.WITHDRAWN: Look(fill="#e3e3e3", edge="#737373", pattern="...."),
}
"""How the bar of each state looks."""

_RIBBONS = ("#0072b2", "#e69f00", "#009e73", "#f0e442", "#cc79a7", "#d55e00", "#56b4e9")
"""In an order in which those that lie beside each other differ most, in grey too."""


def softened(look: Look) -> Look:
    """Return the look of what may lie here or beside: paler, with a dashed outline."""
    fill = _mixed(look.fill, "#ffffff", 0.6)
    edge = _mixed(look.edge, "#ffffff", 0.3)
    return Look(fill=fill, edge=edge, pattern=look.pattern, is_dashed=True)


def ribbon(place: int) -> Look:
    """Return the look of the ribbons that leave one place; what lies below shows."""
    colour = _RIBBONS[place % len(_RIBBONS)]
    return Look(fill=colour + "73", edge=_mixed(colour, "#000000", 0.4))


def shade(depth: Fraction) -> tuple[Look, str]:
    """Return the look of a square of a grid, and the colour of the words in it."""
    share = min(1.0, float(depth))
    fill = _mixed("#ffffff", "#08456b", share)
    # On the shades in the middle only pure black or pure white is read with ease.
    return Look(fill=fill, edge=RULE), "#ffffff" if share > 0.72 else "#000000"


def _mixed(one: str, other: str, share: float) -> str:
    """Return *one* with so much of *other* in it."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
