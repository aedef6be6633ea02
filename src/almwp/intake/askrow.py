"""Make what is asked of others, or offered to them, from the values of one row."""

from almwp.findings import value_rules
from almwp.findings.rule import Finding
from almwp.intake.cover import Cover
from almwp.intake.extras import ReadExtras
from almwp.intake.fieldlist import field_of
from almwp.intake.maderow import MadeRow
from almwp.intake.pieces import standing_of, text_of
from almwp.intake.rowvalues import RowValues
from almwp.intake.sections import Section
from almwp.intake.values import Values
from almwp.model.activity import RowOrigin
from almwp.model.position import Ask


def make_asks(
    read: RowValues,
    *,
    cover: Cover,
    section: Section,
    origin: RowOrigin,
    extras: ReadExtras,
    values: Values,
) -> MadeRow:
    """Make an ask for each party that the row names; a row that names none is kept out.

    The record is a tuple of them.
    """
    parties = read.get("to") or ()
    if not parties:
        return MadeRow(record=None, findings=_about_nobody(read, values))
    said = text_of(read, "text", origin, values)
    place = origin.of("text") or origin.of("text_english")
    piece = standing_of(read).piece(said.text, place)
    return MadeRow(
        record=tuple(
            Ask(
                to=party,
                text=piece,
                is_offer=read.get("kind") == "offer",
                extras=(*extras.extras, *said.extras),
                origins=(origin,),
            )
            for party in parties
        )
    )


def _about_nobody(read: RowValues, values: Values) -> tuple[Finding, ...]:
    """Say that the row names no party; of one that was refused enough is said."""
    if read.is_refused("to"):
        return ()
    of = field_of(values.lexicon.columns, "to")
    cell = read.cell("to") or read.cell("text") or read.first_cell
    label = of.label.in_(values.language)
    return (values.finding(value_rules.ASKED_OF_NOBODY, of, cell, label=label),)
