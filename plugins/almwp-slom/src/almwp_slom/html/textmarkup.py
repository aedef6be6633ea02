"""Text as markup: all of it stays text, but addresses of web pages become links."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from almwp.exporting.characters import harmless, lines

_ADDRESS = re.compile(r"""https?://[^\s<>"'`{}|\\^\ufffd]+""", re.IGNORECASE)
_AFTER = ".,;:!?…"
_CLOSING = {")": "(", "]": "["}
_BREAK = Markup("<br>")
_LINK = Markup('<a href="{}" rel="noopener noreferrer">{}</a>')


def one_line(text: str) -> str:
    """Return *text*, harmless, in one line."""
    return " ".join(harmless(text).split())


@lru_cache(maxsize=10_000)  # the same words come in thousands of cells
def flowing(text: str) -> Markup:
    """Return *text* with its line breaks; addresses of web pages become links."""
    if text.isprintable() and "://" not in text:  # as most: one line, and no address
        return escape(" ".join(text.split()))
    said = (" ".join(line.split()) for line in lines(text))
    return _BREAK.join(_linked(line) for line in said if line)


def _linked(line: str) -> Markup:
    if "://" not in line:
        return escape(line)
    parts: list[Markup] = []
    end = 0
    for found in _ADDRESS.finditer(line):
        address = _without_what_follows(found[0])
        if not _is_address(address):
            continue
        parts.append(escape(line[end : found.start()]))
        parts.append(_LINK.format(address, address))
        end = found.start() + len(address)
    parts.append(escape(line[end:]))
    return Markup("").join(parts)


def _without_what_follows(address: str) -> str:
    """Leave off the signs at the end that belong to the sentence."""
    while address:
        last = address[-1]
        opening = _CLOSING.get(last)
        is_odd = opening and address.count(last) > address.count(opening)
        if last not in _AFTER and not is_odd:
            break
        address = address[:-1]
    return address


def _is_address(address: str) -> bool:
    """Say whether an address leads where it seems to.

    The name of a user, as in ``https://asean.org@example.org``, or letters that only
    look like ours hide where that is: such an address stays text.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    host = parts.hostname or ""
    is_open = bool(host) and host.isascii() and "@" not in parts.netloc
    return is_open and parts.scheme.lower() in ("http", "https")
