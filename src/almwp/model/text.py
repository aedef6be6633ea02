"""One text in several languages."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Self

from attrs import field, frozen

UNDETERMINED = "und"
"""Language code of a text whose language was not stated (ISO 639-2)."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@lru_cache(maxsize=256)
def _is_code(language: str) -> bool:
    return _LANGUAGE.fullmatch(language) is not None


def _sorted(forms: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    for language, _ in forms:
        if not _is_code(language):
            raise ValueError(f"{language!r} is not a language code such as 'vi'")
    kept = tuple(sorted([(language, words) for language, words in forms if words]))
    if len(dict(kept)) < len(kept):
        raise ValueError("a text has one form in each language")
    return kept


@frozen
class Text:
    """One text in several languages.

    Attributes:
        forms: Language code (BCP 47, ``und`` where unknown) and words, sorted by
            language.  Empty forms are left out.

    Raises:
        ValueError: A language code is malformed, or a language occurs twice.
    """

    forms: tuple[tuple[str, str], ...] = field(default=(), converter=_sorted)

    @classmethod
    def of(cls, words: str, language: str = "en") -> Self:
        """Return *words* as a text of one language."""
        return cls(((language, words),))

    @classmethod
    def from_forms(cls, forms: Mapping[str, str]) -> Self:
        """Return a text with the words of each language of *forms*."""
        return cls(tuple(forms.items()))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which there are words."""
        return tuple(language for language, _ in self.forms)

    def says(self, language: str) -> str | None:
        """Return the words in *language*, or None: no other language steps in."""
        return dict(self.forms).get(language)

    def in_(self, language: str) -> str:
        """Return the words in *language*, else in English, else in any language."""
        if len(self.forms) > 1:
            said = dict(self.forms)
            for choice in (language, "en", UNDETERMINED):
                if choice in said:
                    return said[choice]
        return self.forms[0][1] if self.forms else ""

    def with_(self, language: str, words: str) -> Self:
        """Return this text with *words* in *language*; the original is unchanged."""
        return type(self)(tuple({**dict(self.forms), language: words}.items()))

    def __bool__(self) -> bool:
        return bool(self.forms)

    def __str__(self) -> str:
        return self.in_("en")
