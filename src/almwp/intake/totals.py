"""Know a row of totals, and compare what it claims with what stands above it."""

import re
from collections.abc import Iterable, Mapping

from almwp.findings import row_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell, CellKind
from almwp.intake.field import Field
from almwp.intake.lexicon import Lexicon, heading_key
from almwp.intake.parsed import Spot
from almwp.model.folding import compose, fold

_WHOLE = re.compile(r"(?<![\d.,])\d{1,9}(?![.,]?\d)")
_STORED = re.compile(r"(\d{1,9})(?:\.0{1,30})?")
_NAME = re.compile(r"([^\d:=]*)(.*)", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]+")
_COUNTING = (CellKind.TEXT, CellKind.NUMBER, CellKind.UNCALCULATED, CellKind.ERROR)
_REPORTED = frozenset({"status", "leads", "co_leads", "timeframe"})
_JOINING = re.compile(r"^(?:(?:the|number|no|of)\s+)+")


def is_total(
    cells: Mapping[int, Cell], columns: Mapping[int, Field], lexicon: Lexicon
) -> bool:
    """Say whether a row gives totals and is no activity of its own.

    It begins with a word for a total, and says of nothing else than the rows or a
    column what it adds up: ``Total``, ``Total activities: 13``, ``Tổng kinh phí``.
    ``Tổng kết ...`` (to sum up) and ``Cộng đồng ...`` (community) begin alike and are
    titles.  All else in the row are numbers.  Where such a word stands alone in the
    first cell or as the row's number, words may stand beside it: ``Total | 2 in all``.
    """
    if _is_labelled(cells, columns, lexicon):
        return True
    texts = [c for c in cells.values() if c.kind is CellKind.TEXT]
    words = [c for c in texts if any(sign.isalpha() for sign in c.text)]
    others = [c for c in cells.values() if c.kind not in _COUNTING]
    if len(words) != 1 or others:
        return False
    label, behind = _NAME.findall(compose(words[0].text))[0]
    return _adds_up(label, lexicon) and len(_LETTERS.findall(behind)) <= 2


def _is_labelled(
    cells: Mapping[int, Cell], columns: Mapping[int, Field], lexicon: Lexicon
) -> bool:
    keys = {
        columns[column].key: cell for column, cell in cells.items() if column in columns
    }
    if not _REPORTED.isdisjoint(keys):
        return False
    labels = [next(iter(cells.values())), keys.get("number")]
    return any(
        cell is not None
        and cell.kind is CellKind.TEXT
        and lexicon.meaning("total", compose(cell.text)) is not None
        for cell in labels
    )


def _adds_up(label: str, lexicon: Lexicon) -> bool:
    words = fold(label).split()
    totals = lexicon.words["total"]
    for size in range(min(len(words), lexicon.longest["total"]), 0, -1):
        if " ".join(words[:size]) in totals:
            rest = _JOINING.sub("", f"{' '.join(words[size:])} ").strip()
            return not rest or heading_key(rest) in lexicon.headings
    return False


def check_totals(
    cells: Iterable[Cell], counts: Iterable[int], spot: Spot
) -> list[Finding]:
    """Return a finding if a row of totals claims another number of activities.

    Only a total that speaks of one number is compared: a row that adds up several
    columns says nothing of how many rows there are.

    Args:
        cells: The cells of the row.
        counts: How many activities stand above it: since the section before it, and
            in all.
        spot: The sheet.
    """
    claims: list[tuple[Cell, int]] = []
    for cell in cells:
        stored = _STORED.fullmatch(cell.text)
        if cell.kind is CellKind.NUMBER and stored:
            claims.append((cell, int(stored[1])))
        elif cell.kind is CellKind.TEXT:
            claims += [(cell, int(claim[0])) for claim in _WHOLE.finditer(cell.text)]
    known = list(counts)
    if len(claims) != 1 or claims[0][1] in known:
        return []
    cell, claimed = claims[0]
    differ = row_rules.TOTALS_DIFFER.at(
        spot.at(cell), found=str(claimed), count=known[-1]
    )
    return [differ]
