"""Write a plan as JSON part by part: one of thousands of files is never whole text."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from almwp.codec.plain import encode
from almwp.codec.text import json_inside

_STEP = b"  "
_ROOM = 1 << 26
"""Bytes that are kept, at most, of records that will be written once more."""


def json_parts(record: Any, large: tuple[type, ...]) -> Iterator[bytes]:
    """Give the text of :func:`almwp.codec.text.to_json` in parts, as bytes.

    Args:
        record: The record.
        large: Its class, and those of records in it, whose lists are given item by
            item.
    """
    yield from _Parts(record, large).of(record, 0)
    yield b"\n"


class _Parts:
    """The parts of a record, of which some items stand in several lists.

    An activity that one file alone reports is in the plan and in what was sent, the
    very same: it is laid out once, and moved to where it stands the next time.
    """

    def __init__(self, record: Any, large: tuple[type, ...]) -> None:
        self._large = large
        counted = Counter(map(id, _items(record, large)))
        self._again = {each: count - 1 for each, count in counted.items() if count > 1}
        self._kept: dict[int, tuple[int, bytes]] = {}
        self._room = _ROOM

    def of(self, value: Any, depth: int) -> Iterator[bytes]:
        """Give the parts of *value*, which stands *depth* levels inside others."""
        if isinstance(value, self._large):
            yield from self._record(value, depth)
        elif isinstance(value, tuple) and depth:
            before = b"["
            for item in value:
                yield before + _line(depth + 1)
                if isinstance(item, self._large):
                    yield from self._record(item, depth + 1)
                else:
                    yield self._item(item, depth + 1)
                before = b","
            yield _line(depth) + b"]" if before == b"," else b"[]"
        else:
            yield json_inside(encode(value), depth)

    def _record(self, record: Any, depth: int) -> Iterator[bytes]:
        before = b"{"
        for field in attrs.fields(type(record)):
            value = getattr(record, field.name)
            if value != field.default:  # a fixed one: what is large is a tuple
                yield before + _line(depth + 1) + f'"{field.name}": '.encode()
                yield from self.of(value, depth + 1)
                before = b","
        yield _line(depth) + b"}" if before == b"," else b"{}"

    def _item(self, item: Any, depth: int) -> bytes:
        left = self._again.get(id(item), 0)
        stood, laid_out = self._kept.pop(id(item), (depth, b""))
        self._room += len(laid_out)
        if not laid_out or stood > depth:
            laid_out = json_inside(encode(item), depth)
        elif stood < depth:
            # A line ends nowhere in a text of JSON but between its values.
            laid_out = laid_out.replace(b"\n", _line(depth - stood))
        if left:
            self._again[id(item)] = left - 1
            if len(laid_out) <= self._room:
                self._room -= len(laid_out)
                self._kept[id(item)] = depth, laid_out
        return laid_out


def _items(record: Any, large: tuple[type, ...]) -> Iterator[Any]:
    """Give the items of all lists of *record* that are given item by item."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        items: Iterable[Any] = value if isinstance(value, tuple) else (value,)
        for item in items:
            if isinstance(item, large):
                yield from _items(item, large)
            else:
                yield item


def _line(depth: int) -> bytes:
    return b"\n" + _STEP * depth
