"""A framework in TOML is looked at like one in a workbook; all of it is invented."""

from pathlib import Path

import pytest

from almwp.catalogue.frameworkdoubts import doubts_in
from almwp.catalogue.frameworks import framework, framework_ids
from almwp.catalogue.tomlfile import read_framework

TOP = """\
id = "X-1"
title = { en = "X" }
kind = "plan"
status = "adopted"
basis = "inferred"
PARENT
[[levels]]
id = "o"
name = { en = "O" }
role = "outcome"
LEVEL
"""
NODE = """
[[nodes]]
id = "{id}"
level = "o"
title = {{ en = "T {id}" }}
basis = "inferred"
{more}
"""
LINK = """
[[successions]]
kind = "{kind}"
old_framework = "OLD"
old = {old}
new = {new}
basis = "inferred"
"""


def text(*nodes: str, parent: str = "", level: str = "", links: str = "") -> str:
    return (
        TOP.replace("PARENT", parent).replace("LEVEL", level) + "".join(nodes) + links
    )


def node(known: str, more: str = "") -> str:
    return NODE.format(id=known, more=more)


def read(content: str, tmp_path: Path) -> list[str]:
    """Return what is doubtful, each by its key."""
    path = tmp_path / "x.toml"
    path.write_text(content, encoding="utf-8")
    return [doubt.path for doubt in doubts_in(read_framework(path), framework_ids())]


ONE = 'number = "1"'
DOUBTFUL = {
    "nodes[1].number": text(node("a", ONE), node("b", ONE)),
    "nodes[0].bodies": text(node("a", 'bodies = ["NOBODY"]')),
    "bodies": text(node("a"), parent='bodies = ["NOBODY"]'),
    "parent": text(node("a"), parent='parent = "NOPE"'),
    "levels[0].total": text(node("a"), level="total = 2\ncomplete = true"),
}


@pytest.mark.parametrize("path", DOUBTFUL)
def test_what_is_doubtful_is_named_by_its_key(path: str, tmp_path: Path) -> None:
    assert read(DOUBTFUL[path], tmp_path) == [path]


def test_more_nodes_than_said_are_doubtful_and_fewer_are_not(tmp_path: Path) -> None:
    few = text(node("a"), level="total = 2")
    many = text(node("a"), node("b"), level="total = 1")
    assert read(few, tmp_path) == []
    assert read(many, tmp_path) == ["levels[0].total"]


@pytest.mark.parametrize("name", framework_ids())
def test_nothing_is_doubtful_in_what_comes_with_almwp(name: str) -> None:
    known = next(framework(each) for each in framework_ids() if each == name)
    assert [d.said() for d in doubts_in(known, framework_ids())] == []


CLOSED = LINK.format(kind="closed", old='["1"]', new="[]")
NEW = LINK.format(kind="new", old="[]", new='["a"]')
ON = LINK.format(kind="continues", old='["1"]', new='["a"]')
REFUSED = {
    "itself above it": (text(node("a"), parent='parent = "X-1"'), "under itself"),
    "spaces": (text(node(" a"), node("b")), "write 'a'"),
    "decomposed": (text(node("e\u0301")), "signs that are not seen"),
    "closed and on": (text(node("a"), links=CLOSED + ON), "closed in one entry"),
    "new and on": (text(node("a"), links=NEW + ON), "new in one entry"),
    "twice": (text(node("a"), links=ON + ON), "says the same"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_true_is_refused(case: str, tmp_path: Path) -> None:
    content, said = REFUSED[case]
    with pytest.raises(ValueError, match=said):
        read(content, tmp_path)
