"""How much room the sheets before have left for one more."""

from attrs import frozen

from almwp.intake.limits import Limits

MOST_CHARACTERS = 64 * 1024 * 1024
"""What the cells of a workbook may hold together.  A text that many cells share is
stored once, and read as often as it is shared: a small file can hold gigabytes."""


@frozen(kw_only=True)
class Room:
    """What the sheets before have left for one more.

    Attributes:
        limits: The limits under which the file is read.
        cells: How many cells they store.
        merges: How many merged blocks.
        characters: How many characters their cells hold.
    """

    limits: Limits
    cells: int = 0
    merges: int = 0
    characters: int = 0
