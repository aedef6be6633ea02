"""Leave out what stands above a table and is not understood, and say so."""

from collections.abc import Iterator, Sequence, Set
from itertools import islice

from almwp.findings import file_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell, column_letters
from almwp.intake.fates import Fates
from almwp.intake.headings import known_headings
from almwp.intake.leftabove import LeftAbove
from almwp.intake.values import Values
from almwp.model.ledger import Fate

_MOST_LABELS = 6
"""So many labels of lines are named in a hint."""


def leave_out(
    left: LeftAbove, spoke: Set[str], values: Values, fates: Fates, *, is_above: bool
) -> Iterator[Finding]:
    """Leave out what is no title; give one finding for each thing left out.

    Args:
        left: What stands above and is no line of a cover.
        spoke: Cells that said the programme or the day all the same.
        values: What is known of the sheet.
        fates: The fates of the file's cells.
        is_above: Whether a table stands below.  On a sheet without one, lines that are
            not known explain, and only what is like a table can be data.
    """
    name, lexicon = values.spot.sheet, values.lexicon
    headings = ", ".join(known_headings(lexicon, values.language))
    for region in left.regions:
        if not is_above and not _is_like_a_table(region):
            fates.give_all(name, region, Fate.IGNORED, "title")
            continue
        fates.give_all(name, region, Fate.IGNORED, "not understood")
        place = values.spot.at(_range_of(region))
        yield file_rules.NOT_UNDERSTOOD.at(place, count=len(region), expected=headings)
    labels = (known.label.in_(values.language) for known in lexicon.fields.cover)
    expected = ", ".join(islice(labels, _MOST_LABELS))
    for cells in left.lines:
        if cells[0].ref in spoke:
            continue
        fates.give_all(name, cells, Fate.IGNORED, "a line that is not known")
        if is_above:
            found = values.words(cells[0]).partition(":")[0].strip()
            place = values.spot.at(cells[0])
            yield file_rules.UNKNOWN_LINE.at(place, found=found, expected=expected)


def _is_like_a_table(region: Sequence[Cell]) -> bool:
    """Say whether cells fill three columns and three rows or more."""
    columns, rows = {c.column for c in region}, {c.row for c in region}
    return min(len(columns), len(rows)) >= 3


def _range_of(region: Sequence[Cell]) -> str:
    """Return the addresses of the outermost cells of *region*."""
    columns, rows = [c.column for c in region], [c.row for c in region]
    return (
        f"{column_letters(min(columns))}{min(rows)}:"
        f"{column_letters(max(columns))}{max(rows)}"
    )
