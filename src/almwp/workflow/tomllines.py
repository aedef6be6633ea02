"""Say in which line a user's own TOML file stops being TOML."""

import re

from almwp.codec.tomltext import NotTomlError

_LINE = re.compile(r"line (\d+)")


def line_of(error: NotTomlError, content: bytes) -> int:
    """Return the line of *content* that *error* names; the last, if it names none."""
    named = _LINE.search(str(error))
    return int(named[1]) if named else content.count(b"\n") + 1
