"""Tables of the words of cells: what they mean, where languages differ, patterns."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from almwp.catalogue.vocabulary import Vocabulary, Words
from almwp.model.folding import MARKS

ByTable = Mapping[str, Mapping[str, str]]
"""For each table of a vocabulary, folded word and its meaning."""

_TOUCHING = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
"""The letters of Thai, Lao, Burmese and Khmer, whose words touch each other."""


def collect_words(
    vocabularies: Iterable[Vocabulary], keys: Mapping[str, Callable[[str], str]]
) -> tuple[ByTable, Mapping[str, ByTable]]:
    """Collect the words of each table, folded by the function that *keys* gives.

    Returns:
        The words that mean the same in all languages that have them; and, for each
        language, those of its words that mean another thing in another.
    """
    known = tuple(vocabularies)
    agreed: dict[str, Mapping[str, str]] = {}
    disputed: dict[str, dict[str, dict[str, str]]] = {}
    for table, key in keys.items():
        words: dict[str, str] = {}
        for word, meant in _meant(known, table, key).items():
            if len(set(meant.values())) == 1:
                words[word] = next(iter(meant.values()))
                continue
            for code, meaning in meant.items():
                disputed.setdefault(code, {}).setdefault(table, {})[word] = meaning
        agreed[table] = MappingProxyType(words)
    return MappingProxyType(agreed), MappingProxyType(disputed)


def _meant(
    vocabularies: tuple[Vocabulary, ...], table: str, key: Callable[[str], str]
) -> dict[str, dict[str, str]]:
    """Return for each word what it means in each language that has it."""
    found: dict[str, dict[str, str]] = {}
    for vocabulary in vocabularies:
        words: Words = getattr(vocabulary, table)
        for meaning, forms in words.items():
            for form in forms:
                found.setdefault(key(form), {}).setdefault(vocabulary.code, meaning)
    return found


def with_disputed(words: ByTable, own: ByTable) -> ByTable:
    """Return *words* with the disputed ones of one language, as it means them."""
    return MappingProxyType(
        {
            table: MappingProxyType({**known, **own.get(table, {})})
            for table, known in words.items()
        }
    )


@lru_cache(maxsize=2048)
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    r"""Return a pattern that finds each of *phrases*, folded, the longest first.

    It finds whole words.  In Thai, Lao, Burmese and Khmer words touch each other: there
    it must only not end before a mark, which would cut a syllable; a pattern's ``\w``
    does not know marks.

    Those that are no part of a text need not be among them to search it: a pattern of
    all words of all languages takes longer to make than a hundred rows to read.
    """
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    spaced = [re.escape(phrase) for phrase in ordered if not _touches(phrase[:1])]
    touching = [
        re.escape(phrase) + (f"(?![{MARKS}])" if _touches(phrase[-1]) else r"(?!\w)")
        for phrase in ordered
        if _touches(phrase[:1])
    ]
    parts = []
    if spaced:
        parts.append(rf"\b(?:{'|'.join(spaced)})(?!\w)")
    if touching:
        parts.append(f"(?={_TOUCHING})(?:{'|'.join(touching)})")
    return re.compile("|".join(parts) or r"(?!)")


def _touches(letter: str) -> bool:
    return re.fullmatch(_TOUCHING, letter) is not None
