"""Read the crosswalk of a call, and tell what of two frameworks it covers."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, field, frozen

from almwp.catalogue.frameworks import framework_ids
from almwp.catalogue.successions import read_successions
from almwp.errors import (
    CallError,
    Translate,
    UnknownNameError,
    UnreadableFileError,
    in_english,
    listed,
    shown,
    system_problem,
)
from almwp.model.fields import frozen_items
from almwp.model.framework import (
    Framework,
    Node,
    Role,
    Succession,
    SuccessionKind,
)
from almwp.model.ids import FrameworkId, NodeId
from almwp.plan.crosswalkdoubts import CrosswalkCheck
from almwp.plugins.registry import Plugins
from almwp.workflow.bytereading import settings_bytes
from almwp.workflow.carryoverperiods import draft_of
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
        settings_bytes(path)  # a pipe, say, would never end
        return read_successions(path)
    except OSError as error:
        raise UnreadableFileError(
            str(path),
            "the crosswalk could not be read ({problem})",
            problem=system_problem(error),
        ) from error
    except ValueError as error:
        start = f"{path.name}: "
        said = [line.removeprefix(start) for line in str(error).splitlines()]
        raise CallError(
            "{path}: the crosswalk cannot be used: {faults}",
            path=path,
            faults=listed([str(shown(line)) for line in said]),
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
        title: Its title.
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
        old: The nodes before; topics, which nobody adopted, only those of the draft
            that the framework after was.
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
    successions: Iterable[Succession],
    plugins: Plugins,
    translate: Translate = in_english,
    language: str = "en",
) -> tuple[Coverage, ...]:
    """Return, for each pair of frameworks, which nodes have a succession and which not.

    Args:
        successions: The crosswalk.
        plugins: Those that are loaded.
        translate: Into the language of the doubts.
        language: That of the titles.

    Raises:
        UnknownNameError: A framework is named that nobody contributed.
    """
    pairs: dict[tuple[FrameworkId, FrameworkId], list[Succession]] = {}
    for each in successions:
        pair = (each.old_framework, each.new_framework)
        pairs.setdefault(pair, []).append(each)
    return tuple(
        _coverage(
            load_framework(old, plugins),
            load_framework(new, plugins),
            links,
            translate,
            language,
        )
        for (old, new), links in sorted(pairs.items())
    )


def _coverage(
    named: Framework,
    after: Framework,
    links: list[Succession],
    translate: Translate,
    language: str,
) -> Coverage:
    before = framework_before(named, after)
    old: dict[str, list[SuccessionKind]] = {}
    new: dict[str, list[SuccessionKind]] = {}
    for each in links:
        for name in each.old:
            old.setdefault(name, []).append(each.kind)
        for name in each.new:
            new.setdefault(name, []).append(each.kind)
    check = CrosswalkCheck(before=before, after=after, translate=translate)
    doubts = tuple(check.doubts(links))
    # On the topics of a draft hang proposals: each of them needs an answer.
    is_draft = named.id == after.id
    return Coverage(
        old_framework=before.id,
        new_framework=after.id,
        successions=len(links),
        old=_covered(before, old, language, with_topics=is_draft),
        new=_covered(after, new, language),
        unknown=dict.fromkeys(each.unknown for each in doubts if each.unknown),
        doubts=[each.words for each in doubts if not each.unknown],
    )


def framework_before(named: Framework, after: Framework) -> Framework:
    """Return the framework that an entry names as the one before.

    The adopted text may have the id of the draft whose topics it takes up.
    """
    if named.id != after.id:
        return named
    if draft := draft_of(after):
        return draft
    is_draft = after.id in framework_ids()
    return after if is_draft else evolve(after, nodes=(), successions=())


def _covered(
    framework: Framework,
    said: dict[str, list[SuccessionKind]],
    language: str,
    *,
    with_topics: bool = False,
) -> Iterator[CoveredNode]:
    for node in framework.nodes:
        is_topic = framework.role_of(node) is Role.TOPIC
        if is_topic and not with_topics and node.id not in said:
            continue
        yield _node(node, said.get(node.id, []), language)


def _node(node: Node, kinds: list[SuccessionKind], language: str) -> CoveredNode:
    return CoveredNode(
        id=node.id,
        number=node.number,
        title=node.title.in_(language),
        level=node.level,
        kinds=dict.fromkeys(kinds),
    )


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
