"""Ask for what a row of a position leaves blank, and for lines that do not pair."""

from collections.abc import Iterable, Iterator

from almwp.findings import position_rules, value_rules
from almwp.findings.rule import Finding, Rule
from almwp.intake.fieldlist import field_of
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values
from almwp.model.fields import squeeze
from almwp.model.position import AgendaStance, Asked

_SAID = ("talking_points", "talking_points_english", "wording", "wording_english")


def find_blanks(
    record: AgendaStance, read: RowValues, values: Values
) -> Iterator[Finding]:
    """Ask for the stance, the speaker and the clearance of an item.

    An item for information needs no stance, and where nothing is to be said nobody
    needs to speak or to clear it.  A word that was refused is no blank, and a column
    that is not there was left out on purpose.
    """
    is_said = any(read.get(key) or read.is_refused(key) for key in _SAID)
    if record.stance is None and not read.is_refused("stance"):
        is_information = record.asked is Asked.INFORMATION
        if not is_information:
            yield _about_stance(read, values)
        elif not is_said and "stance" in read.columns:
            yield _blank(position_rules.NOTHING_SAID, "stance", read, values)
    if is_said and _is_blank("speaker", read):
        yield _blank(position_rules.NO_SPEAKER, "speaker", read, values)
    if (is_said or record.stance) and _is_blank("clearance", read):
        yield _blank(position_rules.NO_CLEARANCE, "clearance", read, values)
    yield from find_unpaired(("talking_points", "wording"), read, values)


def find_unpaired(
    keys: Iterable[str], read: RowValues, values: Values
) -> Iterator[Finding]:
    """Report cells that have more or fewer lines than the English one beside them."""
    for key in keys:
        own, english = read.get(key) or (), read.get(f"{key}_english") or ()
        cell = read.cell(key)
        if cell is None or not own or not english or len(own) == len(english):
            continue
        other = field_of(values.lexicon.columns, f"{key}_english").label
        yield values.finding(
            position_rules.LINES_UNPAIRED,
            field_of(values.lexicon.columns, key),
            cell,
            count=len(own),
            others=len(english),
            label=other.in_(values.language),
        )


def _is_blank(key: str, read: RowValues) -> bool:
    return key in read.columns and not read.get(key) and not read.is_refused(key)


def _about_stance(read: RowValues, values: Values) -> Finding:
    cell = read.cell("stance")
    if cell is not None and (words := squeeze(values.words(cell))):
        of = field_of(values.lexicon.columns, "stance")
        choices = values.lexicon.choices("stance", values.language)
        rule = value_rules.STANCE_LEFT_OPEN
        return values.finding(rule, of, cell, found=words, expected=choices)
    return _blank(value_rules.NO_STANCE, "stance", read, values)


def _blank(rule: Rule, key: str, read: RowValues, values: Values) -> Finding:
    is_listed = key in values.lexicon.words
    return rule.at(
        values.spot.at(read.place(key)),
        field=key,
        label=field_of(values.lexicon.columns, key).label.in_(values.language),
        expected=values.lexicon.choices(key, values.language) if is_listed else None,
    )
