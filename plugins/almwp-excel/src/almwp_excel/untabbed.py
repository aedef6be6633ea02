"""Sheets that the file holds and the workbook does not name on any tab."""

from collections.abc import Iterable
from posixpath import basename, dirname

from almwp.findings.rule import Finding, Location
from almwp_excel import refusals, sheetrules
from almwp_excel.package import Package
from almwp_excel.relationships import Relationship

_SHEETS = frozenset(
    ("worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
)
_MOST_NAMED = 3


def about_sheets_without_tab(
    package: Package,
    workbook: str,
    links: Iterable[Relationship],
    named: Iterable[str | None],
) -> list[Finding]:
    """Say which sheets no tab leads to; what they hold is in no count of cells.

    Args:
        package: The package.
        workbook: Key of the workbook part.
        links: Its relationships.
        named: Keys of the parts to which its tabs lead.
    """
    home = f"{dirname(workbook)}/worksheets".removeprefix("/")
    linked = [link.part for link in links if link.kind in _SHEETS and link.part]
    beside = [part for part in package.entries if dirname(part) == home]
    reached = set(named)
    left = [part for part in dict.fromkeys((*linked, *beside)) if part not in reached]
    if not left:
        return []
    names = ", ".join(refusals.shown(basename(part)) for part in left[:_MOST_NAMED])
    more = ", ..." if len(left) > _MOST_NAMED else ""
    at = Location(file=package.name)
    return [
        sheetrules.SHEET_WITHOUT_TAB.at(at, count=len(left), found=f"{names}{more}")
    ]
