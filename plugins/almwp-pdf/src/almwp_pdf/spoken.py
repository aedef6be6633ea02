"""Languages as Typst knows them: a language of two or three letters, and a region."""

_NOT_KNOWN = "en"


def language_of(code: str) -> str:
    """Return the language of *code* (BCP 47); English for what is no such code."""
    language = _parts(code)[0]
    is_known = language.isascii() and language.isalpha() and len(language) in (2, 3)
    return language.lower() if is_known else _NOT_KNOWN


def region_of(code: str) -> str | None:
    """Return the region of *code*, if it names one."""
    further = _parts(code)[1:]
    regions = (part for part in further if len(part) == 2 and part.isascii())
    return next((part.upper() for part in regions if part.isalpha()), None)


def _parts(code: str) -> list[str]:
    return code.replace("_", "-").split("-")
