"""Read records from TOML files, strictly, and name every fault."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from almwp.catalogue.frameworkfaults import faults_between, faults_in
from almwp.catalogue.successionentry import with_defaults
from almwp.catalogue.tomltable import read_table
from almwp.codec.fault import Fault
from almwp.codec.plain import decode
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
