"""Write a plan as JSON part by part: one of thousands of files is never whole text."""

from collections.abc import Iterator
from typing import Any

import attrs

from almwp.codec.plain import encode
from almwp.codec.text import json_inside

_STEP = b"  "


def json_parts(record: Any, large: tuple[type, ...]) -> Iterator[bytes]:
    """Give the text of :func:`almwp.codec.text.to_json` in parts, as bytes.

    Args:
        record: The record.
        large: Its class, and those of records in it, whose lists are given item by
            item.
    """
    yield from _value(record, large, 0)
    yield b"\n"


def _record(record: Any, large: tuple[type, ...], depth: int) -> Iterator[bytes]:
    before = b"{"
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if value != field.default:  # a fixed one: what is large is a tuple
            yield before + _line(depth + 1) + f'"{field.name}": '.encode()
            yield from _value(value, large, depth + 1)
            before = b","
    yield _line(depth) + b"}" if before == b"," else b"{}"


def _value(value: Any, large: tuple[type, ...], depth: int) -> Iterator[bytes]:
    if isinstance(value, large):
        yield from _record(value, large, depth)
    elif isinstance(value, tuple) and depth:
        before = b"["
        for item in value:
            yield before + _line(depth + 1)
            yield from _value(item, large, depth + 1)
            before = b","
        yield _line(depth) + b"]" if before == b"," else b"[]"
    else:
        yield json_inside(encode(value), depth)


def _line(depth: int) -> bytes:
    return b"\n" + _STEP * depth
