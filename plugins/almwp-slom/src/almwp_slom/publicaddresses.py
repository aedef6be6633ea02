"""Addresses that anybody can look up, without what a sender wrote beside them."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from almwp.model.source import Source

_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'*+=%-]+")
_PUBLIC_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"
)
_PRIVATE = frozenset(
    (
        *("intranet", "internal", "intra", "local", "localhost", "localdomain"),
        *("lan", "corp", "home", "private"),
    )
)
"""Names within an address that only a ministry's own network knows."""


def public_sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources with a public address: that address, and its day."""
    found = []
    for source in sources:
        address = public_address(source.address)
        if address:
            found.append(Source(address=address, date=source.date))
    return tuple(dict.fromkeys(found))


def public_address(words: str) -> str:
    """Return the address of the web with which *words* begin; empty for none.

    What is glued to an address by a comma, a bracket or the like cannot be told from
    it: then there is none.
    """
    first, *_ = words.split(maxsplit=1) or [""]
    address = first.rstrip(";,.|")
    if not _ADDRESS.fullmatch(address):
        return ""
    try:
        parts = urlsplit(address)
        host, user = (parts.hostname or "").lower(), parts.username
    except ValueError:  # a port that is no number
        return ""
    is_public = user is None and _PUBLIC_HOST.fullmatch(host)
    is_private = not _PRIVATE.isdisjoint(host.split("."))
    return address if is_public and not is_private else ""
