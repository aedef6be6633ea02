"""The kit catches frameworks that do not keep their promises, each by its message."""

import itertools
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from almwp.catalogue.frameworks import framework_files
from almwp.model.framework import Framework, FrameworkStatus
from almwp.model.ids import FrameworkId, NodeId
from almwp.model.source import Basis, Source, Statement, Tally
from almwp.model.text import Text
from almwp.plugins.records import FrameworkSource
from almwp.testing.conformance import check_framework
from almwp.testing.samples import sample_framework

GOOD = sample_framework()
(OUTCOME, AREA) = GOOD.levels


def _source(load: Callable[[], Any]) -> FrameworkSource:
    return FrameworkSource(id=GOOD.id, title=str(GOOD.title), load=load)


def _changing() -> Callable[[], Framework]:
    numbers = itertools.count()
    return lambda: attrs.evolve(GOOD, note=str(next(numbers)))


def _nodes(**changed: Any) -> Framework:
    """The framework with its first node changed."""
    first = attrs.evolve(GOOD.nodes[0], **changed)
    return attrs.evolve(GOOD, nodes=(first, *GOOD.nodes[1:]))


STATEMENT = Statement(about="adoption", text=Text.of("adopted"), basis=Basis.CONFIRMED)
SILENT = Statement(about="adoption", text=Text(), basis=Basis.UNKNOWN)
TALLY = Tally(id="t", text=Text.of("projects"), total=3, basis=Basis.REPORTED)
UNSURE = attrs.evolve(TALLY, basis=Basis.INFERRED)


def test_a_good_framework_passes() -> None:
    check_framework(_source(sample_framework))


@pytest.mark.parametrize("file", framework_files(), ids=lambda file: file.name)
def test_packaged_frameworks_pass(file: Any) -> None:
    check_framework(FrameworkSource.from_toml(file))


@pytest.mark.parametrize(
    ("load", "message"),
    [
        (lambda: None, "NoneType instead of a Framework"),
        (_changing(), "two different frameworks"),
        (lambda: attrs.evolve(GOOD, id=FrameworkId("X")), "with the id 'X'"),
        (lambda: attrs.evolve(GOOD, title=Text()), "no title"),
        (lambda: attrs.evolve(GOOD, basis=Basis.CONFIRMED), "no source is given"),
        (
            lambda: attrs.evolve(GOOD, statements=(STATEMENT,)),
            "statement on adoption is called confirmed",
        ),
        (
            lambda: attrs.evolve(GOOD, statements=(SILENT,)),
            "the statement on adoption says nothing",
        ),
        (
            lambda: attrs.evolve(GOOD, nodes=(*GOOD.nodes, *GOOD.nodes)),
            "cannot be loaded: .* have the same id",
        ),
        (
            lambda: attrs.evolve(GOOD, tallies=(UNSURE, UNSURE)),
            "the id of the count t is given twice",
        ),
        (lambda: attrs.evolve(GOOD, tallies=(TALLY,)), "count t is called reported"),
        (lambda: _nodes(basis=Basis.CONFIRMED), "node O1 is called confirmed"),
        (
            lambda: attrs.evolve(
                GOOD, status=FrameworkStatus.DRAFT, adopted_by="somebody"
            ),
            "a draft says",
        ),
        (
            lambda: attrs.evolve(GOOD, levels=(attrs.evolve(OUTCOME, total=1), AREA)),
            "has 2 nodes, but 1 in all",
        ),
        (
            lambda: attrs.evolve(
                GOOD, levels=(attrs.evolve(OUTCOME, total=4, complete=True), AREA)
            ),
            "is complete but 2 miss",
        ),
        (lambda: _nodes(parents=(NodeId("A1"),)), "on no higher level"),
        (lambda: _nodes(parents=(NodeId("O1"),)), "on no higher level"),
    ],
)
def test_a_bad_framework_is_caught(load: Callable[[], Any], message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_framework(_source(load))


TRUSTED = Source(address="trust me")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (_nodes(title=Text()), "the node O1 has no title"),
        (_nodes(basis=Basis.CONFIRMED, sources=(TRUSTED,)), "'trust me' is neither"),
        (attrs.evolve(GOOD, sources=(TRUSTED,)), "'trust me' is neither an address"),
        (attrs.evolve(GOOD, status=FrameworkStatus.ADOPTED), "adopted, but has no so"),
        (
            attrs.evolve(
                GOOD,
                nodes=GOOD.nodes[:2],
                levels=(OUTCOME, attrs.evolve(AREA, complete=True)),
            ),
            "the level area is complete, but has no node",
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_claim_that_nobody_can_look_up_is_caught(
    changed: Framework, message: str
) -> None:
    with pytest.raises(AssertionError, match=message):
        check_framework(_source(lambda: changed))


def test_a_source_with_a_title_can_be_looked_up() -> None:
    paper = Source(address="Decision 161/QD-TTg", title="Decision of 2026")
    check_framework(_source(lambda: attrs.evolve(GOOD, sources=(paper,))))
