"""Find the language that words name, in that language or in any other."""

from collections.abc import Container

from almwp.intake.lexicon import Lexicon
from almwp.model.folding import fold, unspaced
from almwp.model.text import UNDETERMINED

_LANGUAGE = ("language", "bahasa", "tiếng", "língua", "lian", "ภาษา", "ພາສາ", "ភាសា")
_LANGUAGE_BEHIND = ("language", "ဘာသာစကား", "ဘာသာ")
_LONGEST = 60
"""A longer text is no name of a language."""


def find_language(words: str, lexicon: Lexicon) -> str | None:
    """Return the code of the language that *words* name, or None.

    ``und`` says that nobody knows it.
    """
    folded = fold(words)
    if folded == UNDETERMINED:
        return UNDETERMINED
    if len(folded) > _LONGEST or not any(map(str.isalpha, folded)):
        return None
    bare = _bare(folded)
    return (
        lexicon.languages.get(folded)
        or lexicon.languages.get(bare)
        or _foreign({folded, bare}, lexicon)
    )


def _bare(folded: str) -> str:
    """Leave out the word *language*: ``ภาษาไทย`` is Thai."""
    bare = unspaced(folded)
    for word in _LANGUAGE:
        bare = bare.removeprefix(fold(word)).strip()
    for word in _LANGUAGE_BEHIND:
        bare = bare.removesuffix(fold(word)).strip()
    return bare


def _foreign(folded: Container[str], lexicon: Lexicon) -> str | None:
    """Look for what one language is called in another: ``Vietnamese``."""
    from babel import Locale, UnknownLocaleError

    codes = tuple(dict.fromkeys(lexicon.languages.values()))
    for code in codes:
        try:
            names = Locale.parse(code, sep="-").languages
        except (UnknownLocaleError, ValueError):
            continue
        for other in codes:
            name = names.get(other.replace("-", "_"), "")
            if name and fold(name) in folded:
                return other
    return None
