"""Texts that are longer than a cell of Excel, kept whole on a sheet of their own."""

from collections.abc import Iterator

from attrs import define, field

from almwp.errors import Translate
from almwp.exporting.characters import harmless

MOST = 32_767
"""Units of UTF-16 that a cell can hold."""
_ROOM = 200
"""Units that are kept free for the words that say where the text goes on."""


def pieces(text: str, most: int) -> Iterator[str]:
    """Cut *text* into pieces of at most so many units.

    They end behind a blank where there is one, and together are the text again.
    """
    while text:
        end = _fitting(text, most)
        if end < len(text):
            blank = max(text.rfind(" ", end // 2, end), text.rfind("\n", end // 2, end))
            end = blank + 1 if blank > 0 else end
        yield text[:end]
        text = text[end:]


def _fitting(text: str, most: int) -> int:
    """Return how many characters fit into so many units; at least one."""
    if len(text) * 2 <= most:
        return len(text)
    units = 0
    for place, character in enumerate(text[:most]):
        units += 2 if character > "\uffff" else 1
        if units > most:
            return max(place, 1)
    return min(len(text), most)


@define(eq=False)
class LongTexts:
    """Gathers what is too long for a cell.

    Attributes:
        sheet: The name of the sheet on which the texts stand whole.
        translate: Gives phrases in the language of the report.
        texts: The texts, in the order in which they came.
    """

    sheet: str
    translate: Translate
    most: int = MOST
    texts: list[str] = field(factory=list, init=False)

    def fitted(self, text: str) -> str:
        """Return *text* harmless; of a text that is too long the beginning.

        The beginning says where all of it stands.
        """
        text = harmless(text)
        if len(text) <= self.most // 2 or _units(text) <= self.most:
            return text
        self.texts.append(text)
        begun = next(pieces(text, self.most - _ROOM)).rstrip()
        goes_on = self.translate(
            "… (too long for a cell of Excel; all of it is text {number} on the sheet "
            "'{sheet}')"
        )
        return f"{begun} {goes_on.format(number=len(self.texts), sheet=self.sheet)}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
