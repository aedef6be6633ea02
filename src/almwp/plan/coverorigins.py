"""In which cell a file says something of itself, above its tables or on its cover."""

import re
from typing import Final

from almwp.model.ledger import Fate
from almwp.model.source import Origin
from almwp.model.submission import Submission

_PLACE: Final = re.compile(r"([A-Z]+)(\d+)")


def said_in(submission: Submission, key: str) -> Origin | None:
    """Return the cell in which the fact *key* was read; None where no cell says it.

    The ledger tells it: a cell that was read into a field of the cover, and stands
    above the table of its sheet, if there is one.

    Args:
        submission: The file.
        key: Key of a field of the cover, such as ``version``.
    """
    tables: dict[str, int] = {}
    for table in submission.tables:
        first = min(table.rows[0], tables.get(table.sheet, table.rows[0]))
        tables[table.sheet] = first
    for entry in submission.ledger.entries:
        place = _PLACE.match(entry.cells)
        if entry.fate is not Fate.READ or entry.why != key or place is None:
            continue
        below = tables.get(entry.sheet)
        if below is None or int(place[2]) < below:
            return Origin(
                file=submission.file,
                sha256=submission.sha256,
                sheet=entry.sheet,
                cell=place[0],
            )
    return None
