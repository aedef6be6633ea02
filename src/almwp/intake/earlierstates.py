"""Read the states that further columns give of earlier days."""

from collections.abc import Iterator

from attrs import evolve, field, frozen

from almwp.findings import file_rules
from almwp.findings.rule import Finding, Severity
from almwp.intake.fates import Fates
from almwp.intake.fieldlist import field_of
from almwp.intake.headings import Heading
from almwp.intake.parsed import Parsed
from almwp.intake.readvalue import read_value
from almwp.intake.rowkinds import Table
from almwp.intake.rowstate import known_status
from almwp.intake.values import Values
from almwp.model.activity import Activity, Change, Observation, RowOrigin
from almwp.model.fields import frozen_items
from almwp.model.ledger import Fate
from almwp.model.moment import Moment
from almwp.model.source import Origin


@frozen(kw_only=True)
class WithEarlier:
    """An activity with all its reports, and what was found in the earlier ones."""

    activity: Activity
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def with_earlier(
    activity: Activity,
    origin: RowOrigin,
    table: Table,
    earlier: tuple[Heading, ...],
    values: Values,
    fates: Fates,
) -> WithEarlier:
    """Add what the columns of earlier days report of *activity*, the oldest first.

    Args:
        activity: The activity of a row, with the report of the last day.
        origin: The row.
        table: The table.
        earlier: The headings of the columns of earlier days.
        values: Reads cells.
        fates: The fates of the file's cells.
    """
    if not earlier:
        return WithEarlier(activity=activity)
    reports: list[Observation] = []
    findings: list[Finding] = []
    of = field_of(values.lexicon.columns, "status")
    for heading, day in _by_day(earlier):
        cell = table.grid.filled_down(origin.row, heading.column)
        if cell is None or cell.row < table.rows[0]:
            continue
        read: Parsed[str] = read_value(values, of, cell)
        if cell.row == origin.row:
            findings += read.findings
            errors = [f for f in read.findings if f.severity is Severity.ERROR]
            fate, why = Fate.READ, of.key
            if errors:
                fate, why = Fate.REFUSED, errors[0].code
            fates.give(values.spot.sheet, cell, fate, why)
        if read.is_refused or not read.value:
            continue
        is_withdrawn = read.value == Change.WITHDRAWN
        reports.append(
            Observation(
                as_of=day,
                status=known_status(read.value),
                word=values.words(cell),
                change=Change.WITHDRAWN if is_withdrawn else None,
                origin=Origin(
                    file=origin.file,
                    sha256=origin.sha256,
                    sheet=origin.sheet,
                    cell=cell.ref,
                ),
            )
        )
    together = (*reports, *activity.observations)
    return WithEarlier(
        activity=evolve(activity, observations=together), findings=findings
    )


def about_earlier(heading: Heading, values: Values, ref: str) -> Finding:
    """Say as of when a further column gives the state."""
    day = heading.day.when if heading.day else ""
    return file_rules.EARLIER_STATE.at(
        values.spot.at(ref), field="status", found=heading.text, expected=str(day)
    )


def _by_day(earlier: tuple[Heading, ...]) -> Iterator[tuple[Heading, Moment]]:
    dated = [
        (heading, heading.day.when)
        for heading in earlier
        if heading.day and isinstance(heading.day.when, Moment)
    ]
    yield from sorted(dated, key=lambda pair: (pair[1].end, pair[1].start))
