"""Crosswalks are read strictly, and what they cover is told."""

from pathlib import Path

import pytest
from attrs import evolve

from almwp.catalogue.frameworks import framework
from almwp.errors import CallError, UnknownNameError, UnreadableFileError
from almwp.model.framework import Succession, SuccessionKind
from almwp.model.ids import FrameworkId, NodeId
from almwp.model.source import Basis, Source
from almwp.workflow.crosswalks import coverage_of, of_framework, read_crosswalk
from almwp.workflow.session import Session

OLD, NEW = FrameworkId("ALM-WP-2016-2020"), FrameworkId("ALM-WP-2021-2025")
TOP = f'old_framework = "{OLD}"\nnew_framework = "{NEW}"\n'


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "crosswalk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def link(kind: SuccessionKind, old: str = "", new: str = "") -> Succession:
    return Succession(
        kind=kind,
        old_framework=OLD,
        new_framework=NEW,
        old=tuple(map(NodeId, old.split())),
        new=tuple(map(NodeId, new.split())),
        basis=Basis.INFERRED,
    )


def test_an_entry_takes_the_frameworks_from_the_top(tmp_path: Path) -> None:
    text = f"""{TOP}
[[successions]]
kind = "splits"
old = ["1"]
new = ["1", "2"]
basis = "reported"
sources = [{{ address = "https://example.org/" }}]
note = "made up"

[[successions]]
kind = "new"
old_framework = "OTHER"
new = ["3"]
basis = "inferred"
"""
    first, second = read_crosswalk(written(tmp_path, text))
    assert first == evolve(
        link(SuccessionKind.SPLITS_INTO, "1", "1 2"),
        basis=Basis.REPORTED,
        sources=[Source(address="https://example.org/")],
        note="made up",
    )
    assert (second.old_framework, second.new_framework) == ("OTHER", NEW)


BAD = {
    "": "successions: it is missing",
    "successions = 3": "successions: it is missing",
    'kind = "new"': "kind: there is no such key",
    '[[successions]]\nkind = "new"\nnew = ["1"]': "successions[0].basis: it is missing",
    '[[successions]]\nkind = "new"\nbasis = "inferred"': "'new' takes 1 or more here",
    '[[successions]]\nkind = "gone"\nbasis = "inferred"': "kind: expected one of",
    '[[successions]]\nkind = "new"\nnew = "1"\nbasis = "inferred"': "new: expected a",
    "[[successions]]\nkind = new": "it is not TOML",
}


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_crosswalk_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(CallError, match="the crosswalk cannot be used") as refused:
        read_crosswalk(written(tmp_path, TOP + text))
    assert BAD[text] in str(refused.value)
    assert refused.value.exit_code == 2


def test_every_fault_is_named(tmp_path: Path) -> None:
    entry = '[[successions]]\nkind = "closed"\nnew = ["1"]\nbasis = "inferred"\n'
    with pytest.raises(CallError) as refused:
        read_crosswalk(written(tmp_path, TOP + entry + entry))
    for fault in ("[0].old", "[0].new", "[1].old", "[1].new"):
        assert f"successions{fault}" in str(refused.value)


def test_a_file_that_is_not_there_is_another_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        read_crosswalk(tmp_path / "nowhere.toml")


def test_nodes_with_a_succession_are_told_from_those_without(session: Session) -> None:
    links = [
        link(SuccessionKind.CONTINUES, "1", "1"),
        link(SuccessionKind.SPLITS_INTO, "2", "2 3"),
        link(SuccessionKind.NEW, "", "4"),
    ]
    (found,) = coverage_of(links, session.plugins)
    assert [n.id for n in found.old] == [n.id for n in framework(OLD).nodes]
    assert {n.id: n.kinds for n in found.old if n.kinds} == {
        "1": (SuccessionKind.CONTINUES,),
        "2": (SuccessionKind.SPLITS_INTO,),
    }
    told = {n.id: n.kinds for n in found.new if n.kinds}
    assert told[NodeId("3")] == (SuccessionKind.SPLITS_INTO,)
    assert told[NodeId("4")] == (SuccessionKind.NEW,)
    assert (found.successions, found.unknown, found.doubts) == (3, (), ())


def test_names_that_are_no_node_are_told_and_activities_are_not(
    session: Session,
) -> None:
    links = [link(SuccessionKind.CONTINUES, "99", "VN:1.2")]
    (found,) = coverage_of(links, session.plugins)
    assert found.unknown == (f"{OLD}: 99",)


def test_what_does_not_fit_together_is_doubted(session: Session) -> None:
    links = [
        link(SuccessionKind.CLOSED, "1"),
        link(SuccessionKind.CONTINUES, "1", "2"),
        link(SuccessionKind.NEW, "", "2"),
        evolve(link(SuccessionKind.CLOSED, "2"), basis=Basis.REPORTED),
    ]
    (found,) = coverage_of(links, session.plugins)
    assert found.doubts == (
        "1 is closed and goes on: closed, continues",
        "2 is new and comes from another: continues, new",
        "2: closed is reported, but no source is named",
    )


def test_each_pair_of_frameworks_is_told_by_itself(session: Session) -> None:
    other = evolve(
        link(SuccessionKind.CLOSED, "1"), old_framework=NEW, new_framework=OLD
    )
    links = [link(SuccessionKind.CLOSED, "1"), other]
    found = coverage_of(links, session.plugins)
    assert [(c.old_framework, c.new_framework) for c in found] == [
        (OLD, NEW),
        (NEW, OLD),
    ]
    with pytest.raises(UnknownNameError):
        of_framework(links, "ALM-WP-2026-2030")
    unknown = [evolve(other, old_framework=FrameworkId("NOWHERE"))]
    with pytest.raises(UnknownNameError):
        coverage_of(unknown, session.plugins)
