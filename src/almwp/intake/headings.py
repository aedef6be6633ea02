"""Headings of columns, and the rows that they take up."""

from collections.abc import Iterator

from attrs import field, frozen

from almwp.intake.cells import Cell
from almwp.intake.field import TITLES
from almwp.intake.lexicon import HeadingWord, Lexicon
from almwp.model.fields import frozen_items
from almwp.model.folding import fold


@frozen(kw_only=True)
class Heading:
    """The heading of one column.

    Attributes:
        column: The column's number.
        text: The heading's words, of all its rows.
        word: What it means, or None for an extra column.
        near: The known heading for which it was taken; empty where it is that one.
        cells: The cells of its own column that make it up.
        is_words: Whether any of it is text; a year is a number.
    """

    column: int
    text: str
    word: HeadingWord | None
    near: str = ""
    cells: tuple[Cell, ...] = field(default=(), converter=frozen_items)
    is_words: bool = True


@frozen(kw_only=True)
class HeadingBlock:
    """The rows of headings of one table.

    Attributes:
        first_row: Its first row.
        last_row: Its last row, a row that numbers the columns included.
        headings: One for each column that has a heading, from left to right.
        repeats: First and last row of each place where the same headings come again.
    """

    first_row: int
    last_row: int
    headings: tuple[Heading, ...] = field(converter=frozen_items)
    repeats: tuple[tuple[int, int], ...] = field(default=(), converter=frozen_items)

    @property
    def keys(self) -> frozenset[str]:
        """The fields for which there is a column."""
        return frozenset(h.word.key for h in self.headings if h.word)

    @property
    def has_title(self) -> bool:
        """Whether a column gives the rows their titles."""
        return not self.keys.isdisjoint(TITLES)

    @property
    def language(self) -> str:
        """The language in which most headings are written."""
        counted: dict[str, int] = {}
        for heading in self.headings:
            if heading.word:
                language = heading.word.language
                counted[language] = counted.get(language, 0) + 1
        return max(counted, key=lambda language: (counted[language], language))

    @property
    def layout(self) -> tuple[tuple[int, str], ...]:
        """What stands in which column; equal where headings are merely repeated."""
        return tuple(
            (h.column, h.word.key if h.word else f"={fold(h.text)}")
            for h in self.headings
        )

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """First and last row of the headings and of each repetition."""
        return ((self.first_row, self.last_row), *self.repeats)


def known_headings(lexicon: Lexicon, language: str = "en") -> Iterator[str]:
    """Give the usual headings of a table, for a hint."""
    for known in lexicon.fields.progress:
        if known.key in {"title", "outcome", "leads", "timeframe", "status"}:
            yield known.label.in_(language)
