"""Take the day in a heading for the day of which its column speaks."""

from almwp.findings import reading_rules
from almwp.intake.cells import column_letters
from almwp.intake.dates import about_doubt, about_era, language_dates
from almwp.intake.fardays import find_far_day
from almwp.intake.fieldlist import field_of
from almwp.intake.headings import Heading, HeadingBlock
from almwp.intake.headingwords import REPORTED
from almwp.intake.moments import TwoDays
from almwp.intake.parsed import Parsed
from almwp.intake.values import Values
from almwp.model.moment import Moment


def find_day(block: HeadingBlock, values: Values) -> Parsed[Moment]:
    """Return the day in the heading of the status, or of the percentage, if any.

    It is that of the reports in the rows, where a row gives no day of its own.
    """
    chosen = (block.chosen.get(key) for key in sorted(REPORTED, reverse=True))
    heading = next((h for h in chosen if h is not None and h.day is not None), None)
    return _day_in(heading, block, values) if heading else Parsed()


def _day_in(heading: Heading, block: HeadingBlock, values: Values) -> Parsed[Moment]:
    day = heading.day
    if day is None or heading.word is None:
        return Parsed()
    column = column_letters(heading.column)
    ref = heading.cells[-1].ref if heading.cells else f"{column}{block.last_row}"
    place = values.spot.at(ref)
    of = field_of(values.lexicon.columns, heading.word.key)
    when, findings = day.when, []
    if isinstance(when, TwoDays):
        order = language_dates(values.language)
        findings.append(about_doubt(place, of, heading.text, when, order))
        told = when.told(order.day_first)
    else:
        told = when
    if told is None:
        return Parsed(findings=findings)
    if day.is_changed:
        findings.append(about_era(place, of, heading.text, str(told)))
    findings.append(
        reading_rules.AS_OF_IN_HEADING.at(
            place, field=of.key, found=heading.text, expected=str(told)
        )
    )
    if heading.cells:
        cell = heading.cells[-1]
        findings += find_far_day(told, of, cell, values, heading.text)
    return Parsed(value=told, findings=findings)
