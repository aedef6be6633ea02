"""Of what type the fields of a record are, found once for each class."""

import typing
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs

_TYPES: dict[type[Any], Mapping[str, Any]] = {}
_HELD: dict[type[Any], frozenset[type[Any]]] = {}


def types_of(record: type[Any]) -> Mapping[str, Any]:
    """Return the type of each field of *record*, by its name."""
    if record not in _TYPES:
        _TYPES[record] = MappingProxyType(typing.get_type_hints(record))
    return _TYPES[record]


def records_in(record: type[Any]) -> frozenset[type[Any]]:
    """Return the classes of records that a *record* may hold, at any depth."""
    if record not in _HELD:
        _HELD[record] = frozenset(_found_in(record))
    return _HELD[record]


def _found_in(record: type[Any]) -> set[type[Any]]:
    found: set[type[Any]] = set()
    waiting = [record]
    while waiting:
        for hint in types_of(waiting.pop()).values():
            held = set(_records(hint)) - found
            found |= held
            waiting += held
    return found


def _records(hint: Any) -> Iterator[type[Any]]:
    if isinstance(hint, type) and attrs.has(hint):
        yield hint
    for argument in typing.get_args(hint):
        yield from _records(argument)
