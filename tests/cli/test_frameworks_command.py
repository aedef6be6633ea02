"""``almwp frameworks`` and ``--framework FILE`` as a delegate types them.

All frameworks in here are invented.
"""

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import openpyxl
import pytest

Almwp = Callable[..., Any]
Build = Callable[..., Path]
ROOT = Path(__file__).parents[2]

MINE = """\
id = "{id}"
title = {{ en = "Made up" }}
kind = "plan"
status = "adopted"
basis = "inferred"

[[levels]]
id = "outcome"
name = {{ en = "Outcome" }}
role = "outcome"

[[nodes]]
id = "o1"
level = "outcome"
number = "1"
title = {{ en = "A made-up outcome" }}
basis = "inferred"

[[successions]]
kind = "continues"
old_framework = "ALM-WP-2021-2025"
old = ["1"]
new = ["o1"]
basis = "inferred"
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(MINE.format(id="MADE-UP-2031"), encoding="utf-8")
    return path


def test_without_a_name_all_frameworks_are_listed(almwp: Almwp) -> None:
    plain, shown = almwp("frameworks"), almwp("frameworks", "show")
    assert plain.code == 0
    assert plain.out == shown.out
    assert "ALM-WP-2026-2030" in plain.out


def test_options_may_stand_before_the_id(almwp: Almwp) -> None:
    one = almwp("frameworks", "--format", "json", "ALM-WP-2021-2025")
    other = almwp("frameworks", "ALM-WP-2021-2025", "--format", "json")
    assert one.out == other.out
    assert json.loads(one.out)[0]["id"] == "ALM-WP-2021-2025"


def test_a_file_is_shown_like_any_framework(almwp: Almwp, mine: Path) -> None:
    ended = almwp("frameworks", mine)
    assert ended.code == 0
    assert "1 A made-up outcome [o1]" in ended.out
    assert "ALM-WP-2021-2025 to MADE-UP-2031: 1 continues as o1" in ended.out
    assert almwp("frameworks", "--framework", mine).out == ended.out
    assert ended.err == ""


def test_the_help_shows_both_ways_and_the_commands(almwp: Almwp) -> None:
    told = almwp("frameworks", "--help").out
    assert "almwp frameworks [ID-or-FILE] [OPTIONS]" in told
    assert {"import", "crosswalk", "show"} <= set(told.split())


def test_the_fingerprint_of_the_file_is_in_the_manifest(
    almwp: Almwp, mine: Path, submissions: Path
) -> None:
    call = ["score", submissions, "--format", "json", "--framework"]
    card = json.loads(almwp(*call, mine).out)
    assert card["framework"] == "MADE-UP-2031"
    digest = hashlib.sha256(mine.read_bytes()).hexdigest()
    assert {"name": "mine.toml", "sha256": digest} in card["manifest"]["inputs"]
    plain = json.loads(almwp(*call, "ALM-WP-2021-2025").out)
    assert "mine.toml" not in {file["name"] for file in plain["manifest"]["inputs"]}


def test_a_file_takes_the_place_of_the_framework_with_its_id(
    almwp: Almwp, tmp_path: Path
) -> None:
    path = tmp_path / "adopted.toml"
    path.write_text(MINE.format(id="ALM-WP-2026-2030"), encoding="utf-8")
    ended = almwp("frameworks", path)
    assert "A made-up outcome" in ended.out
    assert "DRAFT" not in ended.out
    assert ended.err == (
        f"almwp: ALM-WP-2026-2030 is taken from {path} in this call, not from what "
        "almwp has\n"
    )
    assert "DRAFT" in almwp("frameworks", "ALM-WP-2026-2030").out


COMMANDS = [
    ("check", "SENT"),
    ("score", "SENT"),
    ("explain", "ALM-WP-2021-2025", "SENT"),
    ("merge", "SENT", "-o", "plan.json"),
    ("template", "progress", "-o", "form.xlsx"),
    ("position", "SENT", "--country", "VN", "--meeting", "slom-21"),
    ("export", "SENT", "--report", "progress"),
    ("frameworks",),
    ("frameworks", "crosswalk", "mine.toml"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c[:2]))
@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("gone.toml", None, 3, "the framework could not be read"),
        ("bad.toml", b"id = ", 2, "it is not TOML"),
        ("latin.toml", b'id = "\xff"', 2, "it is not saved as UTF-8"),
        ("none.toml", b'id = "X"\n', 2, "title: it is missing"),
        ("cross.toml", b'old_framework = "X"\n', 2, "it is a crosswalk"),
        ("book.xlsx", b"", 2, "almwp frameworks import"),
        ("book.txt", b"", 2, "a framework stands in a file ending in .toml"),
        ("NOWHERE-2031", None, 2, "no framework named 'NOWHERE-2031'"),
    ],
)
def test_every_command_refuses_what_is_no_framework_in_one_sentence(
    command: tuple[str, ...],
    name: str,
    content: bytes | None,
    code: int,
    said: str,
    almwp: Almwp,
    mine: Path,
    submissions: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(mine.parent)
    if content is not None:
        Path(name).write_bytes(content)
    if command[1:2] == ("crosswalk",) and name.startswith("NOWHERE"):
        pytest.skip("the frameworks of a crosswalk are named in it")
    call = [submissions if word == "SENT" else word for word in command]
    ended = almwp(*call, "--framework", name)
    assert (ended.code, said in ended.err) == (code, True), ended.err
    assert ended.err.count("\n") == 1
    assert ended.out == ""


def test_a_template_is_filled_in_and_imported(almwp: Almwp, tmp_path: Path) -> None:
    form, path = tmp_path / "form.xlsx", tmp_path / "mine.toml"
    known = "ALM-WP-2021-2025"
    almwp("template", "framework", "--framework", known, "-o", form)
    ended = almwp("frameworks", "import", form, "-o", path)
    assert ended.code == 0
    assert ended.out.splitlines()[-1].startswith(f"{path}: {known}; ")
    again = almwp("frameworks", path, "--format", "json")
    assert again.out == almwp("frameworks", known, "--format", "json").out


def test_nothing_is_written_where_rows_were_kept_out(
    almwp: Almwp, tmp_path: Path
) -> None:
    form, path = tmp_path / "form.xlsx", tmp_path / "mine.toml"
    almwp("template", "framework", "--framework", "ALM-WP-2021-2025", "-o", form)
    book = openpyxl.load_workbook(form)
    sheet: Any = book["Nodes"]
    sheet["B2"] = "levle"
    book.save(form)
    ended = almwp("frameworks", "import", form, "-o", path)
    assert ended.code == 1
    assert "form.xlsx!Nodes!B2: error ALM413" in ended.out
    assert not path.exists()
    assert f"{path} was not written" in ended.err
    partly = almwp("frameworks", "import", form, "-o", path, "--partly")
    assert partly.code == 1
    assert path.exists()
    vietnamese = almwp(
        "frameworks", "import", form, "-o", path, "--replace", "--lang", "vi"
    )
    assert "lỗi ALM413" in vietnamese.out


def test_a_file_that_is_there_is_written_over_only_if_asked(
    almwp: Almwp, mine: Path, tmp_path: Path
) -> None:
    form = tmp_path / "form.xlsx"
    almwp("template", "framework", "--framework", "VN-QD-161", "-o", form)
    before = mine.read_bytes()
    ended = almwp("frameworks", "import", form, "-o", mine)
    assert (ended.code, mine.read_bytes()) == (2, before)
    assert almwp("frameworks", "import", form, "-o", mine, "--replace").code == 0
    first = mine.read_bytes()
    assert first != before
    assert almwp("frameworks", "import", form, "-o", mine, "--replace").code == 0
    assert mine.read_bytes() == first
    ended = almwp("frameworks", "import", form, "-o", form)
    assert (ended.code, "ending in .toml" in ended.err) == (2, True)


def test_the_coverage_of_a_crosswalk_is_told(
    almwp: Almwp, mine: Path, tmp_path: Path
) -> None:
    ended = almwp("frameworks", "crosswalk", mine)
    assert ended.code == 0
    assert "1 Skilled and Adaptable Workforce [1]: continues" in ended.out
    assert "[2]: nobody says what becomes of it" in ended.out
    told = json.loads(almwp("frameworks", "crosswalk", mine, "--format", "json").out)
    assert told[0]["new"] == [
        {
            "id": "o1",
            "number": "1",
            "title": "A made-up outcome",
            "level": "outcome",
            "kinds": ["continues"],
        }
    ]
    same = almwp("frameworks", "MADE-UP-2031", "--framework", mine, "--crosswalk", mine)
    assert same.out == ended.out
    other = almwp("frameworks", "VN-QD-161", "--crosswalk", mine)
    assert other.code == 2
    links = tmp_path / "links.toml"
    links.write_text(
        'old_framework = "ALM-WP-2021-2025"\nnew_framework = "MADE-UP-2031"\n'
        '[[successions]]\nkind = "closed"\nold = ["77"]\nbasis = "inferred"\n',
        encoding="utf-8",
    )
    wrong = almwp("frameworks", "crosswalk", links, "--framework", mine, "--lang", "vi")
    assert wrong.code == 1
    assert "không có mục này: ALM-WP-2021-2025: 77" in wrong.out


def test_the_commands_of_the_page_run_one_after_the_other(
    almwp: Almwp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs/how-to/load-a-framework.md").read_text(encoding="utf-8")
    for name, text in re.findall(r"```toml\n# (\S+)\n(.*?)```", page, re.DOTALL):
        Path(name).write_text(text, encoding="utf-8")
    commands = re.findall(r"^\$ almwp (.*)$", page, re.MULTILINE)
    assert len(commands) == 10
    for command in commands:
        ended = almwp(*command.split())
        assert (ended.code, ended.out != "") == (0, True), (command, ended)


@pytest.mark.parametrize("order", [("--lang", "vi", "--framework"), ("--framework",)])
def test_what_is_said_of_a_file_is_in_the_language_asked_for(
    order: tuple[str, ...], almwp: Almwp, tmp_path: Path
) -> None:
    path = tmp_path / "adopted.toml"
    again = MINE.partition("[[nodes]]")[2].partition("[[succ")[0].replace("o1", "o2")
    path.write_text(
        MINE.format(id="ALM-WP-2026-2030") + f"[[nodes]]{again.format()}",
        encoding="utf-8",
    )
    behind = () if "vi" in order else ("--lang", "vi")
    ended = almwp("frameworks", *order, path, *behind)
    first, second = ended.err.splitlines()
    assert "được lấy từ" in first
    assert "nodes[1].number: số '1' cũng là số của o1" in second
    assert "Cấp: " in ended.out
    assert "Level" not in ended.out
