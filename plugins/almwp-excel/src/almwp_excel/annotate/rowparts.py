"""A row of a sheet part while it is passed over, and the cells that are put into it."""

from attrs import define, field

from almwp.intake.cells import column_letters
from almwp_excel.annotate.tags import attribute, with_attribute


@define(kw_only=True, eq=False)
class Row:
    """A row that is being passed over, and those of its cells that may change."""

    start: int
    number: int
    style: int | None
    is_said: bool
    column: int = 0
    cells: list[tuple[int, int]] = field(factory=list)


def plain_ref(ref: str) -> str:
    """Return an address as it is usually written."""
    return ref.replace("$", "").upper()


def cell_tag(prefix: bytes, row: int, column: int, style: int) -> bytes:
    """Return an empty cell."""
    ref = f"{column_letters(column)}{row}".encode()
    return b'<%sc r="%s" s="%d"/>' % (prefix, ref, style)


def spanning(tag: bytes, columns: list[int]) -> bytes:
    """Return the tag of a row that says between which columns its cells stand."""
    said = attribute(tag, b"spans")
    first, _, last = (said or b"").partition(b":")
    if not first.isdigit() or not last.isdigit():
        return tag
    low, high = min(int(first), columns[0]), max(int(last), columns[-1])
    return with_attribute(tag, b"spans", b"%d:%d" % (low, high))
