"""Ids and titles of what is packaged, printed from its files: quick to list.

Every start lists the frameworks and languages, and most read few of them.  The file
``headings.json`` is printed from their own files by ``python -m
almwp.testing.headings``; a test keeps it in step.
"""

import json
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data

FILE = "headings.json"


def framework_headings() -> Mapping[str, str]:
    """Return the English title of each packaged framework by its id."""
    return _printed()["frameworks"]


def language_headings() -> Mapping[str, str]:
    """Return each packaged language's own name for itself by its code."""
    return _printed()["languages"]


@cache
def _printed() -> Mapping[str, Mapping[str, str]]:
    printed: Mapping[str, Mapping[str, str]] = json.loads(
        get_data("almwp.catalogue", FILE) or b""
    )
    return printed
