"""Asks as their sender wrote them: one row asks one thing of one party or several."""

from collections.abc import Iterable

from almwp.model.position import Ask

AskRow = tuple[Ask, ...]
"""What one row asks or offers: the same of each party."""


def ask_rows(asks: Iterable[Ask]) -> tuple[AskRow, ...]:
    """Put the asks of one row together, in the order of first mention."""
    found: dict[object, list[Ask]] = {}
    for ask in asks:
        places = tuple((row.sha256, row.sheet, row.row) for row in ask.origins)
        found.setdefault((places, ask.text, ask.is_offer, ask.extras), []).append(ask)
    return tuple(map(tuple, found.values()))
