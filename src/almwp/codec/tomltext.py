"""TOML text to plain tables: whatever the text is, it is read or refused."""

import re
import tomllib
from typing import Any

_DEEPEST = 50
"""How deep lists and tables may stand in each other; honest files have five levels."""
_LONG_NUMBER = re.compile(r"[0-9](?:_?[0-9]){999}")
"""More digits than any number has; Python itself refuses some thousands."""

_LONG_KEY = re.compile(
    r"(?<![\w-])"
    r"(?:(?:[A-Za-z0-9_-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+)"
    rf"{{{_DEEPEST}}}"
)
"""More parts than any key has; the parser needs the square of them in memory."""


class NotTomlError(ValueError):
    """A text that is no TOML, or none that anybody would write."""


def toml_table(text: str) -> dict[str, Any]:
    """Read TOML text.

    Raises:
        NotTomlError: It is none, or is nested more deeply or has longer numbers than
            any honest file; the message names the line.
    """
    if _LONG_KEY.search(text):
        line = _line_of(text, _LONG_KEY)
        said = f"a key has more than {_DEEPEST} parts (at line {line})"
        raise NotTomlError(said)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotTomlError(str(error)) from None
    except RecursionError:
        raise _nested(text) from None
    except ValueError:  # Python's guard against numbers that take hours to read
        line = _line_of(text, _LONG_NUMBER)
        raise NotTomlError(f"a number has too many digits (at line {line})") from None
    if _is_deep(table):
        raise _nested(text)
    return table


def _nested(text: str) -> NotTomlError:
    """Say where lists or tables are nested too deeply: nobody does it by hand."""
    lines = text.split("\n")
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    said = f"lists and tables are nested too deeply (at line {longest + 1})"
    return NotTomlError(said)


def _line_of(text: str, pattern: re.Pattern[str]) -> int:
    found = pattern.search(text)
    return text.count("\n", 0, found.start() if found else None) + 1


def _is_deep(table: object) -> bool:
    """Say whether values stand deeper than any honest file has them."""
    level = [table]
    for _ in range(_DEEPEST):
        below: list[object] = []
        for value in level:
            if isinstance(value, dict):
                below += value.values()
            elif isinstance(value, list):
                below += value
        if not below:
            return False
        level = below
    return True
