"""The tables of the TOML files that come with almwp, printed as JSON: quick to read.

Reading a file needs the words of all languages, fields and frameworks, some fifty
files, and to parse TOML takes thirty times as long as JSON.  ``tables.json`` is printed
from them by ``python -m almwp.testing.headings``.  A table is found by the fingerprint
of the text that it was printed from: that of a file that was changed is never taken.
"""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pkgutil import get_data
from typing import Any

FILE = "tables.json"


def printed_table(text: str) -> Mapping[str, Any] | None:
    """Return the table that a TOML *text* says; None where it is none of ours."""
    return _printed().get(fingerprint(text))


def fingerprint(text: str) -> str:
    """Return what tells *text* from any other."""
    return sha256(text.encode()).hexdigest()


@cache
def _printed() -> Mapping[str, Mapping[str, Any]]:
    printed: Mapping[str, Mapping[str, Any]] = json.loads(
        get_data("almwp.catalogue", FILE) or b"{}"
    )
    return printed
