"""Tell where the fields of a row were read, and in which language its texts are."""

from functools import lru_cache

from almwp.intake.rowvalues import RowValues
from almwp.intake.textlanguages import RowLanguages
from almwp.intake.values import Values
from almwp.model.activity import RowOrigin


def row_origin(
    read: RowValues, spoken: RowLanguages, sha256: str, values: Values
) -> RowOrigin:
    """Return where the values of a row stand, in the file with this fingerprint."""
    return RowOrigin(
        file=values.spot.file,
        sha256=sha256,
        sheet=values.spot.sheet,
        row=read.row,
        columns=read.places,
        languages=_said_once(tuple(spoken.found.items())),
    )


@lru_cache(maxsize=256)
def _said_once(languages: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the same object for rows in the same languages: each report keeps it."""
    return languages
