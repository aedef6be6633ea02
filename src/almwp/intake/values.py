"""What is needed to read the cells of one sheet."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from almwp.findings.rule import Finding, Rule
from almwp.intake.cells import Cell
from almwp.intake.dates import ColumnDates, language_dates
from almwp.intake.display import words_of
from almwp.intake.field import Field
from almwp.intake.lexicon import Lexicon
from almwp.intake.numbercolumn import ColumnNumbers, language_numbers
from almwp.intake.parsed import Parsed, Spot
from almwp.intake.percentcolumn import ColumnPercents
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework


@frozen(kw_only=True, eq=False)
class Values:
    """What is known when the cells of one sheet are read.

    Attributes:
        spot: The sheet.
        lexicon: The words of all languages.
        language: Language of the headings.
        framework: The framework to which the file reports, where it is known.
        starts_1904: Whether dates count from 1904.
        dates: What the columns of dates say together, by column.
        percents: What the columns of percentages say together, by column.
        numbers: What the columns of numbers say together, by column.
        frameworks: The programmes that rows name for themselves, by row.
        languages: Language of the heading of each column, by its field.
    """

    spot: Spot
    lexicon: Lexicon
    language: str = "en"
    framework: Framework | None = None
    starts_1904: bool = False
    dates: tuple[tuple[int, ColumnDates], ...] = field(
        default=(), converter=frozen_items
    )
    percents: tuple[tuple[int, ColumnPercents], ...] = field(
        default=(), converter=frozen_items
    )
    numbers: tuple[tuple[int, ColumnNumbers], ...] = field(
        default=(), converter=frozen_items
    )

    frameworks: Mapping[int, Framework | None] = field(factory=dict)
    languages: Mapping[str, str] = field(factory=dict)

    def framework_of(self, cell: Cell) -> Framework | None:
        """Return the programme of the row of *cell*: its own, else that of the file."""
        return self.frameworks.get(cell.row, self.framework)

    def words(self, cell: Cell) -> str:
        """Return the value of *cell* in words."""
        return words_of(cell, starts_1904=self.starts_1904)

    def dates_of(self, cell: Cell) -> ColumnDates:
        """Return in which order day and month stand in the column of *cell*."""
        known = dict(self.dates).get(cell.column)
        return known or language_dates(self.language)

    def percents_of(self, cell: Cell) -> ColumnPercents:
        """Return what bare numbers count in the column of *cell*."""
        return dict(self.percents).get(cell.column, ColumnPercents())

    def numbers_of(self, cell: Cell) -> ColumnNumbers:
        """Return which sign stands before decimals in the column of *cell*."""
        known = dict(self.numbers).get(cell.column)
        return known or language_numbers(self.language)

    def is_absent(self, words: str) -> bool:
        """Say whether *words* only say that there is no value."""
        return self.lexicon.meaning("absence", words) is not None

    def finding(self, rule: Rule, of: Field, cell: Cell, **facts: Any) -> Finding:
        """Return a finding of *rule* at *cell*."""
        facts.setdefault("found", self.words(cell))
        return rule.at(self.spot.at(cell), field=of.key, **facts)

    def refuse(self, rule: Rule, of: Field, cell: Cell, **facts: Any) -> Parsed[Any]:
        """Return no value, and a finding of *rule* at *cell*."""
        return Parsed(findings=(self.finding(rule, of, cell, **facts),))
