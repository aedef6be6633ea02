"""Read a cell of several lines, each of which is a text of its own."""

from almwp.intake.bullets import is_bulleted, without_bullet
from almwp.model.fields import squeeze


def lines_in(text: str) -> tuple[str, ...]:
    """Return the lines of a cell, without bullets, each a text of its own.

    Where the first line has a bullet, one without goes on with the line before it.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    found: list[str] = []
    is_list = bool(lines) and is_bulleted(lines[0])
    for line in lines:
        words = squeeze(without_bullet(line))
        if is_list and found and not is_bulleted(line):
            found[-1] = f"{found[-1]} {words}"
        elif words:
            found.append(words)
    return tuple(found)
