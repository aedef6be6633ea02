"""Words for the figures of a scorecard: percentages, ranges, counts and scopes."""

from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.score import Scope, ScopeKind, Score
from almwp.model.source import Basis
from almwp.scoring.percentwords import percent

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
