"""What every framework promises."""

import re
from collections.abc import Iterator

from almwp.model.framework import Framework, FrameworkStatus
from almwp.model.source import Basis, Source
from almwp.model.text import Text
from almwp.plugins.records import FrameworkSource

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit


def check_framework(source: FrameworkSource) -> None:
    """Check *source* against the promises that every framework makes.

    Raises:
        AssertionError: Naming the promise that is not kept.
    """
    framework = _loaded(source)
    got = type(framework).__name__
    assert isinstance(framework, Framework), f"load gave {got} instead of a Framework"
    assert _loaded(source) == framework, "load gave two different frameworks"
    same = framework.id == source.id
    assert same, f"{source.id!r} gave a framework with the id {framework.id!r}"
    assert framework.title, "the framework has no title"
    for what, basis, sources in _claims(framework):
        stands = basis in (Basis.INFERRED, Basis.UNKNOWN) or sources
        assert stands, f"{what} is called {basis}, but no source is given"
    if framework.status is FrameworkStatus.DRAFT:
        adopted = framework.adopted_on or framework.adopted_by
        assert not adopted, "a draft says when or by whom it was adopted"
    for statement in framework.statements:
        says = _has_words(statement.text)
        assert says, f"the statement on {statement.about} says nothing"
    if framework.status is FrameworkStatus.ADOPTED:
        assert framework.sources, "the framework is called adopted, but has no source"
    for each in _sources(framework):
        found = _ADDRESS.match(each.address) or each.title
        assert found, (
            f"the source {each.address!r} is neither an address nor has it a title, so "
            "nobody can look it up"
        )
    for node in framework.nodes:
        assert _has_words(node.title), f"the node {node.id} has no title"
    _check_ids(framework)
    _check_levels(framework)
    _check_parents(framework)


def _loaded(source: FrameworkSource) -> object:
    try:
        return source.load()
    except ValueError as error:  # what a framework never is, or a fault of its file
        raise AssertionError(f"the framework cannot be loaded: {error}") from error


def _sources(framework: Framework) -> Iterator[Source]:
    yield from framework.sources
    for node in framework.nodes:
        yield from node.sources
    for statement in framework.statements:
        yield from statement.sources
    for tally in framework.tallies:
        yield from tally.sources


def _has_words(text: Text) -> bool:
    return any(words.strip() for _, words in text.forms)


def _check_ids(framework: Framework) -> None:
    """Check the counts; nodes and levels of one id are none that can be loaded."""
    ids = [tally.id for tally in framework.tallies]
    several = next((each for each in ids if ids.count(each) > 1), None)
    assert several is None, f"the id of the count {several} is given twice"


def _claims(framework: Framework) -> Iterator[tuple[str, Basis, tuple[Source, ...]]]:
    """Return what is claimed; a node may lean on the sources of the framework."""
    yield "the framework", framework.basis, framework.sources
    for statement in framework.statements:
        yield f"the statement on {statement.about}", statement.basis, statement.sources
    for tally in framework.tallies:
        yield f"the count {tally.id}", tally.basis, tally.sources
    for node in framework.nodes:
        yield f"the node {node.id}", node.basis, node.sources or framework.sources


def _check_levels(framework: Framework) -> None:
    for level in framework.levels:
        given = sum(node.level == level.id for node in framework.nodes)
        assert level.total is None or given <= level.total, (
            f"the level {level.id} has {given} nodes, but {level.total} in all"
        )
        assert given or not level.complete or level.total == 0, (
            f"the level {level.id} is complete, but has no node"
        )
        if level.complete and level.total is not None:
            missing = level.total - given
            assert not missing, f"the level {level.id} is complete but {missing} miss"


def _check_parents(framework: Framework) -> None:
    places = {level.id: place for place, level in enumerate(framework.levels)}
    for node in framework.nodes:
        for parent in filter(None, map(framework.node, node.parents)):
            higher = places[parent.level] < places[node.level]
            assert higher, f"{parent.id} stands above {node.id}, but on no higher level"
