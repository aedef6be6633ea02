"""Say that a word is not known, and which ones are near."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from almwp.findings import value_rules
from almwp.intake.cells import Cell
from almwp.intake.field import Field
from almwp.intake.lexicon import Lexicon
from almwp.intake.nearby import near_meanings
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
        suggestions = _nearest(words, table, values)
    return values.refuse(
        rule,
        of,
        cell,
        found=words,
        expected=values.lexicon.choices(table, values.language),
        suggestions=suggestions,
        label=of.label.in_(values.language),
    )


def _nearest(words: str, table: str, values: Values) -> tuple[str, ...]:
    """Return near words of the file's language and of English, else of any."""
    lexicon = values.lexicon
    own = dict.fromkeys((values.language, "en"))
    every = dict.fromkeys(code for code, _ in lexicon.written)
    tries = (near_meanings(words, _meant(lexicon, table, c)) for c in (own, every))
    return next(filter(None, tries), ())


def _meant(
    lexicon: Lexicon, table: str, languages: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Give the words of some languages, each with what it means."""
    for code in languages:
        for word in lexicon.written.get((code, table), ()):
            if meaning := lexicon.meaning(table, word):
                yield word, meaning


def _is_negated(words: str, known: Iterable[str]) -> bool:
    """Say whether *words* deny or weaken something: what is near is not meant."""
    folded = fold(words)
    prefixed = _PREFIX.match(folded)
    return _NEGATION.search(folded) is not None or (
        prefixed is not None and prefixed["rest"] in known
    )
