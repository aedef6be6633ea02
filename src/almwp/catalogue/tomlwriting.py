"""Write a framework as TOML, in the form in which the packaged ones stand."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import fields

from almwp.codec.plain import encode
from almwp.model.framework import Framework

if TYPE_CHECKING:
    from tomlkit.items import AoT, Array, Item, Table

_TABLES = ("levels", "nodes", "statements", "tallies", "indicators", "successions")
"""What stands below, an entry under each heading such as ``[[nodes]]``."""
_WIDE = 88
"""A longer list stands on several lines."""


def framework_text(framework: Framework, about: Iterable[str] = ()) -> str:
    """Return *framework* as TOML that reads back the same.

    Args:
        framework: The framework.
        about: Lines that stand above it as a comment.
    """
    import tomlkit

    plain = encode(framework)
    if not isinstance(plain, dict):  # a framework is a record, which is a table
        raise AssertionError(plain)
    document = tomlkit.document()
    lines = tuple(about)
    for line in lines:
        document.add(tomlkit.comment(line))
    if lines:
        document.add(tomlkit.nl())
    below = [field.name for field in fields(Framework) if field.name in _TABLES]
    for key, value in plain.items():
        if key not in below:
            document.add(key, _item(value))
    for key in below:
        if entries := plain.get(key):
            document.add(key, _tables(entries))
    return tomlkit.dumps(document)


def _tables(entries: Any) -> "AoT":
    import tomlkit

    tables = tomlkit.aot()
    for entry in entries:
        tables.append(_table(entry))
    return tables


def _table(entry: Mapping[str, Any]) -> "Table":
    import tomlkit

    table = tomlkit.table()
    for key, value in entry.items():
        table.add(key, _item(value))
    return table


def _item(value: Any) -> "Item":
    """Return a value in one line, as far as lines reach."""
    import tomlkit

    if isinstance(value, dict):
        inline = tomlkit.inline_table()
        for key, part in value.items():
            inline.add(key, _item(part))
        return inline
    if isinstance(value, list):
        return _array(value)
    item: Item = tomlkit.item(value)
    return item


def _array(values: Iterable[Any]) -> "Array":
    import tomlkit

    array = tomlkit.array()
    for value in values:
        array.append(_item(value))
    return array.multiline(len(array.as_string()) > _WIDE)
