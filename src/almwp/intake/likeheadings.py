"""Know a row that looks like the headings of another table, which are not known."""

from collections.abc import Iterator, Mapping

from almwp.findings import file_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell, CellKind
from almwp.intake.headings import known_headings
from almwp.intake.readvalue import read_value
from almwp.intake.rowkinds import Table
from almwp.intake.values import Values

_TYPED = frozenset(
    {"leads", "co_leads", "timeframe", "status", "percent", "as_of", "outcome", "area"}
)
"""Fields of which a heading is no value."""
_LONGEST = 60


def is_like_headings(row: int, table: Table, values: Values) -> bool:
    """Say whether a row is rather a row of headings than an activity.

    It begins a new stretch of rows, all its cells are short words, and it contradicts
    the headings above in two columns at least and goes with none of them: a word
    where numbers are, and what is no state, no time and nobody.
    """
    grid = table.grid
    if row - 1 in grid.rows and row - 2 in grid.rows:
        return False  # in the midst of a table, as most rows
    cells, below = grid.rows[row], grid.rows.get(row + 1, {})
    # A caption may stand between: one text alone, itself below an empty row.
    above = row - 1 if len(grid.rows.get(row - 1, ())) == 1 else row
    if above - 1 in grid.rows or len(cells) < 3:
        return False
    if not cells.keys() <= {*table.headed}:
        return False
    if not below or any(
        cell.kind is not CellKind.TEXT
        or len(cell.text) > _LONGEST
        or any(sign.isdigit() for sign in cell.text)
        for cell in cells.values()
    ):
        return False
    contradictions = 0
    for column, cell in cells.items():
        of = table.columns.get(column)
        if of is None:
            continue
        if of.key == "number":
            next_one = below.get(column)
            is_counted = next_one is not None and any(
                sign.isdigit() for sign in next_one.text
            )
            contradictions += is_counted
        elif of.key in _TYPED:
            parsed = read_value(values, of, cell)
            if not parsed.findings:
                return False
            contradictions += 1
    return contradictions >= 2


def like_headings(cells: Mapping[int, Cell], values: Values) -> Iterator[Finding]:
    """Give the finding about such a row."""
    place = values.spot.at(next(iter(cells.values())))
    expected = ", ".join(known_headings(values.lexicon, values.language))
    yield file_rules.LIKE_HEADINGS.at(place, expected=expected)
