"""Read percentages of a column, bare numbers by the evidence of the column."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from almwp.findings import value_rules
from almwp.intake.cells import Cell
from almwp.intake.display import words_of
from almwp.intake.field import Field
from almwp.intake.lexicon import Lexicon
from almwp.intake.parsed import Parsed, Spot
from almwp.intake.percents import counts_hundredths, parts_of_one, read_percent
from almwp.model.absence import Absence

_WHY = "other numbers of the column are above 1"


@frozen(kw_only=True)
class ColumnPercents:
    """What the numbers of one column say about what they count.

    Attributes:
        hundredths: Whether bare numbers count hundredths, because one is above 1.
    """

    hundredths: bool = False


def column_percents(cells: Iterable[Cell]) -> ColumnPercents:
    """Look for a bare number above 1: shares of one are never above it."""
    return ColumnPercents(hundredths=counts_hundredths(cells))


def parse_percent(
    spot: Spot, lexicon: Lexicon, of: Field, cell: Cell, column: ColumnPercents
) -> Parsed[Fraction | Absence]:
    """Read *cell* as a share, 1 for 100 %.

    Beside numbers above 1 a bare 1 is one hundredth.  A bare 0.75 beside them stays
    doubtful: who mixes both ways of writing hardly means three quarters of a percent.
    """
    words, read = words_of(cell), read_percent(cell)
    share, notes = read.share, []
    if share is None:
        absence = lexicon.meaning("absence", words)
        if absence:
            # A dash says nothing; that a share is withheld or not due is a report.
            said = Absence(absence)
            return Parsed(value=None if said is Absence.BLANK else said)
        offered = parts_of_one(cell)
        unknown = value_rules.UNKNOWN_PERCENT.at(
            spot.at(cell),
            field=of.key,
            found=words,
            suggestions=(offered,) if offered else (),
        )
        return Parsed(findings=(unknown,))
    if read.other is not None:
        choices = (_written(read.other), _written(share))
        if not (read.is_bare and column.hundredths and share == 1):
            ambiguous = value_rules.AMBIGUOUS_PERCENT.at(
                spot.at(cell),
                field=of.key,
                found=words,
                expected=" / ".join(choices),
                suggestions=choices,
            )
            return Parsed(findings=(ambiguous,))
        share = read.other
        notes.append(
            value_rules.PERCENT_BY_EVIDENCE.at(
                spot.at(cell),
                field=of.key,
                found=words,
                expected=_written(share),
                why=_WHY,
            )
        )
    if not 0 <= share <= 1:
        outside = value_rules.PERCENT_RANGE.at(spot.at(cell), field=of.key, found=words)
        return Parsed(findings=(outside,))
    return Parsed(value=share, findings=notes)


def _written(share: Fraction) -> str:
    """Write a share as a delegate would type it."""
    return f"{float(share * 100):g}%"
