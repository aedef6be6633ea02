"""Find what cannot be true of a framework, whoever wrote it down."""

from collections.abc import Iterator, Mapping
from typing import Any

from almwp.catalogue.successioncontradictions import Contradiction, clashes
from almwp.catalogue.successionshape import faults_of_shape
from almwp.codec.fault import Fault
from almwp.model.fields import squeeze
from almwp.model.folding import compose
from almwp.model.framework import Framework, FrameworkStatus

_CLASHES = {
    Contradiction.CLOSED_AND_GOES_ON: (
        "'{nodes}' is closed in one entry and goes on in another (successions[{other}])"
    ),
    Contradiction.NEW_AND_SUCCEEDS: (
        "'{nodes}' is new in one entry and has a predecessor in another "
        "(successions[{other}])"
    ),
    Contradiction.TWICE: "it says the same of '{nodes}' as successions[{other}]",
}


def faults_in(framework: Framework) -> tuple[Fault, ...]:
    """Return what cannot be true of *framework*, each with its key.

    A node stands on a lower level than its parents, so no node is above itself; a
    draft was not adopted; a succession has the nodes that its kind takes, and those of
    this framework exist.
    """
    return (
        *_about_adoption(framework),
        *_about_parent(framework),
        *_about_parents(framework),
        *_about_successions(framework),
    )


def faults_between(table: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Return where parts of a framework that is not yet read name what is not there.

    What is of the wrong kind is left to the codec, which says so.
    """
    levels = dict(_ids(table, "levels"))
    nodes = dict(_ids(table, "nodes"))
    faults = [*_twice(table, "levels"), *_twice(table, "nodes")]
    faults += [*_odd_ids(table, "levels"), *_odd_ids(table, "nodes")]
    for place, node in enumerate(_entries(table, "nodes")):
        level = node.get("level")
        if isinstance(level, str) and level not in levels:
            known = ", ".join(levels) or "none"
            message = f"there is no level '{level}' (known: {known})"
            faults.append(Fault(f"nodes[{place}].level", message))
        parents = node.get("parents")
        for parent in parents if isinstance(parents, list) else ():
            if isinstance(parent, str) and parent not in nodes:
                message = f"there is no node '{parent}'"
                faults.append(Fault(f"nodes[{place}].parents", message))
    return tuple(faults)


def _entries(table: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    entries = table.get(key)
    for entry in entries if isinstance(entries, list) else ():
        yield entry if isinstance(entry, Mapping) else {}


def _ids(table: Mapping[str, Any], key: str) -> Iterator[tuple[str, int]]:
    for place, entry in enumerate(_entries(table, key)):
        if isinstance(known := entry.get("id"), str):
            yield known, place


def _twice(table: Mapping[str, Any], key: str) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for known, place in _ids(table, key):
        other = first.setdefault(known, place)
        if other != place:
            message = f"'{known}' is the id of {key}[{other}] too"
            yield Fault(f"{key}[{place}].id", message)


def _odd_ids(table: Mapping[str, Any], key: str) -> Iterator[Fault]:
    """Find ids that look like others and are not the same."""
    for known, place in _ids(table, key):
        plain = squeeze(compose(known))
        if known != plain:
            message = (
                f"'{known}' has spaces or signs that are not seen; write '{plain}'"
            )
            yield Fault(f"{key}[{place}].id", message)


def _about_adoption(framework: Framework) -> Iterator[Fault]:
    is_draft = framework.status is FrameworkStatus.DRAFT
    if is_draft and (framework.adopted_by or framework.adopted_on):
        yield Fault("status", "a draft does not say when or by whom it was adopted")


def _about_parent(framework: Framework) -> Iterator[Fault]:
    if framework.parent == framework.id:
        yield Fault("parent", f"'{framework.id}' does not stand under itself")


def _about_parents(framework: Framework) -> Iterator[Fault]:
    depth = {level.id: place for place, level in enumerate(framework.levels)}
    of_node = {node.id: depth[node.level] for node in framework.nodes}
    for place, node in enumerate(framework.nodes):
        for parent in node.parents:
            if of_node[parent] >= of_node[node.id]:
                yield Fault(
                    f"nodes[{place}].parents",
                    f"'{parent}' stands on no higher level than '{node.id}'",
                )


def _about_successions(framework: Framework) -> Iterator[Fault]:
    for clash in clashes(framework.successions):
        named = ", ".join(clash.nodes)
        message = _CLASHES[clash.kind].format(nodes=named, other=clash.other)
        yield Fault(f"successions[{clash.place}]", message)
    known = {node.id for node in framework.nodes}
    for place, each in enumerate(framework.successions):
        for fault in faults_of_shape(each):
            yield Fault(f"successions[{place}].{fault.path}", fault.message)
        # The adopted text may have the id of the draft whose topics it takes up.
        is_from_draft = each.old_framework == each.new_framework
        is_left = each.old_framework == framework.id and not is_from_draft
        own: Mapping[str, tuple[str, ...]] = {
            "old": each.old if is_left else (),
            "new": each.new if each.new_framework == framework.id else (),
        }
        for side, nodes in own.items():
            for node in nodes:
                if node not in known:
                    message = f"'{node}' is no node of {framework.id}"
                    yield Fault(f"successions[{place}].{side}", message)
