"""A paper as notebooks show it: its first statements and tables, made from its rows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from almwp.model.notebook import MOST_ROWS, framed, left_out, safe, table_of
from almwp.model.rows import Row

_MOST_BLOCKS = 40


def paper_shown(title: str, facts: Iterable[str], rows: Sequence[Row]) -> str:
    """Return the first blocks of a paper as HTML.

    Args:
        title: Its title.
        facts: What is to be known of it.
        rows: What it says, as its ``rows()`` give it.
    """
    body = [row for row in rows if row["place"]]
    blocks = [list(block) for _, block in groupby(body, key=lambda row: row["place"])]
    lines = [f"<p><strong>{safe(title)}</strong></p>"]
    lines += [f"<p>{safe(fact)}</p>" for fact in facts if fact]
    for block in blocks[:_MOST_BLOCKS]:
        lines += _block(block)
    if not blocks:
        lines.append("<p>no blocks</p>")
    lines.append(left_out(len(blocks) - _MOST_BLOCKS, "blocks"))
    return framed(lines)


def _block(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        words = str(row["caption"] if row["block"] == "table" else row["text"])
        if row["row"] is None and words:
            text = safe(words)
            yield (
                f"<p><strong>{text}</strong></p>"
                if _is_above(row)
                else f"<p>{text}</p>"
            )
    cells = [row for row in rows if row["row"] is not None]
    if not cells:
        return
    lines = [list(line) for _, line in groupby(cells, key=lambda row: row["row"])]
    headings = [str(cell["column"]) for cell in lines[0]]
    shown = ([safe(str(cell["text"])) for cell in line] for line in lines[:MOST_ROWS])
    yield table_of(headings, shown)
    yield left_out(len(lines) - MOST_ROWS, "rows of this table")


def _is_above(row: Row) -> bool:
    """Say whether a statement stands above what follows it."""
    return row["block"] in ("heading", "table")
