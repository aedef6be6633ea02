"""Find the language that words name, in that language or in any other."""

from almwp.intake.lexicon import Lexicon
from almwp.model.folding import fold


def find_language(words: str, lexicon: Lexicon) -> str | None:
    """Return the code of the language that *words* name, or None."""
    folded = fold(words)
    return lexicon.languages.get(folded) or _foreign(folded, lexicon)


def _foreign(folded: str, lexicon: Lexicon) -> str | None:
    """Look for what one language is called in another: ``Vietnamese``."""
    from babel import Locale, UnknownLocaleError

    codes = tuple(dict.fromkeys(lexicon.languages.values()))
    for code in codes:
        try:
            locale = Locale.parse(code, sep="-")
            names = [locale.get_display_name(other) for other in codes]
        except (UnknownLocaleError, ValueError):
            continue
        if folded in {fold(name) for name in names if name}:
            return code
    return None
