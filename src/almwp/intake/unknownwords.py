"""Say that a word is not known, and which ones are near."""

import re
from collections.abc import Iterable
from typing import Any

from almwp.findings import value_rules
from almwp.intake.cells import Cell
from almwp.intake.field import Field
from almwp.intake.nearby import near
from almwp.intake.parsed import Parsed
from almwp.intake.values import Values
from almwp.model.folding import fold

_INSIDE = ("ไม่", "ใกล้", "เกือบ", "ບໍ່", "ໃກ້", "ເກືອບ", "មិន", "ពុំ", "ជិត")
"""Words of Thai, Lao and Khmer, which touch the words before and after them."""
_NEGATION = re.compile(
    r"\b(?:not|no|never|nor|without|almost|nearly"
    r"|chua|khong|gan|sap|belum|tidak|bukan|tanpa|tak|hampir"
    r"|nao|nem|sem|quase|seidauk|la(?! o\b))\b"
    rf"|^မ|{'|'.join(map(fold, _INSIDE))}"
)
_PREFIX = re.compile(r"^(?:in|un|non)(?P<rest>\w+)")


def unknown_word(
    values: Values, of: Field, cell: Cell, table: str, word: str | None = None
) -> Parsed[Any]:
    """Refuse *word* of *cell*, all of it where none is given, with near words."""
    words = values.words(cell) if word is None else word
    rule = value_rules.UNKNOWN_STATUS if table == "status" else value_rules.UNKNOWN_WORD
    known = values.lexicon.words[table]
    suggestions: tuple[str, ...] = ()
    if not _is_negated(words, known):
        suggestions = near(words, values.lexicon.written[table])
    return values.refuse(
        rule,
        of,
        cell,
        found=words,
        expected=values.lexicon.choices(table, values.language),
        suggestions=suggestions,
        label=of.label.in_(values.language),
    )


def _is_negated(words: str, known: Iterable[str]) -> bool:
    """Say whether *words* deny or weaken something: what is near is not meant."""
    folded = fold(words)
    prefixed = _PREFIX.match(folded)
    return _NEGATION.search(folded) is not None or (
        prefixed is not None and prefixed["rest"] in known
    )
