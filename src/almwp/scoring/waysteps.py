"""The formula of achievement with the numbers of one indicator, step by step."""

from collections.abc import Iterator
from fractions import Fraction

from almwp.errors import Translate
from almwp.model.indicator import Direction, Indicator
from almwp.scoring.achieved import Achievement
from almwp.scoring.wording import shown
from almwp.scoring.wordsofvalues import number_in


def steps_of(
    indicator: Indicator, known: Achievement, translate: Translate
) -> Iterator[str]:
    """Give the formula, then the same with its numbers; nothing where it has no answer.

    A number that does not end after four digits is written as a fraction, so that each
    step is exactly the one before it.
    """
    reading, base, target = known.reading, known.baseline, known.target
    if known.raw is None or reading is None or base is None or target is None:
        return
    value, begin, end = reading.value, base.value, target.value
    if not isinstance(value, Fraction) or not isinstance(begin, Fraction):
        return
    if not isinstance(end, Fraction):
        return
    r, b, t = (_exactly(number, translate) for number in (value, begin, end))
    if indicator.direction is Direction.KEEP:
        if known.raw == 1:
            return  # It is near enough by the policy; nothing is divided.
        way = abs(end - begin)
        left = abs(value - end)
        formula = translate("1 - |reading - target| / |target - baseline|")
        yield formula
        yield f"1 - |{r} - {t}| / |{t} - {b}|"
        yield f"1 - {_exactly(left, translate)} / {_exactly(way, translate)}"
    else:
        done, way = value - begin, end - begin
        yield translate("(reading - baseline) / (target - baseline)")
        yield f"({r} - {b}) / ({t} - {b})"
        yield f"{_exactly(done, translate)} / {_exactly(way, translate)}"
    if known.raw.denominator == 1:
        yield number_in(str(known.raw), translate)
        return
    share = number_in(str(shown(known.raw * 100)), translate)
    yield f"{number_in(str(known.raw), translate)} ({share} %)"


def _exactly(number: Fraction, translate: Translate) -> str:
    """Return a number that is to be put into a formula."""
    words = str(shown(number))
    if words.startswith("~"):
        words = str(number)
    told = number_in(words, translate)
    return f"({told})" if number < 0 or "/" in told else told
