"""Headings of columns, and the rows that they take up."""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from almwp.intake.asof import DatedWords
from almwp.intake.cells import Cell
from almwp.intake.field import TITLES
from almwp.intake.lexicon import HeadingWord, Lexicon
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.moment import Moment
from almwp.model.tabling import By


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
        confidence: How sure the meaning is, from 0 to 1.
        runner_up: Key of the other field that the heading is most alike, or nothing.
        runner_up_confidence: How alike it is.
        rivals: Keys of the fields of which it could be either; then it has no word.
        by: How it was understood.
        day: The day in it, of which its column speaks.
        is_marked: Whether its column tells the field together with others, by marks.
    """

    column: int
    text: str
    word: HeadingWord | None
    near: str = ""
    cells: tuple[Cell, ...] = field(default=(), converter=frozen_items)
    is_words: bool = True
    confidence: Fraction = Fraction(0)
    runner_up: str = ""
    runner_up_confidence: Fraction = Fraction(0)
    rivals: tuple[str, ...] = field(default=(), converter=frozen_items)
    by: By = "heading"
    day: DatedWords | None = None
    is_marked: bool = False


@frozen(kw_only=True, slots=False)
class HeadingBlock:
    """The rows of headings of one table.

    Attributes:
        first_row: Its first row.
        last_row: Its last row, a row that numbers the columns included.
        headings: One for each column that has a heading, from left to right.
        worded: First and last of the rows whose words make the headings up: without a
            row of groups above and a row of numbers below.
        repeats: First and last row of each place where the same headings come again.
        sheet: Key of the sheet whose fields they are.
        mapped: Where the user's own mapping names its rows, what share of the columns
            that it names there are; else 0.
        said_language: The language that this file names; empty where it names none.
        titles: Keys of the fields each of which says what a row is about.
    """

    first_row: int
    last_row: int
    headings: tuple[Heading, ...] = field(converter=frozen_items)
    worded: tuple[int, int]
    repeats: tuple[tuple[int, int], ...] = field(default=(), converter=frozen_items)
    sheet: str = "progress"
    mapped: Fraction = Fraction(0)
    said_language: str = ""
    titles: tuple[str, ...] = field(default=TITLES, converter=frozen_items)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The fields for which there is a column."""
        return frozenset(h.word.key for h in self.headings if h.word)

    @cached_property
    def chosen(self) -> Mapping[str, Heading]:
        """The heading of each field.

        Of several it is the surest; of those the one of the latest day, or the first.
        """
        found: dict[str, Heading] = {}
        for heading in self.headings:
            key = heading.word.key if heading.word else ""
            if key and (key not in found or _goes_before(heading, found[key])):
                found[key] = heading
        return found

    @cached_property
    def earlier_states(self) -> tuple[Heading, ...]:
        """The headings of columns that give the state of an earlier day."""
        last = self.chosen.get("status")
        if last is None or last.day is None:
            return ()
        return tuple(
            heading
            for heading in self.headings
            if heading is not last
            and heading.day is not None
            and heading.word is not None
            and heading.word.key == "status"
            and heading.day.when != last.day.when
            and isinstance(heading.day.when, Moment)
        )

    @property
    def has_title(self) -> bool:
        """Whether a column gives the rows their titles."""
        return not self.keys.isdisjoint(self.titles)

    @cached_property
    def language(self) -> str:
        """The language in which most headings are written.

        A heading that is the same in several languages counts for each.  Of languages
        with as many, it is not English, as all can write English headings and only
        some their own; and then the one in which most headings were looked up first.
        """
        if self.said_language:
            return self.said_language
        words = [h.word for h in self.headings if h.word]
        # What the user's own mapping says is in no language that is known.
        counted = Counter(code for word in words for code in word.languages)
        first = Counter(word.language for word in words)
        return min(
            counted,
            key=lambda code: (-counted[code], code == "en", -first[code], code),
            default="en",
        )

    @property
    def layout(self) -> tuple[tuple[int, str], ...]:
        """What stands in which column; equal where headings are merely repeated."""
        own = {heading.column: key for key, heading in self.chosen.items()}
        columns = tuple(
            (h.column, own.get(h.column, f"={fold(h.text)}")) for h in self.headings
        )
        return ((0, self.sheet), *columns)

    @property
    def texts(self) -> tuple[tuple[int, str], ...]:
        """What is written above which column."""
        return tuple((h.column, fold(h.text)) for h in self.headings)

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """First and last row of the headings and of each repetition."""
        return ((self.first_row, self.last_row), *self.repeats)


def _goes_before(heading: Heading, other: Heading) -> bool:
    """Say whether *heading* tells its field sooner than *other*, which stands left."""
    if heading.confidence != other.confidence:
        return heading.confidence > other.confidence
    days = [each.day.when for each in (other, heading) if each.day]
    moments = [(when.end, when.start) for when in days if isinstance(when, Moment)]
    return len(moments) == 2 and moments[0] < moments[1]


def known_headings(lexicon: Lexicon, language: str = "en") -> Iterator[str]:
    """Give the usual headings of a table, for a hint."""
    for known in lexicon.columns:
        if known.key in {"title", "outcome", "leads", "timeframe", "status"}:
            yield known.label_in(language)
