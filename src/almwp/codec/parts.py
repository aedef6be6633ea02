"""Write a plan as JSON part by part: one of thousands of files is never whole text."""

from collections.abc import Iterator
from typing import Any

import attrs

from almwp.codec.plain import encode
from almwp.codec.text import json_text

_STEP = "  "


def json_parts(record: Any, large: tuple[type, ...]) -> Iterator[str]:
    """Give the text of :func:`almwp.codec.text.to_json` in parts.

    Args:
        record: The record.
        large: Its class, and those of records in it, whose lists are given item by
            item.
    """
    yield from _record(record, large, "")
    yield "\n"


def _record(record: Any, large: tuple[type, ...], margin: str) -> Iterator[str]:
    inner, before = margin + _STEP, "{"
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if value != field.default:  # a fixed one: what is large is a tuple
            yield f'{before}\n{inner}"{field.name}": '
            yield from _value(value, large, inner)
            before = ","
    yield f"\n{margin}}}" if before == "," else "{}"


def _value(value: Any, large: tuple[type, ...], margin: str) -> Iterator[str]:
    if isinstance(value, large):
        yield from _record(value, large, margin)
    elif isinstance(value, tuple):
        inner, before = margin + _STEP, "["
        for item in value:
            yield f"{before}\n{inner}{_text(item, inner)}"
            before = ","
        yield f"\n{margin}]" if before == "," else "[]"
    else:
        yield _text(value, margin)


def _text(value: object, margin: str) -> str:
    """Return a whole value; a line feed in a text is none in JSON."""
    return json_text(encode(value)).rstrip("\n").replace("\n", f"\n{margin}")
