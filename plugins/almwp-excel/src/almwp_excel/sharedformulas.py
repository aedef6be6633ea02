"""Formulas as cells store them; one that many cells share is written once."""

from almwp_excel.markup import Attributes

_SHARED = "(shared formula)"
_TABLE = "TABLE()"


class SharedFormulas:
    """Remembers the formulas of a sheet that further cells share."""

    def __init__(self) -> None:
        self._shared: dict[str, str] = {}

    def of(self, attributes: Attributes, written: str) -> str | None:
        """Return the formula of a cell, or None if it has none.

        A cell that shares the formula of another has the text of that one, as it
        stands there.

        Args:
            attributes: Those of its element.
            written: What stands in it.
        """
        kind, group = attributes.get("t", ""), attributes.get("si", "")
        if kind == "shared":
            if written.strip():
                self._shared[group] = written
            written = self._shared.get(group, _SHARED)
        elif kind == "dataTable":
            written = written or _TABLE
        return written if written.strip() else None
