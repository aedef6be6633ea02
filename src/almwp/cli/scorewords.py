"""Words for the figures of a scorecard: percentages, ranges, counts and scopes."""

from fractions import Fraction

from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.score import Scope, ScopeKind, Score
from almwp.model.source import Basis

WEAK = (Basis.INFERRED, Basis.UNKNOWN)
"""What stands on one of these is marked with a star."""


def range_of(score: Score, translate: Translate) -> str:
    """Return the bounds of *score* in percent, or the one number that it is."""
    low, high = percent(score.low, translate), percent(score.high, translate)
    if low == high:
        return low
    return translate("{low} to {high}").format(low=low, high=high)


def scope_words(scope: Scope, language: str, most: int = 60) -> str:
    """Return the title of *scope*, with a mark where its basis is weak."""
    mark = " (*)" if scope.basis in WEAK else ""
    title = scope.title.in_(language)
    if scope.kind in (ScopeKind.PROGRAMME, ScopeKind.BODY):
        title = scope.id or title
    elif scope.id.isupper() or scope.id.isdecimal():  # a code or number of its own
        title = f"{scope.id} {title}"
    return f"{_short(title, most)}{mark}"


def _short(title: str, most: int) -> str:
    return title if len(title) <= most else f"{title[: most - 1]}…"


def count_of(score: Score, translate: Translate) -> str:
    """Return how many parts a share counts, or a dash where there is none."""
    if isinstance(score.value, Absence):
        return "-"
    count = score.value * score.total
    is_count = counts_parts(score) and count.denominator == 1
    return str(count) if is_count else percent(score.value, translate)


def counts_parts(score: Score) -> bool:
    """Say whether each part that counts weighs one, so that shares are counts."""
    weights = [part.weight for part in score.parts if part.weight]
    return len(weights) == score.total and set(weights) <= {1}


def percent(share: Fraction, translate: Translate) -> str:
    """Return *share* in three digits; what is not all or nothing never reads so."""
    shown = f"{float(share * 100):.3g}"
    if abs(share) >= 10:  # four digits or more, never a power of ten
        shown = str(round(share * 100))
    if shown == "100" and share < 1:
        return translate("more than 99.9 %")
    if shown == "100" and share > 1:
        return translate("more than 100 %")
    whole, _, decimals = shown.partition(".")
    if not decimals:
        return f"{whole} %"
    return translate("{whole}.{decimals} %").format(whole=whole, decimals=decimals)
