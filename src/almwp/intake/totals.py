"""Know a row of totals."""

import re
from collections.abc import Iterable, Mapping

from almwp.intake.cells import Cell, CellKind
from almwp.intake.field import TITLES, Field
from almwp.intake.lexicon import Lexicon, heading_key
from almwp.model.folding import compose, fold

_NAME = re.compile(r"([^\d:=]*)(.*)", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]+")
_COUNTING = (CellKind.NUMBER, CellKind.UNCALCULATED, CellKind.ERROR)
_REPORTED = frozenset({"status", "leads", "co_leads", "timeframe"})
_JOINING = re.compile(r"^(?:(?:the|number|no|of|for|cua|cho|untuk)\s+)+")
_MARKS = re.compile(
    r"(?:(?:[a-z]|[ivx]+|and|va|dan|outcome|section|part|group|muc|phan|nhom|ket qua"
    r"|bagian|kelompok|usd|us|vnd|idr|php|thb|myr|sgd|eur)(?: |$))+"
)
"""What a total may be of: ``(A + B)``, ``mục I``, ``(USD)``."""


def is_total(
    cells: Mapping[int, Cell],
    columns: Mapping[int, Field],
    numbers: Iterable[int],
    lexicon: Lexicon,
) -> bool:
    """Say whether a row gives totals and is no activity of its own.

    It begins with a word for a total, and says of nothing else than the rows or a
    column what it adds up: ``Total``, ``Total activities: 13``, ``Tổng kinh phí``.
    ``Tổng kết ...`` (to sum up) and ``Cộng đồng ...`` (community) begin alike and are
    titles.  All else in the row are numbers.  Where such a word stands alone in the
    first cell or as the row's number, words may stand beside it: ``Total | 2 in all``.

    Args:
        cells: The cells of the row.
        columns: The field of each column that has one.
        numbers: The columns in which rows have their numbers.
        lexicon: The words of all languages.
    """
    if _has_label(cells, numbers, lexicon) and _is_labelled(cells, columns, lexicon):
        return True
    words = _only_words(cells)
    if words is None:
        return False
    label, behind = _NAME.findall(compose(words))[0]
    return _adds_up(label, lexicon) and len(_LETTERS.findall(behind)) <= 2


def _has_label(
    cells: Mapping[int, Cell], numbers: Iterable[int], lexicon: Lexicon
) -> bool:
    """Say whether a word for a total stands alone in the first cell or as a number."""
    first = next(iter(cells))
    for column in {first, *numbers}:
        if column in cells and _names_total(cells[column], lexicon):
            return True
    return False


def _names_total(cell: Cell, lexicon: Lexicon) -> bool:
    """Say whether all that a cell says is a word for a total."""
    if cell.kind is not CellKind.TEXT:
        return False
    return lexicon.meaning("total", compose(cell.text)) is not None


def _only_words(cells: Mapping[int, Cell]) -> str | None:
    """Return the only words beside numbers; None where others or none are there."""
    words: str | None = None
    for cell in cells.values():
        if cell.kind is CellKind.TEXT:
            if any(map(str.isalpha, cell.text)):
                if words is not None:
                    return None
                words = cell.text
        elif cell.kind not in _COUNTING:
            return None
    return words


def _is_labelled(
    cells: Mapping[int, Cell], columns: Mapping[int, Field], lexicon: Lexicon
) -> bool:
    """Say whether a word for a total stands alone where the row's number does.

    In the first column of the table, or that of the numbers, it says so whatever
    stands beside it, unless that is an activity with its state; elsewhere only a row
    that tells no state has it for a label.
    """
    keys = {
        columns[column].key: cell for column, cell in cells.items() if column in columns
    }
    if _reports(keys, lexicon):
        return False
    labels = [keys["number"]] if "number" in keys else []
    first = next(iter(cells.values()))
    if first.column <= min(columns, default=0) or _REPORTED.isdisjoint(keys):
        labels.append(first)
    return any(_names_total(cell, lexicon) for cell in labels)


def _reports(keys: Mapping[str, Cell], lexicon: Lexicon) -> bool:
    """Say whether a row has a title in words and tells a state, a lead or a time."""
    titles = (keys[key] for key in TITLES if key in keys)
    title = next((cell for cell in titles if cell.kind is CellKind.TEXT), None)
    if title is None or any(sign.isdigit() for sign in title.text):
        return False
    status = keys.get("status")
    is_told = status is not None and lexicon.meaning("status", status.text) is not None
    told = (cell for key, cell in keys.items() if key in _REPORTED - {"status"})
    return is_told or any(cell.kind is CellKind.TEXT for cell in told)


def _adds_up(label: str, lexicon: Lexicon) -> bool:
    words = fold(label).split()
    totals = lexicon.words["total"]
    for size in range(min(len(words), lexicon.longest["total"]), 0, -1):
        if " ".join(words[:size]) in totals:
            rest = _JOINING.sub("", f"{' '.join(words[size:])} ").strip()
            is_named = heading_key(rest) in lexicon.headings
            return not rest or is_named or _MARKS.fullmatch(rest) is not None
    return False
