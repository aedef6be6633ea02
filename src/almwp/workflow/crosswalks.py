"""Read the crosswalk of a call, and tell what of two frameworks it covers."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, field, frozen

from almwp.catalogue.successions import read_successions
from almwp.errors import CallError, UnknownNameError, UnreadableFileError
from almwp.model.fields import frozen_items
from almwp.model.framework import (
    Framework,
    Node,
    Role,
    Succession,
    SuccessionKind,
)
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.source import Basis
from almwp.plugins.registry import Plugins
from almwp.workflow.frameworkfiles import (
    is_framework_file,
    read_framework_file,
    with_framework,
)
from almwp.workflow.scoring import load_framework


def read_crosswalk(path: Path) -> tuple[Succession, ...]:
    """Read a crosswalk, or the successions of a framework of the user's own.

    Raises:
        UnreadableFileError: It is not there or cannot be opened.
        CallError: It says what cannot be meant; every fault is named.
    """
    if is_framework_file(path):
        return read_framework_file(path).framework.successions
    try:
        return read_successions(path)
    except OSError as error:
        raise UnreadableFileError(
            str(path),
            "the crosswalk could not be read ({problem})",
            problem=error.strerror or error,
        ) from error
    except ValueError as error:
        start = f"{path.name}: "
        said = [line.removeprefix(start) for line in str(error).splitlines()]
        raise CallError(
            "{path}: the crosswalk cannot be used: {faults}",
            path=path,
            faults="; ".join(said),
        ) from error


def crosswalk_in(
    path: Path, plugins: Plugins
) -> tuple[Plugins, tuple[Succession, ...]]:
    """Return the successions in a file, and plugins with the framework it describes.

    Raises:
        UnreadableFileError: It is not there or cannot be opened.
        CallError: It says what cannot be meant; every fault is named.
    """
    if is_framework_file(path):
        given = read_framework_file(path)
        return with_framework(plugins, given).plugins, given.framework.successions
    return plugins, read_crosswalk(path)


@frozen(kw_only=True)
class CoveredNode:
    """A node, and what a crosswalk says of it.

    Attributes:
        id: The node.
        number: Its number.
        title: Its title in English.
        level: Id of its level.
        kinds: What becomes of it, or how it came about; nothing where nobody says.
    """

    id: NodeId
    number: str
    title: str
    level: str
    kinds: tuple[SuccessionKind, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Coverage:
    """What a crosswalk says of the nodes of two frameworks.

    Attributes:
        old_framework: The framework before.
        new_framework: The framework after.
        successions: How many links there are.
        old: The nodes before; topics, which nobody adopted, are not among them.
        new: The nodes after, likewise.
        unknown: Names in the crosswalk that are no node; activities are not looked up.
        doubts: What does not fit together, or stands on nothing.
    """

    old_framework: FrameworkId
    new_framework: FrameworkId
    successions: int
    old: tuple[CoveredNode, ...] = field(default=(), converter=frozen_items)
    new: tuple[CoveredNode, ...] = field(default=(), converter=frozen_items)
    unknown: tuple[str, ...] = field(default=(), converter=frozen_items)
    doubts: tuple[str, ...] = field(default=(), converter=frozen_items)


def coverage_of(
    successions: Iterable[Succession], plugins: Plugins
) -> tuple[Coverage, ...]:
    """Return, for each pair of frameworks, which nodes have a succession and which not.

    Raises:
        UnknownNameError: A framework is named that nobody contributed.
    """
    pairs: dict[tuple[FrameworkId, FrameworkId], list[Succession]] = {}
    for each in successions:
        pair = (each.old_framework, each.new_framework)
        pairs.setdefault(pair, []).append(each)
    return tuple(
        _coverage(load_framework(old, plugins), load_framework(new, plugins), links)
        for (old, new), links in sorted(pairs.items())
    )


def _coverage(before: Framework, after: Framework, links: list[Succession]) -> Coverage:
    old: dict[str, list[SuccessionKind]] = {}
    new: dict[str, list[SuccessionKind]] = {}
    for each in links:
        for name in each.old:
            old.setdefault(name, []).append(each.kind)
        for name in each.new:
            new.setdefault(name, []).append(each.kind)
    if before.id == after.id:  # The draft that had this id is known no more.
        old = {}
        before = evolve(before, nodes=(), successions=())
    return Coverage(
        old_framework=before.id,
        new_framework=after.id,
        successions=len(links),
        old=_covered(before, old),
        new=_covered(after, new),
        unknown=(*_strange(before, old), *_strange(after, new)),
        doubts=(*_contradicting(old, new), *_standing_on_nothing(links)),
    )


def _covered(
    framework: Framework, said: dict[str, list[SuccessionKind]]
) -> Iterator[CoveredNode]:
    for node in framework.nodes:
        if framework.role_of(node) is Role.TOPIC and node.id not in said:
            continue
        yield _node(node, said.get(node.id, []))


def _node(node: Node, kinds: list[SuccessionKind]) -> CoveredNode:
    return CoveredNode(
        id=node.id,
        number=node.number,
        title=str(node.title),
        level=node.level,
        kinds=dict.fromkeys(kinds),
    )


def _strange(
    framework: Framework, said: Iterable[NodeId | ActivityId | str]
) -> Iterator[str]:
    known = {str(node.id) for node in framework.nodes}
    for name in said:
        # An activity is named by its sender and its number, such as VN:1.2.
        if name not in known and ":" not in name:
            yield f"{framework.id}: {name}"


def _contradicting(
    old: dict[str, list[SuccessionKind]], new: dict[str, list[SuccessionKind]]
) -> Iterator[str]:
    for name, kinds in old.items():
        if len(kinds) > 1 and SuccessionKind.CLOSED in kinds:
            yield f"{name} is closed and goes on: {_several(kinds)}"
        elif kinds.count(SuccessionKind.CONTINUES) > 1:
            yield f"{name} continues more than once"
    for name, kinds in new.items():
        if len(kinds) > 1 and SuccessionKind.NEW in kinds:
            yield f"{name} is new and comes from another: {_several(kinds)}"


def _several(kinds: Iterable[SuccessionKind]) -> str:
    return ", ".join(dict.fromkeys(map(str, kinds)))


def _standing_on_nothing(links: Iterable[Succession]) -> Iterator[str]:
    for each in links:
        if each.basis in (Basis.CONFIRMED, Basis.REPORTED) and not each.sources:
            named = ", ".join(each.old or each.new)
            yield f"{named}: {each.kind} is {each.basis}, but no source is named"


def of_framework(
    successions: Iterable[Succession], framework: str
) -> tuple[Succession, ...]:
    """Return the successions from or to a framework.

    Raises:
        UnknownNameError: There is none.
    """
    given = tuple(successions)
    own = tuple(
        each for each in given if framework in (each.old_framework, each.new_framework)
    )
    if given and not own:
        known = sorted(
            {name for e in given for name in (e.old_framework, e.new_framework)}
        )
        raise UnknownNameError("framework of this crosswalk", framework, tuple(known))
    return own
