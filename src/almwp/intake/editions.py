"""Read bulleted rows below a recurring activity: its dated holdings."""

from collections.abc import Mapping

from attrs import field, frozen

from almwp.findings.rule import Finding
from almwp.intake.bullets import is_bulleted, without_bullet
from almwp.intake.cells import Cell, CellKind
from almwp.intake.field import Field
from almwp.intake.parsed import Parsed
from almwp.intake.readvalue import read_value
from almwp.intake.timeframes import ReadTimeframe
from almwp.intake.values import Values
from almwp.model.fields import frozen_items
from almwp.model.folding import compose
from almwp.model.moment import Moment
from almwp.model.timeframe import Edition

_OF_EDITION = frozenset({"title", "timeframe"})
"""Fields that a row may have that is an edition of the activity above it."""


@frozen(kw_only=True)
class ReadEdition:
    """An edition, and what was found while it was read."""

    edition: Edition
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def is_edition(cells: Mapping[int, Cell], columns: Mapping[int, Field]) -> bool:
    """Say whether a row is a bulleted title with nothing but its time."""
    if len(cells) > len(_OF_EDITION):
        return False
    keys = {columns[column].key for column in cells if column in columns}
    if len(keys) < len(cells) or not keys <= _OF_EDITION:
        return False
    titles = [c for column, c in cells.items() if columns[column].key == "title"]
    return (
        bool(titles) and titles[0].kind is CellKind.TEXT and is_bulleted(titles[0].text)
    )


def read_edition(
    cells: Mapping[int, Cell], columns: Mapping[int, Field], values: Values
) -> ReadEdition:
    """Read a bulleted row as an edition of the activity above it.

    Of its time the beginning is kept; words that say more stay in its label.
    """
    label, when = "", None
    findings: tuple[Finding, ...] = ()
    for column in sorted(cells, key=lambda column: columns[column].key != "title"):
        cell = cells[column]
        if columns[column].key == "title":
            words = without_bullet(compose(cell.text))
        else:
            parsed: Parsed[ReadTimeframe] = read_value(values, columns[column], cell)
            findings = parsed.findings
            when, words = _when(parsed)
        label = " ".join(f"{label} {words}".split())
    return ReadEdition(edition=Edition(label=label, when=when), findings=findings)


def _when(parsed: Parsed[ReadTimeframe]) -> tuple[Moment | None, str]:
    if parsed.is_refused or parsed.value is None:
        return None, ""
    time = parsed.value.timeframe
    is_all_said = time.start == time.end and not parsed.value.status
    return time.start, "" if is_all_said and time.start else time.raw
