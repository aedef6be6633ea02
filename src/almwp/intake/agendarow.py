"""Make a stance on an item of the agenda from the values of one row."""

from almwp.findings import value_rules
from almwp.findings.rule import Finding
from almwp.intake.cover import Cover
from almwp.intake.extras import ReadExtras
from almwp.intake.fieldlist import field_of
from almwp.intake.gatheringlinks import activity_named
from almwp.intake.maderow import MadeRow
from almwp.intake.pieces import pieces_of, standing_of, text_of
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
    item = text_of(read, "item", cover, values)
    asked, stance = read.get("asked"), read.get("stance")
    standing = standing_of(read)
    record = AgendaStance(
        number=squeeze(read.words("number")),
        item=item.text,
        asked=Asked(asked) if asked else None,
        stance=Stance(stance) if stance else None,
        reasons=pieces_of(read, "reasons", standing.inside, cover, origin),
        talking_points=pieces_of(read, "talking_points", standing, cover, origin),
        wording=pieces_of(read, "wording", standing, cover, origin),
        fallback=pieces_of(read, "fallback", standing.inside, cover, origin),
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
    return MadeRow(record=record, findings=_about_stance(record, read, values))


def _about_stance(
    record: AgendaStance, read: RowValues, values: Values
) -> list[Finding]:
    """Ask for a stance where the meeting is to decide and the row does not say."""
    if record.stance or read.is_refused("stance") or record.asked is Asked.INFORMATION:
        return []
    of = field_of(values.lexicon.columns, "stance")
    choices = values.lexicon.choices("stance", values.language)
    cell = read.cell("stance")
    if cell is not None and (words := squeeze(values.words(cell))):
        rule = value_rules.STANCE_LEFT_OPEN
        return [values.finding(rule, of, cell, found=words, expected=choices)]
    label = of.label.in_(values.language)
    return [
        value_rules.NO_STANCE.at(
            values.spot.at(read.place("stance")),
            field=of.key,
            label=label,
            expected=choices,
        )
    ]
