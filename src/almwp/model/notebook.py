"""Tables in HTML for notebooks: escaped, short, without colours of their own."""

import unicodedata
from collections.abc import Iterable, Sequence

from almwp.model.rows import Row

MOST_ROWS = 20
"""Rows that a notebook shows; the rest is counted."""

_MOST_LETTERS = 160
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows them, also of what is not theirs."""


def shown(
    title: str,
    facts: Iterable[str],
    rows: Sequence[Row],
    columns: Iterable[str],
    *,
    of: str = "rows",
) -> str:
    """Return a title, facts and the first rows of a table as HTML.

    Nothing is loaded from anywhere, and there are no colours, so that the notebook's
    own theme holds, dark ones included.

    Args:
        title: What is shown.
        facts: What is to be known of it, such as counts.
        rows: All rows; only the first are shown.
        columns: The columns to show.
        of: What the rows are, in the plural.
    """
    names = tuple(columns)
    table = [[_cell(row, name) for name in names] for row in rows[:MOST_ROWS]]
    lines = [f"<p><strong>{safe(title)}</strong></p>"]
    lines += [f"<p>{safe(fact)}</p>" for fact in facts if fact]
    if rows:
        lines.append(table_of([name.replace("_", " ") for name in names], table))
    else:
        lines.append(f"<p>no {of}</p>")
    lines.append(left_out(len(rows) - MOST_ROWS, of))
    return framed(lines)


def framed(lines: Iterable[str]) -> str:
    """Return *lines* as one piece of a page."""
    return "\n".join(["<div>", *filter(None, lines), "</div>"])


def table_of(headings: Iterable[str], cells: Iterable[Iterable[str]]) -> str:
    """Return a table; its cells are safe already."""
    heads = "".join(f'<th scope="col">{safe(each)}</th>' for each in headings)
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in cells)
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return (
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def left_out(count: int, of: str) -> str:
    """Say how many of something are not shown; empty where all are."""
    return f"<p>{count} more {of} not shown; rows() gives all</p>" if count > 0 else ""


def safe(text: str) -> str:
    """Return *text* for a page: no markup, no sign that changes what is around it."""
    from html import escape  # its table of signs is long, and few look at notebooks

    short = text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1]}…"
    return escape("".join(map(_seen, short)))


def _seen(letter: str) -> str:
    if letter in "\n\t\r":
        return " "
    if letter in _TURNING or unicodedata.category(letter) in ("Cc", "Cs"):
        return "\N{REPLACEMENT CHARACTER}"
    return letter


def _cell(row: Row, name: str) -> str:
    """Return a cell; a number that is not there says why, if the row knows."""
    value = row[name]
    if value is None or value == "":
        return f"<em>{safe(str(row.get(f'{name}_absence') or ''))}</em>"
    return safe(f"{value:.4g}" if isinstance(value, float) else str(value))
