"""Endings of file names that a reader takes, such as ``*.xlsx``."""

from collections.abc import Iterable
from typing import Any

from attrs import Attribute


def frozen_patterns(items: Iterable[str]) -> tuple[str, ...]:
    """Freeze *items*; one text alone would be taken for a list of its letters."""
    if isinstance(items, str):
        raise TypeError(f"patterns are a list such as ('*.csv',), not {items!r}")
    return tuple(items)


def are_patterns(_: object, __: "Attribute[Any]", value: tuple[object, ...]) -> None:
    """Refuse a pattern that is no text or an empty one."""
    for pattern in value:
        if not isinstance(pattern, str) or not pattern:
            raise TypeError(f"a pattern is a text such as '*.csv', not {pattern!r}")
