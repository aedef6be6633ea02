"""How much room the sheets before have left for one more."""

from attrs import frozen

from almwp.intake.limits import Limits


@frozen(kw_only=True)
class Room:
    """What the sheets before have left for one more.

    Attributes:
        limits: The limits under which the file is read.
        cells: How many cells they store.
        merges: How many merged blocks.
    """

    limits: Limits
    cells: int = 0
    merges: int = 0
