"""Tell in which language words are, as far as their letters leave no doubt."""

import re

from almwp.model.fields import squeeze
from almwp.model.folding import compose

_SCRIPTS = (
    ("th", re.compile("[\u0e01-\u0e5b]")),
    ("lo", re.compile("[\u0e81-\u0edf]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    # Letters that no other language of the region has.
    ("vi", re.compile("[đơưăĐƠƯĂ\u1ea0-\u1ef9]")),
)
_SLASH = re.compile(r"\s+/\s+|\s*\|\s*")


def sure_language(words: str) -> str:
    """Return the language that only the letters of *words* belong to, or nothing."""
    plain = compose(words)
    if plain.isascii():
        return ""
    found = [code for code, letters in _SCRIPTS if letters.search(plain)]
    return found[0] if len(found) == 1 else ""


def is_plain(words: str) -> bool:
    """Say whether *words* have letters, and only those of the English alphabet."""
    return words.isascii() and any(map(str.isalpha, words))


def forms_in(
    lines: list[str], languages: tuple[str, ...], plain: str
) -> dict[str, str] | None:
    """Return one text in two languages by language, or None where it is not sure.

    Args:
        lines: What stands in a cell, line by line.
        languages: The languages in which the heading of the column stands, in order.
        plain: The language of what has the letters of the English alphabet alone.
    """
    parts = lines
    if len(lines) == 1:
        parts = [part for part in _SLASH.split(lines[0]) if part.strip()]
        languages = ()  # A slash joins two words of one language as well.
    if len(parts) < 2:
        return None
    sure = [sure_language(part) for part in parts]
    others = set(sure) - {""}
    if len(others) == 1:
        other = others.pop()
        first = sure.index(other)
        if first == 0:  # The other language stands first.
            first = next((n for n, code in enumerate(sure) if not code), len(sure))
            halves = (other, _plain(plain, other)), parts[:first], parts[first:]
            is_parted = not any(sure[first:])
        else:
            halves = (_plain(plain, other), other), parts[:first], parts[first:]
            is_parted = all(sure[first:])
        (one, two), upper, lower = halves
        plainly = lower if one == other else upper
        if is_parted and upper and lower and all(map(is_plain, plainly)):
            return {one: squeeze(" ".join(upper)), two: squeeze(" ".join(lower))}
        return None
    if not others and len(parts) == len(languages) == 2:
        return dict(zip(languages, map(squeeze, parts), strict=True))
    return None


def _plain(language: str, other: str) -> str:
    return language if language != other else "en"
