"""How long the parts of a bar are, when it is drawn in whole units."""

from fractions import Fraction

from attrs import frozen

from almwp.model.figures import Bar
from almwp_slom.wording import Wording


@frozen(kw_only=True)
class Units:
    """The parts of a bar from the left, in units.

    Attributes:
        sure: What is so, whatever is missing.
        likely: From there to the value itself.
        open: From there to the most it can be.
        rest: What cannot be.
    """

    sure: int
    likely: int
    open: int
    rest: int


def units(bar: Bar, width: int) -> Units:
    """Divide *width* units.  Something never looks like nothing, nor like all."""
    sure = _mark(bar.low, width)
    value = bar.low if bar.value is None else bar.value
    likely = max(sure, _mark(value, width))
    most = max(likely, _mark(bar.high, width))
    return Units(sure=sure, likely=likely - sure, open=most - likely, rest=width - most)


def bar_in_words(bar: Bar, wording: Wording) -> str:
    """Return the words of *bar*, or its numbers where it has none."""
    if bar.text:
        return bar.text
    share, say = wording.share, wording.say
    if bar.value is not None and bar.low == bar.high:
        return share(bar.value)
    bounds = say("between {low} and {high}").format(
        low=share(bar.low), high=share(bar.high)
    )
    return bounds if bar.value is None else f"{share(bar.value)}; {bounds}"


def _mark(share: Fraction, width: int) -> int:
    if share <= 0:
        return 0
    if share >= 1:
        return width
    return min(max(round(share * width), 1), width - 1)
