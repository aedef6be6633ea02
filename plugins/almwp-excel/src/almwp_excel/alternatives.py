"""Choosing between the ways in which a part is stored (``mc:AlternateContent``).

Whoever reads both ways reads a cell twice; whoever reads none loses it.  As Excel does,
the first way is taken whose namespaces are known, and else the way to fall back on.
"""

from collections.abc import Callable, Mapping

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_EXCEL_KNOWS = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats")


class Alternatives:
    """Says which branches are taken while expat passes their elements."""

    def __init__(
        self, namespaces: Mapping[str | None, str], skip: Callable[[], None]
    ) -> None:
        """Begin with a part.

        Args:
            namespaces: The namespaces that were declared, by their prefixes.
            skip: What to call to pass over the element that just started.
        """
        self._namespaces, self._skip = namespaces, skip
        self._taken: list[bool] = []

    def starts(self) -> dict[str, Callable[[dict[str, str]], None]]:
        """Return what to call where an element starts, by its full name."""
        return {
            f"{_COMPATIBILITY} AlternateContent": self._begin,
            f"{_COMPATIBILITY} Choice": self._choice,
            f"{_COMPATIBILITY} Fallback": self._fallback,
        }

    def ends(self) -> dict[str, Callable[[], None]]:
        """Return what to call where it ends."""
        return {f"{_COMPATIBILITY} AlternateContent": self._end}

    def _begin(self, attributes: dict[str, str]) -> None:
        self._taken.append(False)

    def _end(self) -> None:
        self._taken.pop()

    def _choice(self, attributes: dict[str, str]) -> None:
        needed = attributes.get("Requires", "").split()
        known = (self._namespaces.get(prefix, "") for prefix in needed)
        self._take(is_known=all(name.startswith(_EXCEL_KNOWS) for name in known))

    def _fallback(self, attributes: dict[str, str]) -> None:
        self._take(is_known=True)

    def _take(self, *, is_known: bool) -> None:
        if not self._taken:
            return  # A branch of nothing is what it holds.
        if self._taken[-1] or not is_known:
            self._skip()
        else:
            self._taken[-1] = True
