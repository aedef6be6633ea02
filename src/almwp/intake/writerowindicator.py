"""Put an indicator into rows of a form: a row for each of its targets and readings."""

from collections.abc import Iterable
from itertools import zip_longest

from almwp.intake.choices import Writing
from almwp.intake.gatheringlinks import number_named
from almwp.intake.measures import with_share
from almwp.intake.writerow import FilledRow, RowFiller, TextColumns
from almwp.intake.writerowposition import put_places
from almwp.model.absence import Absence
from almwp.model.indicator import Disaggregation, Indicator, Reading, Target
from almwp.model.moment import Moment

_Group = tuple[Disaggregation, ...]
_Measures = tuple[_Group, Reading | None, Target | None, Reading | None]


def write_indicator(
    record: Indicator, writing: Writing, texts: TextColumns, /
) -> tuple[FilledRow, ...]:
    """Return the rows of an indicator; what describes it stands in the first one.

    A reading keeps its date: it tells of that day, whenever it is reported.
    """
    filled = []
    for number, measures in enumerate(_rows(record)):
        filler = RowFiller(writing=writing, about=str(record.name))
        filler.put("number", record.number)
        filler.put_text("name", record.name, texts)
        if number == 0:
            _describe(record, filler)
        _put_measures(measures, record, filler)
        filled.append(filler.row)
    return tuple(filled)


def _rows(record: Indicator) -> list[_Measures]:
    """Return what stands in each row: of everybody first, then of each group."""
    bases = [*filter(None, [record.baseline]), *record.group_baselines]
    measured: list[Reading | Target] = [*bases, *record.targets, *record.readings]
    groups: dict[_Group, None] = dict.fromkeys([(), *(m.group for m in measured)])
    found: list[_Measures] = []
    for group in groups:
        columns = (
            [base for base in bases if base.group == group],
            [target for target in record.targets if target.group == group],
            [reading for reading in record.readings if reading.group == group],
        )
        for base, target, reading in zip_longest(*columns):
            found.append((group, base, target, reading))
    return found or [((), None, None, None)]


def _describe(record: Indicator, filler: RowFiller) -> None:
    put_places(record.references, record.origins, filler)
    sender = filler.writing.sender
    filler.put("activities", tuple(number_named(a, sender) for a in record.activities))
    filler.put("unit", record.unit)
    filler.put("direction", str(record.direction))
    filler.put("kind", str(record.kind))
    filler.put("sources", record.sources)
    filler.put("remarks", record.remarks)
    for extra in record.extras:
        filler.put_extra(extra.heading, extra.value)


def _put_measures(measures: _Measures, record: Indicator, filler: RowFiller) -> None:
    group, base, target, reading = measures
    _put_group(group, filler)
    if base:
        filler.put("baseline", base.value)
        filler.put("baseline_date", base.when)
    if target:
        filler.put("target", target.value)
        filler.put("target_year", Moment.year(target.year))
    if reading:
        filler.put("as_of", reading.when)
        filler.put("numerator", reading.numerator)
        filler.put("denominator", reading.denominator)
        if not _follows(reading, record.unit):
            value = None if reading.value is Absence.BLANK else reading.value
            filler.put("reading", value)


def _put_group(group: Iterable[Disaggregation], filler: RowFiller) -> None:
    for part in group:
        key = "_".join(part.by.split())
        if filler.knows(key):
            filler.put(key, part.group)
        else:
            filler.leave_out_of("name", f"{part.by}: {part.group}")


def _follows(reading: Reading, unit: str) -> bool:
    """Say whether the value of a reading is what its parts say by themselves."""
    bare = Reading(
        when=reading.when,
        value=Absence.BLANK,
        numerator=reading.numerator,
        denominator=reading.denominator,
    )
    return with_share(bare, unit).value == reading.value
