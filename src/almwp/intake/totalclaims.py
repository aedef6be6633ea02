"""Compare what a row of totals claims with what stands above it.

A number claims how many activities there are where it stands in the column of the
numbers, the titles or the states, or beside a word for activities; beside the word for
a state it claims how many are in that state.  What other columns add up is their own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from almwp.findings import row_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell, CellKind
from almwp.intake.field import TITLES, Field
from almwp.intake.lexicon import Lexicon, heading_key
from almwp.intake.values import Values
from almwp.model.activity import Activity
from almwp.model.folding import compose, fold

_WHOLE = re.compile(r"(?<![\d.,])\d{1,9}(?![.,]?\d)(?!\s*%)")
_STORED = re.compile(r"(\d{1,9})(?:\.0{1,30})?")
_PIECES = re.compile(r"[;,()\n\r|]+(?!\d)|(?<=\d)\s+[/–—-]\s+")
_NUMBERED = frozenset({"number", "status", *TITLES})
"""Fields that are no numbers: one in their column counts the rows."""


@frozen(kw_only=True)
class Claim:
    """A number in a row of totals, and of what it is the number.

    Attributes:
        cell: The cell.
        count: The number.
        status: The state of which it is the number; empty for all activities.
        words: The number with the words around it.
    """

    cell: Cell
    count: int
    status: str = ""
    words: str = ""


def check_totals(
    cells: Mapping[int, Cell],
    columns: Mapping[int, Field],
    above: tuple[Sequence[Any], ...],
    values: Values,
) -> list[Finding]:
    """Return findings if a row of totals claims other numbers than there are.

    Of all activities only one number is compared: a row that gives several says
    nothing of which of them is that of its rows.

    Args:
        cells: The cells of the row.
        columns: The field of each column that has one.
        above: What stands above it: since the section before it, and in all.
        values: What is known of the sheet.
    """
    spot, lexicon = values.spot, values.lexicon
    claims = [
        claim
        for column, cell in cells.items()
        for claim in _claims(cell, columns.get(column), lexicon)
    ]
    findings = [
        row_rules.STATES_COUNTED_OTHERWISE.at(
            spot.at(claim.cell), found=claim.words, count=counts[-1]
        )
        for claim in claims
        if claim.status
        and claim.count not in (counts := [_in_state(claim, rows) for rows in above])
    ]
    of_all = [claim for claim in claims if not claim.status]
    known = [len(rows) for rows in above]
    if len(of_all) == 1 and of_all[0].count not in known:
        claimed = str(of_all[0].count)
        differ = row_rules.TOTALS_DIFFER.at(
            spot.at(of_all[0].cell), found=claimed, count=known[-1]
        )
        findings.append(differ)
    return findings


def _in_state(claim: Claim, rows: Sequence[Any]) -> int:
    reports = (
        row.observations[-1]
        for row in rows
        if isinstance(row, Activity) and row.observations
    )
    return sum(1 for report in reports if report.status == claim.status)


def _claims(cell: Cell, of: Field | None, lexicon: Lexicon) -> Iterator[Claim]:
    key = of.key if of else ""
    if cell.kind is CellKind.NUMBER:
        stored = _STORED.fullmatch(cell.text)
        if stored and key in _NUMBERED:
            yield Claim(cell=cell, count=int(stored[1]))
        return
    if cell.kind is not CellKind.TEXT:
        return
    for piece in _PIECES.split(compose(cell.text)):
        numbers = list(_WHOLE.finditer(piece))
        if len(numbers) != 1:
            continue
        number = numbers[0]
        words = f"{piece[: number.start()]} {piece[number.end() :]}"
        status, counts = _meaning(words, lexicon)
        if status or counts or (key in _NUMBERED and not _names_field(words, lexicon)):
            said = " ".join(piece.split())
            count = int(number[0])
            yield Claim(cell=cell, count=count, status=status, words=said)


def _meaning(words: str, lexicon: Lexicon) -> tuple[str, bool]:
    """Return the state that is counted, and whether it is activities that are."""
    parts = fold(words).split()
    titles = {key for key, word in lexicon.headings.items() if word.key in TITLES}
    longest = max((len(key.split()) for key in titles), default=0)
    counted = False
    rest = parts
    for size in range(min(len(parts), longest), 0, -1):
        starts = range(len(parts) - size + 1)
        found = next((s for s in starts if " ".join(parts[s : s + size]) in titles), -1)
        if found >= 0:
            counted, rest = True, parts[:found] + parts[found + size :]
            break
    for text in (" ".join(rest), " ".join(parts)):
        status = lexicon.meaning("status", text) if text else None
        if status:
            return status, counted
    return "", counted


def _names_field(words: str, lexicon: Lexicon) -> bool:
    """Say whether another field is added up: ``Tổng kinh phí``."""
    parts = fold(words).split()
    totals = lexicon.words["total"]
    for size in range(len(parts)):
        word = lexicon.headings.get(heading_key(" ".join(parts[size:])))
        before = " ".join(parts[:size])
        if word and word.key not in _NUMBERED and (not before or before in totals):
            return True
    return False
