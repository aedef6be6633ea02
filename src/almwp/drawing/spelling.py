"""What the font cannot show: numbered, and told in words instead of empty boxes."""

from almwp.drawing.letters import Letters, cleaned
from almwp.errors import Translate


class Spelling:
    """Puts a number in place of letters that the font lacks, the same for the same."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._lacking: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Return *text* as the font can show it."""
        words = cleaned(text).split(" ")
        shown: list[str] = []
        lacking: list[str] = []
        for word in words:
            if all(map(self._letters.has, word)):
                if lacking:
                    shown.append(self._number(" ".join(lacking)))
                    lacking = []
                shown.append(word)
            else:
                lacking.append(word)
        if lacking:
            shown.append(self._number(" ".join(lacking)))
        return " ".join(shown)

    def notes(self, say: Translate) -> tuple[str, ...]:
        """Say what the numbers are, if there are any."""
        if not self._lacking:
            return ()
        said = say(
            "{numbers}: letters that this picture cannot show; its description has them"
        )
        numbers = ", ".join(self._lacking.values())
        return (self(said).replace("{numbers}", numbers),)

    def lacking(self) -> tuple[tuple[str, str], ...]:
        """Return the numbers and what stands for each."""
        return tuple((number, text) for text, number in self._lacking.items())

    def _number(self, text: str) -> str:
        return self._lacking.setdefault(text, f"[{len(self._lacking) + 1}]")
