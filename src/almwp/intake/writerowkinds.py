"""Which function puts the records of which sheet of a submission into rows."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from almwp.intake.choices import Writing
from almwp.intake.field import Field
from almwp.intake.writerow import (
    ENGLISH,
    GENERAL,
    NATIONAL,
    FilledRow,
    Placed,
    RowFiller,
    RowWriter,
    TextColumns,
)
from almwp.intake.writerowactivity import write_activity
from almwp.intake.writerowindicator import write_indicator
from almwp.intake.writerowposition import write_ask, write_proposal, write_stance
from almwp.model.position import Piece
from almwp.model.text import UNDETERMINED, Text

WRITERS: Mapping[str, RowWriter] = MappingProxyType(
    {
        "progress": write_activity,
        "indicators": write_indicator,
        "agenda": write_stance,
        "proposals": write_proposal,
        "asks": write_ask,
    }
)
"""The writer of each sheet whose records are put into fields here, by its key."""

_TEXTS = (
    *("title", "name", "item", "text"),
    *("rationale", "reasons", "talking_points", "wording", "fallback"),
)
"""Names under which records hold texts of which the language counts."""


def write_plain(
    record: Any, writing: Writing, texts: TextColumns, /
) -> tuple[FilledRow, ...]:
    """Return the row of a record that is given as values by key of the field."""
    values: Mapping[str, Any] = record
    sheet = writing.lexicon.sheet
    about = next((str(values[key]) for key in sheet.titles if values.get(key)), "")
    filler = RowFiller(writing=writing, about=about)
    for key, value in values.items():
        filler.put(key, value)
    return (filler.row,)


def texts_in(record: Any, columns: Iterable[Field]) -> Iterator[Placed]:
    """Give the texts of a record of which the language counts, and where they can be.

    Args:
        record: A record of the model.
        columns: The columns of its sheet.
    """
    keys = {of.key for of in columns}
    for name in _TEXTS:
        ends = frozenset(e for e in (GENERAL, ENGLISH, NATIONAL) if name + e in keys)
        held = getattr(record, name, ())
        for part in held if isinstance(held, tuple) else (held,):
            if isinstance(part, Piece):
                yield _line(part.text), ends
            elif isinstance(part, Text):
                yield part, ends


def _line(text: Text) -> Text:
    """Return the forms of a line that need a column of their language.

    Beside an English line the other one may stand in any general column: under an
    English cover nobody says in which language it is.
    """
    if not text.says("en"):
        return text
    forms = dict(text.forms)
    forms.pop(UNDETERMINED, None)
    return Text.from_forms(forms)
