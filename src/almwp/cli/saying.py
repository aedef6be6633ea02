"""Say words at a terminal, such that none of them is taken for an order to it.

A cell, a tab or the name of a file may hold what a terminal obeys: other colours,
another title, a line written over the one before.  Whatever is printed goes through
here, and a house test sees to it.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from almwp.cli.terminal import is_terminal, severity_word

if TYPE_CHECKING:
    from almwp.findings.rule import Severity

# The controls of both kinds, what turns text round, and what hides in it; a tab and a
# line feed are none.
_ORDERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb"
    r"\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile(r"\s*[\n\u2028\u2029]\s*")


def visible(words: str) -> str:
    r"""Return *words* with every order to a terminal as its number, such as ``\x1b``.

    What is no character at all is shown in the same way by the stream itself.
    """
    if words.isprintable():  # most words, and none of them is an order
        return words
    return _ORDERS.sub(_numbered, words.replace("\r\n", "\n"))


def on_one_line(words: str) -> str:
    """Return *words*, visible, on one line: a second could be taken for another's."""
    return _LINE_ENDS.sub(" ", visible(words))


def say(words: object, *, err: bool = False, nl: bool = True) -> None:
    """Print *words*; to standard error with *err*, without an end of line without *nl*.

    Ours hold no colour; those of a finding have one, and :func:`say_finding` says it.
    """
    click.echo(visible(str(words)), err=err, nl=nl)


def say_finding(
    at: object,
    severity: "Severity | str",
    named: str,
    words: str,
    *,
    err: bool = False,
) -> None:
    """Print a finding on one line, its severity in its colour.

    Args:
        at: Its place.
        severity: Its severity.
        named: What the severity is called in the reader's language.
        words: The rest: its code and what it says.
        err: Whether it goes to standard error.
    """
    place, rest = on_one_line(str(at)), on_one_line(words)
    coloured = severity_word(severity, visible(named))
    click.echo(f"{place}: {coloured} {rest}", err=err)


def hand_on(content: bytes) -> None:
    """Write *content* to standard output: as it is, but visible at a terminal."""
    if is_terminal(sys.stdout):
        content = visible(content.decode(errors="replace")).encode()
    click.echo(content, nl=False)


def table_of(
    rows: Iterable[Sequence[object]],
    headers: Sequence[str],
    widths: Sequence[int | None] | None = None,
) -> str:
    """Return a table in columns, its words visible before it is told how wide they are.

    Args:
        rows: Its rows.
        headers: The headings of its columns.
        widths: How wide a column may be at the most, where it may not be any width.
    """
    from tabulate import tabulate  # slow to import, needed only here

    shown = [[visible(str(cell)) for cell in row] for row in rows]
    heads = [visible(str(head)) for head in headers]
    return tabulate(shown, headers=heads, maxcolwidths=widths, disable_numparse=True)


def _numbered(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii").replace(r"\r", r"\x0d")
