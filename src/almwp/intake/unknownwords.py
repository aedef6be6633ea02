"""Say that a word is not known, and which ones are near."""

from typing import Any

from almwp.findings import value_rules
from almwp.intake.cells import Cell
from almwp.intake.field import Field
from almwp.intake.nearby import near
from almwp.intake.parsed import Parsed
from almwp.intake.values import Values


def unknown_word(
    values: Values, of: Field, cell: Cell, table: str, word: str | None = None
) -> Parsed[Any]:
    """Refuse *word* of *cell*, all of it where none is given, with near words."""
    words = values.words(cell) if word is None else word
    rule = value_rules.UNKNOWN_STATUS if table == "status" else value_rules.UNKNOWN_WORD
    return values.refuse(
        rule,
        of,
        cell,
        found=words,
        expected=values.lexicon.choices(table),
        suggestions=near(words, values.lexicon.words[table]),
        label=of.label.in_(values.language),
    )
