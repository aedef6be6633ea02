"""How much a file may ask of the machine before it is refused."""

from attrs import frozen

MEBIBYTE = 1024 * 1024


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
        cells: How many cells with or without content, on all sheets together.
    """

    file_bytes: int = 50 * MEBIBYTE
    inflated_bytes: int = 512 * MEBIBYTE
    entry_bytes: int = 256 * MEBIBYTE
    ratio: int = 200
    entries: int = 2_000
    sheets: int = 500
    cells: int = 5_000_000
