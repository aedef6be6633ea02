"""Names of sheets: valid, short enough, each once."""

import re

from attrs import define, field

from almwp.exporting.characters import REPLACEMENT, harmless

LONGEST = 31
"""Excel takes no longer names; it counts in units of UTF-16."""
_FORBIDDEN = re.compile(rf"[\[\]:*?/\\'\x00-\x1f\x7f{REPLACEMENT}]")


@define(eq=False)
class SheetNames:
    """The names that are taken already in one workbook."""

    _taken: set[str] = field(factory=lambda: {"history"}, init=False)

    def take(self, wanted: str, usual: str) -> str:
        """Return a free name that is like *wanted*, or like *usual* where it is blank.

        Excel keeps the name *History* for itself.
        """
        words = _clean(wanted) or _clean(usual) or "Sheet"
        name, count = _cut(words, LONGEST), 1
        while name.casefold() in self._taken:
            count += 1
            ending = f" ({count})"
            name = _cut(words, LONGEST - len(ending)) + ending
        self._taken.add(name.casefold())
        return name


def _clean(words: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", harmless(words)).split())


def _cut(words: str, most: int) -> str:
    """Cut *words* at the end of a word where that leaves enough of them."""
    kept = words[:most]
    while _units(kept) > most:
        kept = kept[:-1]
    if kept != words and " " in kept[most // 2 :]:
        kept = kept[: kept.rindex(" ")]
    return kept.strip()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
