"""Make a stance on an item of the agenda from the values of one row."""

from almwp.intake.cover import Cover
from almwp.intake.extras import ReadExtras
from almwp.intake.gatheringlinks import activity_named
from almwp.intake.maderow import MadeRow
from almwp.intake.pieces import pieces_of, standing_of, text_of
from almwp.intake.positiondoubts import find_blanks
from almwp.intake.rowvalues import RowValues
from almwp.intake.sections import Section
from almwp.intake.values import Values
from almwp.model.activity import RowOrigin
from almwp.model.fields import squeeze
from almwp.model.position import AgendaStance, Asked, Stance


def make_agenda_stance(
    read: RowValues,
    *,
    cover: Cover,
    section: Section,
    origin: RowOrigin,
    extras: ReadExtras,
    values: Values,
) -> MadeRow:
    """Make a stance from *read*.

    Reasons and fallbacks are for the ministry alone, whatever the row says of its
    audience.
    """
    item = text_of(read, "item", origin, values)
    asked, stance = read.get("asked"), read.get("stance")
    standing = standing_of(read)
    record = AgendaStance(
        number=squeeze(read.words("number")),
        item=item.text,
        asked=Asked(asked) if asked else None,
        stance=Stance(stance) if stance else None,
        reasons=pieces_of(read, "reasons", standing.inside, origin),
        talking_points=pieces_of(read, "talking_points", standing, origin),
        wording=pieces_of(read, "wording", standing, origin),
        fallback=pieces_of(read, "fallback", standing.inside, origin),
        speaker=squeeze(read.words("speaker")),
        clearance=standing.clearance,
        cleared_by=standing.cleared_by,
        audience=standing.audience,
        evidence=tuple(
            activity_named(known, cover.sender) for known in read.get("evidence") or ()
        ),
        extras=(*extras.extras, *item.extras),
        origin=origin.of("item") or origin.of("item_english"),
        origins=(origin,),
    )
    return MadeRow(record=record, findings=tuple(find_blanks(record, read, values)))
