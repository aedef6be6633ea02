"""The sums of an indicator over its countries, step by step."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from almwp.errors import Translate
from almwp.scoring.sharedindicators import Followed, Pool
from almwp.scoring.wording import shown
from almwp.scoring.wordsofvalues import number_in


def pool_steps(
    pool: Pool, taken: Sequence[Followed], translate: Translate
) -> Iterator[str]:
    """Give how numerators, denominators, baselines and targets were put together."""

    def told(number: Fraction) -> str:
        words = shown(number)
        if words.startswith("~"):  # each step is exactly the one before it
            return f"({number_in(str(number), translate)})"
        return number_in(words, translate)

    readings = [f.achievement.reading for f in taken]
    above = [r.numerator or Fraction(0) for r in readings if r]
    below = [r.denominator or Fraction(0) for r in readings if r]
    for heading, numbers, whole in (
        (translate("numerators"), above, pool.numerator),
        (translate("denominators"), below, pool.denominator),
    ):
        yield f"{heading}: {_sum(map(told, numbers))} = {told(whole)}"
    yield f"{translate('baseline by denominators')}: {told(pool.baseline)}"
    yield f"{translate('target by denominators')}: {told(pool.target)}"
    if pool.left is not None and pool.way is not None:
        if pool.way:
            yield f"1 - {told(pool.left)} / {told(pool.way)}"
    else:
        value = 100 * pool.numerator / pool.denominator
        start, end = told(pool.baseline), told(pool.target)
        yield f"({told(value)} - {start}) / ({end} - {start})"
    share = number_in(f"{shown(pool.share * 100)} %", translate)
    is_whole = pool.share.denominator == 1
    yield share if is_whole else f"{number_in(str(pool.share), translate)} ({share})"


def _sum(several: Iterator[str]) -> str:
    return " + ".join(several)
