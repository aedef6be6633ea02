import subprocess
import sys
from pathlib import Path

import pytest

from almwp.catalogue.frameworks import framework, framework_files
from almwp.catalogue.tomlfile import read_framework, read_records
from almwp.catalogue.tomltable import read_heading
from almwp.model.ids import FrameworkId
from almwp.model.meeting import Meeting
from almwp.plugins.records import FrameworkSource

GOOD = """\
id = "MINE"
title = { en = "My plan", vi = "Kế hoạch" }
kind = "plan"
status = "adopted"
adopted_by = "Us"
adopted_on = 2024-09-05
basis = "confirmed"
sources = [
  { address = "https://example.org/" },
]

[[levels]]
id = "area"
name = { en = "Area" }
role = "priority area"

[[nodes]]
id = "a"
level = "area"
title = { en = "[brackets]" }
basis = "confirmed"
"""

AUDIT = """
import sys
opened = []
def note(event, args):
    if event == "open" and str(args[0]).endswith((".toml", ".po")):
        opened.append(str(args[0]))
sys.addaudithook(note)
import almwp.catalogue.bodies, almwp.catalogue.frameworks, almwp.catalogue.languages
import almwp.catalogue.meetings, almwp.catalogue.members, almwp.catalogue.messages
assert not opened, opened
assert not {"babel", "cattrs"} & set(sys.modules)
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(GOOD, encoding="utf-8")
    return file


def test_a_framework_may_be_a_file_of_the_users_own(plan: Path) -> None:
    mine = read_framework(plan)
    assert mine.title.says("vi") == "Kế hoạch"
    assert str(mine.adopted_on) == "2024-09-05"
    assert [node.id for node in mine.priority_areas] == ["a"]


def test_a_file_saved_by_notepad_reads_the_same(plan: Path) -> None:
    before = read_framework(plan)
    plan.write_text(GOOD.replace("\n", "\r\n"), encoding="utf-8-sig", newline="")
    assert read_framework(plan) == before
    assert read_heading(plan) == ("MINE", "My plan")


def test_every_fault_is_told_with_its_path(plan: Path) -> None:
    bad = GOOD.replace('"confirmed"', '"certain"').replace("kind", "sort")
    plan.write_text(bad, encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.toml") as caught:
        read_framework(plan)
    said = str(caught.value).splitlines()
    assert len(said) == 4
    for path in ("basis", "nodes[0].basis", "kind", "sort"):
        assert any(f"mine.toml: {path}: " in line for line in said), path


def test_a_node_on_no_level_is_told(plan: Path) -> None:
    plan.write_text(GOOD.replace('"area"\ntitle', '"era"\ntitle'), encoding="utf-8")
    with pytest.raises(ValueError, match=r"nodes\[0\].level: there is no level 'era'"):
        read_framework(plan)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"id = ", "it is not TOML"),
        ("id = 'Kế'".encode("utf-16"), "it is not saved as UTF-8"),
        (b"", "it begins with no id and title"),
        (b"id = 'X'\ntitle = 'X'\n", "it begins with no id and title"),
        (b"id = 1\ntitle = { en = 'X' }\n", "it begins with no id and title"),
    ],
)
def test_what_is_no_framework_is_refused_in_one_sentence(
    plan: Path, content: bytes, why: str
) -> None:
    plan.write_bytes(content)
    with pytest.raises(ValueError, match=f"mine.toml: {why}"):
        FrameworkSource.from_toml(plan)


def test_a_bracket_that_begins_no_table_does_not_hide_the_title(plan: Path) -> None:
    plan.write_text('x = [\n[1],\n]\nid = "A"\ntitle = { en = "B" }', encoding="utf-8")
    assert read_heading(plan) == ("A", "B")


def test_a_plugins_framework_is_read_whole_only_when_loaded(plan: Path) -> None:
    plan.write_text(GOOD + "nonsense = 1\n", encoding="utf-8")
    source = FrameworkSource.from_toml(plan)
    assert (source.id, source.title) == ("MINE", "My plan")
    with pytest.raises(ValueError, match="nonsense"):
        source.load()


def test_a_plugins_framework_is_read_once(plan: Path) -> None:
    source = FrameworkSource.from_toml(plan)
    first = source.load()
    plan.unlink()
    assert source.load() is first


@pytest.mark.parametrize("file", framework_files(), ids=lambda file: file.name)
def test_the_heading_says_what_the_whole_says(file: Path) -> None:
    known, title = read_heading(file)
    assert framework(FrameworkId(known)).title.says("en") == title


def test_a_fault_in_a_list_of_records_names_the_entry(tmp_path: Path) -> None:
    file = tmp_path / "meetings.toml"
    file.write_text('[[meetings]]\nid = "x"\nbody = 1\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"meetings\[0\]\.body: expected a text"):
        read_records(file, "meetings", Meeting)
    with pytest.raises(ValueError, match="there is no list of bodies"):
        read_records(file, "bodies", Meeting)


def test_nothing_is_read_on_import() -> None:
    subprocess.run([sys.executable, "-c", AUDIT], check=True)
