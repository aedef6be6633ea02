"""Compare what a row of totals claims with what stands above it."""

import re
from collections.abc import Iterable

from almwp.findings import row_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell, CellKind
from almwp.intake.parsed import Spot

_LAST_NUMBER = re.compile(r"(\d+)\D*$")


def check_totals(cells: Iterable[Cell], count: int, spot: Spot) -> list[Finding]:
    """Return a finding if a row of totals claims another number of activities.

    Only a total that speaks of one number is compared: a row that adds up several
    columns says nothing of how many rows there are.
    """
    claims: list[tuple[Cell, int]] = []
    for cell in cells:
        if cell.kind is CellKind.NUMBER and re.fullmatch(r"\d+(\.0+)?", cell.text):
            claims.append((cell, int(float(cell.text))))
        elif cell.kind is CellKind.TEXT and (found := _LAST_NUMBER.search(cell.text)):
            claims.append((cell, int(found[1])))
    if len(claims) != 1 or claims[0][1] == count:
        return []
    cell, claimed = claims[0]
    differ = row_rules.TOTALS_DIFFER.at(spot.at(cell), found=str(claimed), count=count)
    return [differ]
