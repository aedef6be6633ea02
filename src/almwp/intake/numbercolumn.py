"""Read numbers of a column, doubtful ones by the evidence of the column."""

from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import field, frozen

from almwp.findings import edge_rules, reading_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell, CellKind
from almwp.intake.display import words_of
from almwp.intake.field import Field
from almwp.intake.lexicon import Lexicon
from almwp.intake.numberformat import MOST_DIGITS
from almwp.intake.numbers import ReadNumber, is_too_long, read_number
from almwp.intake.parsed import Parsed, Spot
from almwp.model.absence import Absence
from almwp.model.fields import frozen_items

_WITNESS = "{witness} in {where} can only be so"
_LANGUAGE = "the headings are in a language that parts thousands so"
_EXACT, _GROUP = Context(prec=60), 3
_OF_ALL = "en"
"""English is written in all countries, each with its own signs: it tells nothing."""


@frozen(kw_only=True)
class ColumnNumbers:
    """What the numbers of one column say about the signs in them.

    Attributes:
        decimal: The sign before decimals; empty where nothing tells.
        by_language: Whether only the language of the headings tells.
        why: What tells, with the names of its facts in braces.
        facts: What it speaks of.
    """

    decimal: str = ""
    by_language: bool = False
    why: str = ""
    facts: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)

    def chosen(self, read: ReadNumber) -> Fraction | None:
        """Return which number a doubtful one is, or None where nothing tells.

        A language tells of its thousands only.  Whoever types ``1,250`` under headings
        in Vietnamese may have a machine that parts thousands in the English way.
        """
        if not self.decimal or (self.by_language and self.decimal == read.sign):
            return None
        return read.value if self.decimal == read.sign else read.other


def column_numbers(cells: Iterable[Cell], language: str) -> ColumnNumbers:
    """Look for a number in the column that can only be read in one way.

    Failing that, the language of the headings tells, unless the column mixes signs.
    """
    proofs: dict[str, Cell] = {}
    doubtful: set[str] = set()
    for cell in cells:
        if cell.kind is CellKind.TEXT:
            read = read_number(cell)
            doubtful.add(read.sign)
            if read.decimal:
                proofs.setdefault(read.decimal, cell)
    if len(proofs) == 1:
        ((decimal, cell),) = proofs.items()
        facts = (("witness", words_of(cell)), ("where", cell.ref))
        return ColumnNumbers(decimal=decimal, why=_WITNESS, facts=facts)
    if proofs or {".", ","} <= doubtful:
        return ColumnNumbers()
    return language_numbers(language)


def language_numbers(language: str) -> ColumnNumbers:
    """Return what the language of the headings says about the signs in numbers."""
    decimal = _decimal_sign(language)
    if not decimal:
        return ColumnNumbers()
    return ColumnNumbers(decimal=decimal, by_language=True, why=_LANGUAGE)


@cache
def _decimal_sign(language: str) -> str:
    if language == _OF_ALL:
        return ""
    from babel.core import Locale, UnknownLocaleError
    from babel.numbers import get_decimal_symbol

    try:
        return get_decimal_symbol(Locale.parse(language))
    except (UnknownLocaleError, ValueError):
        return ""


def parse_number(
    spot: Spot, lexicon: Lexicon, of: Field, cell: Cell, column: ColumnNumbers
) -> Parsed[Fraction | Absence]:
    """Read *cell* as a number, exactly; its unit is said and not kept."""
    words, place = words_of(cell), spot.at(cell)
    read = read_number(cell)
    value, notes = read.value, list[Finding]()
    if value is None:
        absence = lexicon.meaning("absence", words)
        if absence:
            # A dash says nothing; that a number is withheld or not due is a report.
            said = Absence(absence)
            return Parsed(value=None if said is Absence.BLANK else said)
        if is_too_long(cell):
            long = edge_rules.NUMBER_TOO_LONG.at(
                place, field=of.key, found=words, expected=str(MOST_DIGITS)
            )
            return Parsed(findings=(long,))
        unknown = reading_rules.UNKNOWN_NUMBER.at(place, field=of.key, found=words)
        return Parsed(findings=(unknown,))
    if read.other is not None:
        choices = (written(value), written(read.other))
        value = column.chosen(read)
        if value is None:
            ambiguous = reading_rules.AMBIGUOUS_NUMBER.at(
                place,
                field=of.key,
                found=words,
                expected=" / ".join(choices),
                suggestions=choices,
            )
            return Parsed(findings=(ambiguous,))
        facts: dict[str, Any] = dict(column.facts)
        notes.append(
            reading_rules.NUMBER_BY_EVIDENCE.at(
                place,
                field=of.key,
                found=words,
                expected=written(value),
                why=column.why,
                **facts,
            )
        )
    if read.unit:
        notes.append(
            reading_rules.UNIT_IN_NUMBER.at(
                place,
                field=of.key,
                found=words,
                expected=written(value),
                unit=read.unit,
            )
        )
    return Parsed(value=value, findings=notes)


def written(number: Fraction) -> str:
    """Write a number so that it can be read in one way only: 1.255 as ``1.2550``."""
    share = _EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))
    digits = f"{share.normalize(_EXACT):f}"
    _, _, decimals = digits.partition(".")
    return f"{digits}0" if len(decimals) == _GROUP else digits
