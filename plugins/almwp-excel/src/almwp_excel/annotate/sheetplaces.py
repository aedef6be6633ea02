"""What a sheet says of places: its parts in order, sizes, styles of columns."""

from bisect import bisect_left
from collections.abc import Sequence

from attrs import define, field

from almwp_excel.markup import is_on, whole

_COLUMN, _ROW = 64, 20  # pixels, where a sheet does not say
NEAR = 48
"""For how many rows below a cell the height is kept."""

BEFORE_LEGACY = frozenset(
    (
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "sheetCalcPr",
        "sheetProtection",
        "protectedRanges",
        "scenarios",
        "autoFilter",
        "sortState",
        "dataConsolidate",
        "customSheetViews",
        "mergeCells",
        "phoneticPr",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "printOptions",
        "pageMargins",
        "pageSetup",
        "headerFooter",
        "rowBreaks",
        "colBreaks",
        "customProperties",
        "cellWatches",
        "ignoredErrors",
        "smartTags",
        "drawing",
    )
)
"""What stands before ``legacyDrawing``, of which comments need one."""


@define(eq=False)
class ColumnStyles:
    """What a sheet says of whole columns."""

    _spans: list[tuple[int, int, int, int]] = field(factory=list)
    _default: int = _COLUMN

    def default(self, attributes: dict[str, str]) -> None:
        """Take the width of columns of which nothing is said."""
        width = _size(attributes.get("defaultColWidth"))
        if width is not None:
            self._default = _pixels(width)

    def add(self, attributes: dict[str, str]) -> None:
        """Take what a ``col`` element says."""
        first = whole(attributes.get("min")) or 1
        last = whole(attributes.get("max")) or first
        width = _size(attributes.get("width"))
        pixels = self._default if width is None else _pixels(width)
        hidden = is_on(attributes.get("hidden"))
        style = whole(attributes.get("style")) or 0
        self._spans.append((first, last, style, 0 if hidden else pixels))

    def style(self, column: int) -> int:
        """Return the number of a column's style."""
        return next((s for a, b, s, _ in self._spans if a <= column <= b), 0)

    def width(self, column: int) -> int:
        """Return the width of a column in pixels."""
        return next(
            (w for a, b, _, w in self._spans if a <= column <= b), self._default
        )


@define(eq=False, kw_only=True)
class RowSizes:
    """How high the rows near some rows are.

    Attributes:
        wanted: Numbers of these rows, sorted.
    """

    wanted: Sequence[int]
    _heights: dict[int, int] = field(factory=dict)
    _default: int = _ROW

    def default(self, attributes: dict[str, str]) -> None:
        """Take the height of rows of which nothing is said."""
        height = _size(attributes.get("defaultRowHeight"))
        if height is not None:
            self._default = round(height * 4 / 3)

    def add(self, number: int, attributes: dict[str, str]) -> None:
        """Take what a ``row`` element says."""
        height = _size(attributes.get("ht"))
        hidden = is_on(attributes.get("hidden"))
        if height is None and not hidden:
            return
        at = bisect_left(self.wanted, number - NEAR)
        if at < len(self.wanted) and self.wanted[at] <= number + 1:
            self._heights[number] = 0 if hidden else round((height or 0) * 4 / 3)

    def height(self, row: int) -> int:
        """Return the height of a row in pixels."""
        return self._heights.get(row, self._default)


def _size(value: str | None) -> float | None:
    """Return the size that an attribute holds, or None; it is not negative."""
    try:
        size = float(value or "")
    except ValueError:
        return None
    return size if 0 <= size < 10_000 else None


def _pixels(width: float) -> int:
    return int(width * 7 + 5) if width >= 1 else int(width * 12 + 0.5)
