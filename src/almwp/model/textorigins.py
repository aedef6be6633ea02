"""The cells in which a text stands in the language in which it is shown."""

from collections.abc import Iterable

from almwp.model.activity import RowOrigin
from almwp.model.source import Origin

_ENDS = ("", "_english", "_national")
"""Endings of the keys of the columns that hold a text, each in a language."""


def cells_in(rows: Iterable[RowOrigin], key: str, language: str) -> tuple[Origin, ...]:
    """Return the cells in which rows give the text *key* in *language*, each once.

    Where none is known to be in that language, all of its cells.

    Args:
        rows: The rows in which a record was read.
        key: Key of the column that says nothing of its language, such as ``title``.
        language: The language that is shown.
    """
    known, keys = tuple(rows), [f"{key}{end}" for end in _ENDS]
    told = [
        row.of(name)
        for row in known
        for name, spoken in row.languages
        if spoken == language and name in keys
    ]
    found = told or [row.of(name) for row in known for name in keys]
    return tuple(dict.fromkeys(cell for cell in found if cell))
