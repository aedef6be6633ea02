"""A framework file that cannot be true is refused, every fault with its key."""

from pathlib import Path

import pytest

from almwp.catalogue.tomlfile import read_framework

GOOD = """\
id = "MADE-UP"
title = { en = "Made up" }
kind = "plan"
status = "draft"
basis = "inferred"

[[levels]]
id = "outcome"
name = { en = "Outcome" }
role = "outcome"

[[levels]]
id = "area"
name = { en = "Area" }
role = "priority area"

[[nodes]]
id = "o1"
level = "outcome"
title = { en = "An outcome" }
basis = "inferred"

[[nodes]]
id = "a1"
level = "area"
title = { en = "An area" }
parents = ["o1"]
basis = "inferred"
"""
LINK = """
[[successions]]
kind = "{kind}"
old_framework = "OLD"
old = {old}
new = {new}
basis = "inferred"
"""


def faults_of(text: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    try:
        read_framework(path)
    except ValueError as error:
        return [line.removeprefix("mine.toml: ") for line in str(error).splitlines()]
    return []


CASES = {
    'level = "area"': ('level = "aera"', ["nodes[1].level: there is no level 'aera'"]),
    'parents = ["o1"]': ('parents = ["o9"]', ["nodes[1].parents: there is no node"]),
    'id = "a1"': ('id = "o1"', ["nodes[1].id: 'o1' is the id of nodes[0] too"]),
    'id = "area"': (
        'id = "outcome"',
        ["levels[1].id: 'outcome' is the id of levels[0]", "nodes[1].level: there is"],
    ),
    'status = "draft"': (
        'status = "draft"\nadopted_by = "Somebody"',
        ["status: a draft does not say"],
    ),
    'title = { en = "An outcome" }': (
        'title = { en = "An outcome" }\nparents = ["a1"]',
        ["nodes[0].parents: 'a1' stands on no higher level than 'o1'"],
    ),
    'title = { en = "An area" }': (
        'title = { en = "An area" }\nbasis_ = "x"\nnumber = 3',
        ["nodes[1].number: expected a text", "nodes[1].basis_: there is no such key"],
    ),
}


@pytest.mark.parametrize("was", CASES)
def test_each_fault_is_named_with_its_key(was: str, tmp_path: Path) -> None:
    becomes, expected = CASES[was]
    assert was in GOOD
    found = faults_of(GOOD.replace(was, becomes, 1), tmp_path)
    assert len(found) == len(expected)
    for said in expected:
        assert any(line.startswith(said) for line in found), found


def test_a_node_that_is_above_itself_is_refused(tmp_path: Path) -> None:
    circle = GOOD.replace('id = "o1"\nlevel = "outcome"', 'id = "o1"\nlevel = "area"')
    circle = circle.replace(
        'title = { en = "An outcome" }', 'title = { en = "O" }\nparents = ["a1"]'
    )
    assert faults_of(circle, tmp_path) == [
        "nodes[0].parents: 'a1' stands on no higher level than 'o1'",
        "nodes[1].parents: 'o1' stands on no higher level than 'a1'",
    ]


def test_faults_of_both_kinds_are_named_together(tmp_path: Path) -> None:
    wrong = GOOD.replace('role = "outcome"', 'role = "outcom"').replace(
        '["o1"]', '["x"]'
    )
    first, second = faults_of(wrong, tmp_path)
    assert first.startswith("levels[0].role: expected one of")
    assert second == "nodes[1].parents: there is no node 'x'"


SHAPES = [
    ("continues", '["x"]', '["a1"]', None),
    ("continues", '["x", "y"]', '["a1"]', "old: 'continues' takes 1 here; given: 2"),
    ("succeeds", "[]", '["a1"]', "old: 'succeeds' takes 1 or more here; given: 0"),
    ("splits into", '["x"]', '["a1"]', "new: 'splits into' takes 2 or more here"),
    ("splits", '["x"]', '["a1", "o1"]', None),
    ("merges into", '["x"]', '["a1"]', "old: 'merges into' takes 2 or more here"),
    ("merges", '["x", "y"]', '["a1"]', None),
    ("closed", '["x"]', '["a1"]', "new: 'closed' takes 0 here; given: 1"),
    ("closed", '["x"]', "[]", None),
    ("new", '["x"]', '["a1"]', "old: 'new' takes 0 here; given: 1"),
    ("new", "[]", '["a1"]', None),
    ("new", "[]", '["a9"]', "new: 'a9' is no node of MADE-UP"),
    ("succeeds", '["x"]', '["a1", "a1"]', "new: a node is named twice"),
    ("becomes", '["x"]', '["a1"]', "kind: expected one of"),
]


@pytest.mark.parametrize(("kind", "old", "new", "fault"), SHAPES)
def test_a_succession_has_the_nodes_that_its_kind_takes(
    kind: str, old: str, new: str, fault: str | None, tmp_path: Path
) -> None:
    found = faults_of(GOOD + LINK.format(kind=kind, old=old, new=new), tmp_path)
    if fault is None:
        assert found == []
    else:
        assert len(found) == 1
        assert found[0].startswith(f"successions[0].{fault}")


def test_an_adopted_text_may_take_up_the_draft_that_had_its_id(tmp_path: Path) -> None:
    link = LINK.replace('"OLD"', '"MADE-UP"')
    taken_up = link.format(kind="continues", old='["topic"]', new='["a1"]')
    assert faults_of(GOOD + taken_up, tmp_path) == []
    itself = link.format(kind="continues", old='["a1"]', new='["a1"]')
    found = faults_of(GOOD + itself, tmp_path)
    assert found == ["successions[0].new: a node of one framework succeeds itself"]
