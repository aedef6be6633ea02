"""How much a file may ask of the machine before it is refused."""

from typing import Any

from attrs import Attribute, field, frozen

MEBIBYTE = 1024 * 1024


def is_limit(_: object, attribute: "Attribute[int]", value: Any) -> None:
    """Refuse what is no whole number from 0 up; True is none."""
    if isinstance(value, bool) or not isinstance(value, int):
        kind = type(value).__name__
        raise TypeError(f"{attribute.name} is a whole number, not a {kind}")
    if value < 0:
        raise ValueError(f"{attribute.name} is not below 0, as {value} is")


@frozen(kw_only=True)
class Limits:
    """Limits that honest files never meet.

    Attributes:
        file_bytes: Size of the file.
        inflated_bytes: Size of all its parts together, unpacked.
        entry_bytes: Size of one part, unpacked.
        ratio: How many times larger than packed a part above 1 MiB may be.
        entries: How many parts it may have.
        sheets: How many sheets.
        cells: How many cells with or without content, on all sheets together; a row
            without cells counts as one.
        filled_cells: How many cells that hold something, on all sheets together.
        texts: How many different texts they hold: each is compared with headings.
        headings: How many of these on one sheet may be headings, as far as their first
            words tell: each is looked at closely.
        styles: How many cell styles; and as many fonts, and as many number formats.
        merges: How many blocks of merged cells, on all sheets together.
    """

    file_bytes: int = field(default=50 * MEBIBYTE, validator=is_limit)
    inflated_bytes: int = field(default=512 * MEBIBYTE, validator=is_limit)
    entry_bytes: int = field(default=256 * MEBIBYTE, validator=is_limit)
    ratio: int = field(default=200, validator=is_limit)
    entries: int = field(default=2_000, validator=is_limit)
    sheets: int = field(default=500, validator=is_limit)
    cells: int = field(default=5_000_000, validator=is_limit)
    filled_cells: int = field(default=1_800_000, validator=is_limit)
    texts: int = field(default=500_000, validator=is_limit)
    headings: int = field(default=5_000, validator=is_limit)
    styles: int = field(default=100_000, validator=is_limit)
    merges: int = field(default=200_000, validator=is_limit)
