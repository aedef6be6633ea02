"""Names of languages as a sentence in a language has them."""


def language_in_words(code: str, language: str) -> str:
    """Name the language *code* in *language*, such as ``tiếng Anh`` in Vietnamese.

    A language that nobody names there keeps its code.
    """
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(language, sep="-").languages
    except (UnknownLocaleError, ValueError):
        return code
    told = str(names.get(code.replace("-", "_"), ""))
    if not told:
        return code
    # English writes names of languages with a capital, Vietnamese only in a list.
    return told[0].lower() + told[1:] if language == "vi" else told
