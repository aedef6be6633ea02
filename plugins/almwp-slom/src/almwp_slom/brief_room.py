"""How much of a position finds room on the two pages of a brief."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Self

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.model.text import Text
from almwp_slom.wording import Wording

_PAGES, _PAGES_IN_TWO = 1000, 660
"""Points of two pages that are left beside titles, headings, notes and inputs."""
_TITLE_SIGNS, _POINT_SIGNS, _LINE_SIGNS = 24, 34, 78
"""About how many signs stand on a line of the two broad columns, and of a point."""
_ROW_LINE, _LINE, _ROW, _ITEM = 10.4, 14.0, 22.0, 3.0
"""Points of a line in the table and in the text, and besides for a row and a point."""
_LEAST_LINES = 2
_AGENDA = 0.55
"""The part of the pages that is the agenda's, however much else there is."""
LONGEST_POINT = 450
"""Signs from which on a talking point is left to the national position; in all."""


@frozen(kw_only=True)
class Room:
    """The room on the two pages; a paper in two languages says everything twice.

    What finds room is the same in both languages of such a paper, as all measures
    are taken from both.

    Attributes:
        languages: The languages of the paper.
    """

    languages: tuple[str, ...] = field(converter=frozen_items)

    @classmethod
    def of(cls, wording: Wording) -> Self:
        """Return the room of a paper that speaks in this way."""
        pair = (wording.language, wording.second_language)
        return cls(languages=[code for code in pair if code])

    @property
    def whole(self) -> float:
        """All of it, in points."""
        return _PAGES if len(self.languages) == 1 else _PAGES_IN_TWO

    def signs(self, text: Text) -> int:
        """Count the signs of a text in all languages of the paper."""
        return sum(len(text.in_(code)) for code in self.languages)

    def is_short(self, text: Text) -> bool:
        """Say whether a talking point may stand in the table as a whole."""
        return self.signs(text) <= LONGEST_POINT

    def of_row(self, title: Text, point: Text | None) -> float:
        """Return what an item takes in the table."""
        lines = max(
            ceil(self.signs(title) / _TITLE_SIGNS),
            ceil(self.signs(point) / _POINT_SIGNS) if point else 0,
            _LEAST_LINES * len(self.languages),
        )
        return lines * _ROW_LINE + _ROW

    def of_point(self, signs: int) -> float:
        """Return what a point of so many signs takes in a list."""
        return ceil(signs / _LINE_SIGNS) * _LINE + _ITEM

    def for_agenda(self, agenda: Iterable[float], others: Iterable[float]) -> float:
        """Return the room of the agenda: what the others leave, but its part at least.

        Args:
            agenda: What its items take.
            others: What the other points take.
        """
        left = self.whole - sum(others)
        return min(sum(agenda), max(left, _AGENDA * self.whole))

    def for_others(self, agenda: float, others: Sequence[float]) -> tuple[float, ...]:
        """Divide what *agenda* leaves among other lists, by what they would take."""
        whole = sum(others)
        left = max(self.whole - agenda, 0.0)
        return tuple(other * min(left / whole, 1) if whole else 0.0 for other in others)


def as_many_as_fit(sizes: Sequence[float], room: float) -> int:
    """Return how many of these find room one after the other; the first always does."""
    taken = 0.0
    for place, size in enumerate(sizes):
        taken += size
        if place and taken > room:
            return place
    return len(sizes)
