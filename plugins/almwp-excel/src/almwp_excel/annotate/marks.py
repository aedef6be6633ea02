"""The fills that mark a cell: a soft colour for a severity, a shade for what was there.

The shade tells which fill the cell had before.  A colour survives a save by Excel or
LibreOffice, and it moves with the cell when rows are sorted or put in; a list of
addresses would not.
"""

COLOURS = {"error": 0xF0B0B0, "warning": 0xF0E0A0, "note": 0xB0D0F0}
"""The colours of the severities; the last four bits of each channel are the shade's."""

SHADES = 4095
_FIRST = 0x6B9  # unlikely to be anybody's own colour
NO_FILL = 0
"""The shade of cells that had no fill."""
LEGEND = -1
"""The shade in the sheet of findings, which is no mark on a cell."""


def colour_of(severity: str, shade: int) -> str:
    """Return the colour of a mark as a workbook writes it: ``FFF6BBB9``."""
    bits = (shade + _FIRST) % 4096
    spread = (bits & 0xF00) << 8 | (bits & 0xF0) << 4 | bits & 0xF
    return f"FF{COLOURS.get(severity, COLOURS['note']) | spread:06X}"


PLAIN_MARKS = frozenset(colour_of(severity, NO_FILL) for severity in COLOURS)
"""The colours of marks on cells that had no fill."""
