"""What the terminal can do: colours where they are wanted, lines that go away again."""

import os
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from almwp.findings.rule import Severity

COLOURS = {"error": "red", "warning": "yellow"}
"""The severities that have a colour."""


def wants_colours() -> bool | None:
    """Say whether colours are shown: False for never, None where there is a terminal.

    ``NO_COLOR`` forbids them, whatever it says, and so does a terminal that says of
    itself that it is dumb.
    """
    return False if "NO_COLOR" in os.environ or _is_dumb() else None


def severity_word(severity: "Severity | str", words: str) -> str:
    """Return *words* in the colour of *severity*, if that has one.

    :func:`click.echo` takes the colour away again where it is not wanted.
    """
    colour = COLOURS.get(severity)
    return click.style(words, fg=colour) if colour else words


def can_rewrite(stream: TextIO) -> bool:
    """Say whether a line on *stream* can be written over, as that of a bar is."""
    return is_terminal(stream) and not _is_dumb()


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether somebody looks at *stream*; a window has none at all."""
    return stream is not None and stream.isatty()


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"


def width() -> int:
    """Return how many characters fit on a line of the terminal."""
    import shutil

    return shutil.get_terminal_size().columns
