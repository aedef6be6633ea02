"""Read records from TOML files, strictly, and name every fault."""

from collections.abc import Mapping
from datetime import date, datetime
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from almwp.catalogue.frameworkfaults import faults_between, faults_in
from almwp.catalogue.successionentry import with_defaults
from almwp.codec.fault import Fault
from almwp.codec.plain import decode
from almwp.codec.tomltext import NotTomlError, toml_table
from almwp.model.framework import Framework

R = TypeVar("R")


def read_framework(resource: Traversable) -> Framework:
    """Read a framework.

    Raises:
        ValueError: The file is not a framework; the message lists every fault.
    """
    table = dict(_with_weights(read_table(resource)))
    entries = table.get("successions")
    if isinstance(entries, list):
        given = {"new_framework": table["id"]} if "id" in table else {}
        table["successions"] = [with_defaults(entry, given) for entry in entries]
    framework, faults = decode(Framework, table)
    if between := faults_between(table):  # The record says only that there is one.
        faults = (*(fault for fault in faults if fault.path), *between)
    elif framework is not None:
        faults = faults_in(framework)
    if framework is None or faults:
        raise ValueError("\n".join(_said(resource.name, "", f) for f in faults))
    return framework


def read_heading(resource: Traversable) -> tuple[str, str]:
    """Return id and English title of a framework without reading the rest of it.

    Raises:
        ValueError: The file has no id or no title.
    """
    heading = read_top(resource)
    known, titles = heading.get("id"), heading.get("title")
    words = titles if isinstance(titles, dict) else {}
    title = words.get("en") or next(iter(words.values()), "")
    if not (isinstance(known, str) and known and isinstance(title, str) and title):
        raise ValueError(f"{resource.name}: it begins with no id and title")
    return known, title


def read_records(resource: Traversable, key: str, cls: type[R]) -> tuple[R, ...]:
    """Read the records that stand in a file under *key*.

    Raises:
        ValueError: They cannot be read; the message lists every fault.
    """
    entries = read_table(resource).get(key)
    if not isinstance(entries, list):
        raise ValueError(f"{resource.name}: there is no list of {key}")
    return tuple(
        record_of(resource, cls, entry, f"{key}[{index}].")
        for index, entry in enumerate(entries)
    )


def read_table(resource: Traversable) -> Mapping[str, Any]:
    """Read a TOML file; days need no quotation marks in it.

    Raises:
        ValueError: It is not TOML in UTF-8.
    """
    return _parsed(resource.name, _text(resource))


def read_top(resource: Traversable) -> Mapping[str, Any]:
    """Read what stands above the first table of a TOML file, which is quick.

    Raises:
        ValueError: It is not TOML in UTF-8.
    """
    text = _text(resource)
    above, table, _ = text.partition("\n[")
    try:
        return _parsed(resource.name, above)
    except ValueError:
        if not table:
            raise
        return _parsed(resource.name, text)  # the bracket was not that of a table


def _text(resource: Traversable) -> str:
    try:  # Windows' Notepad may begin a file with a byte order mark
        return resource.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{resource.name}: it is not saved as UTF-8") from None


def _parsed(name: str, text: str) -> Mapping[str, Any]:
    try:
        parsed: Mapping[str, Any] = _plain(toml_table(text))
    except NotTomlError as error:
        raise ValueError(f"{name}: it is not TOML: {error}") from None
    return parsed


def _plain(value: Any) -> Any:
    """Return *value* with days as text, as the model's own JSON has them."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return value


def _with_weights(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a framework whose whole weights need no quotation marks."""
    nodes = table.get("nodes")
    if not isinstance(nodes, list):
        return table
    return {**table, "nodes": [*map(_with_weight, nodes)]}


def _with_weight(node: Any) -> Any:
    weight = node.get("weight") if isinstance(node, dict) else None
    if isinstance(weight, int) and not isinstance(weight, bool):
        return {**node, "weight": str(weight)}
    return node


def record_of(resource: Traversable, cls: type[R], plain: Any, where: str) -> R:
    """Return the record of *cls* that plain values say, which stand at *where*.

    Raises:
        ValueError: They do not; the message lists every fault.
    """
    record, faults = decode(cls, plain)
    if record is None:
        raise ValueError("\n".join(_said(resource.name, where, f) for f in faults))
    return record


def _said(name: str, where: str, fault: Fault) -> str:
    path = f"{where}{fault.path}".rstrip(".")
    return f"{name}: {path}: {fault.message}" if path else f"{name}: {fault.message}"
