"""A cell as its sheet stores it, before its value is looked up."""

from typing import NamedTuple

from almwp.intake.cells import column_letters
from almwp_excel.richtext import StoredText


class RawCell(NamedTuple):
    """A cell as its sheet stores it, with a value, a formula or a text of its own.

    Attributes:
        row: Its row.
        column: Its column.
        kind: The type it is marked with.
        style: The number of its style.
        value: Its value; None if it has none, which is not the same as an empty one.
        formula: Its formula.  A cell that shares the formula of another has the text
            of that one, as it stands there.
        inline: The text that stands in it instead of among the shared strings.
        hidden: Whether its row is hidden.
    """

    row: int
    column: int
    kind: str
    style: str
    value: str | None
    formula: str | None
    inline: StoredText | None
    hidden: bool

    @property
    def ref(self) -> str:
        """Its address."""
        return f"{column_letters(self.column)}{self.row}"
