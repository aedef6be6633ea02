"""Letters: what the fonts of a PDF can show, and numbers for what they lack."""

import unicodedata
from typing import Self

from attrs import define, field

from almwp.drawing.letters import Letters
from almwp.exporting.characters import harmless

_WITHOUT_SHAPE = ("Cc", "Cf", "Cs")
_PRIVATE = ("Co", "Cn")
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Choose between forms of a letter; they have none themselves."""


def stand_in(number: int) -> str:
    """Return what stands in place of letters that the fonts lack."""
    return f"\u2039{number}\u203a"  # angle quotation marks, which nobody types


def _squeezed(line: str) -> str:
    return " ".join(line.split())


@define
class Lettering:
    """Texts as the fonts of one document can show them.

    The text is set in Libertinus Serif, which comes with Typst, and letters that it
    lacks in DejaVu Sans, which comes with matplotlib and is the font of the figures.
    What the second lacks is not looked for in the first, nor on the machine.

    Attributes:
        font: The font that has the last word.
    """

    font: Letters
    _lacking: dict[str, int] = field(factory=dict, init=False)
    _known: dict[str, bool] = field(factory=dict, init=False)

    @classmethod
    def load(cls) -> Self:
        """Open the font.

        Raises:
            CallError: matplotlib is not installed.
        """
        return cls(Letters.load())

    def line(self, text: str) -> str:
        """Return *text* in one line."""
        return " ".join(self.lines(text))

    def lines(self, text: str) -> list[str]:
        """Return the lines of *text* that are not empty."""
        said = (self._shown(_squeezed(line)) for line in harmless(text).split("\n"))
        return [line for line in map(_squeezed, said) if line]

    def lacking(self) -> tuple[tuple[int, str], ...]:
        """Return the numbers that stand for letters, and the letters."""
        return tuple((number, text) for text, number in self._lacking.items())

    def _shown(self, line: str) -> str:
        if line.isascii():
            return "".join(filter(str.isprintable, line))
        shown: list[str] = []
        held = ""
        for character in unicodedata.normalize("NFC", line):
            if self._belongs(character, held):
                held += character
            elif unicodedata.category(character) in _WITHOUT_SHAPE:
                continue
            elif character not in _SELECTORS:
                shown += [*self._number(held), character]
                held = ""
        return "".join([*shown, *self._number(held)])

    def _belongs(self, character: str, held: str) -> bool:
        """Say whether *character* stands in for what is *held*, or begins it."""
        category = unicodedata.category(character)
        if held and (character == " " or category[0] == "M" or category == "Cf"):
            return True
        return category not in _WITHOUT_SHAPE and not self._has(character)

    def _has(self, character: str) -> bool:
        found = self._known.get(character)
        if found is None:
            is_blank = character.isspace() or character in _SELECTORS
            is_private = unicodedata.category(character) in _PRIVATE
            found = is_blank or (not is_private and self.font.has(character))
            self._known[character] = found
        return found

    def _number(self, held: str) -> list[str]:
        """Return what is shown in place of *held*, with the blanks that follow it."""
        letters = held.rstrip(" \u200b\u200c\u200d\u200e\u200f\ufeff")
        if not letters:
            return [" "] if held else []
        number = self._lacking.setdefault(letters, len(self._lacking) + 1)
        return [stand_in(number), " " if " " in held[len(letters) :] else ""]
