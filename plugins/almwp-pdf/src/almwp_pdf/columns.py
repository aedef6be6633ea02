"""Columns of a table: how wide each is, and parts of tables that are too wide."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from almwp.model.report import Table

ROOM, ROOM_ACROSS = 105, 160
"""Characters beside one another that a page has room for, upright and across."""
_MOST = 13
"""Columns of a table that can still be read on a page that lies across."""
_LEAST, _LONGEST_WORD = 3, 16
_LONGEST_TEXT = 40
_MANY_LINES = 25
"""Lines from which on a row may be parted, as it could be higher than a page."""
HEADING_LINES = 10
"""Lines of a heading row that leave enough of a page to what stands under it."""


def parts(table: Table) -> Iterator[Table]:
    """Part a table that is too wide; each part begins with its first column again."""
    count = len(table.columns)
    if count <= _MOST:
        yield table
        return
    for first in range(1, count, _MOST - 1):
        chosen = [0, *range(first, min(first + _MOST - 1, count))]
        yield evolve(
            table,
            columns=[table.columns[n] for n in chosen],
            rows=[tuple(row[n] for n in chosen) for row in table.rows],
        )


def widths(table: Table, room: int) -> list[float]:
    """Divide *room* among the columns: by their shares, but no word is cut needlessly.

    Where all shares are the same, columns with longer texts become wider.
    """
    shares = [float(max(column.share, 1)) for column in table.columns]
    if len(set(shares)) == 1:
        shares = [float(_longest(texts)) for texts in _texts(table)]
    least = [_least(texts, room // len(shares)) for texts in _texts(table)]
    found: dict[int, float] = {}
    while True:
        free = [n for n in range(len(shares)) if n not in found]
        left = room - sum(found.values())
        whole = sum(shares[n] for n in free)
        narrow = [n for n in free if left * shares[n] / whole < least[n]]
        if not narrow:
            rest = {n: left * shares[n] / whole for n in free}
            return [round((found | rest)[n], 2) for n in range(len(shares))]
        found |= {n: float(least[n]) for n in narrow}


def longest_word(width: float) -> int:
    """Return from how many letters on a word may be broken anywhere in a column."""
    return max(min(int(width), _LONGEST_WORD + 2), _LEAST)


def fits_whole(
    texts: Sequence[str], sizes: Sequence[float], *, lines: int = _MANY_LINES
) -> bool:
    """Say whether a row of *texts* surely takes fewer *lines* than these."""
    return all(
        len(text) / size + text.count("\n") < lines
        for text, size in zip(texts, sizes, strict=True)
    )


def _texts(table: Table) -> Iterator[list[str]]:
    for number, column in enumerate(table.columns):
        yield [column.heading, *(row[number].text for row in table.rows)]


def _longest(texts: list[str]) -> int:
    return min(max(map(len, texts), default=0), _LONGEST_TEXT) + _LEAST


def _least(texts: list[str], most: int) -> int:
    words = (len(word) for text in texts for word in text.split())
    return min(max(min(max(words, default=0), _LONGEST_WORD), _LEAST) + 1, most)
