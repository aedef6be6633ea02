"""Read the day of the file in a title above a table, by evidence or not at all."""

from almwp.findings import reading_rules
from almwp.intake.asof import day_in_title
from almwp.intake.cells import Cell, CellKind
from almwp.intake.dates import about_doubt, about_era
from almwp.intake.fardays import find_far_day
from almwp.intake.field import Field
from almwp.intake.moments import TwoDays
from almwp.intake.parsed import Parsed
from almwp.intake.values import Values
from almwp.model.moment import Moment


def title_day(cell: Cell, of: Field, values: Values) -> Parsed[Moment]:
    """Return the day that a title announces, with a note of what was read.

    Args:
        cell: A cell above the table that is no label and no value.
        of: The line that would say the day.
        values: What is known of the sheet.
    """
    if cell.kind is not CellKind.TEXT:
        return Parsed()
    found = day_in_title(cell.text, values.lexicon)
    if found is None:
        return Parsed()
    place, notes = values.spot.at(cell), []
    day = found.when
    if isinstance(day, TwoDays):
        column = values.dates_of(cell)
        notes.append(about_doubt(place, of, found.found, day, column))
        told = day.told(column.day_first)
        if told is None:
            return Parsed(findings=notes)
        day = told
    if found.is_changed:
        notes.append(about_era(place, of, found.found, str(day)))
    note = reading_rules.AS_OF_IN_TITLE.at(
        place, field=of.key, found=found.found, expected=str(day)
    )
    notes += [note, *find_far_day(day, of, cell, values, found.found)]
    return Parsed(value=day, findings=notes)
