"""``almwp new-plugin`` writes a distribution whole, and refuses in a sentence."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from almwp.cli.main import run
from almwp.plugins.loading import load_plugins
from almwp.plugins.registry import Plugins, Registry
from almwp.workflow.newplugin import plugin_kinds

Almwp = Callable[..., Any]
KINDS = plugin_kinds()
NAMES = {kind: "jv" if kind == "language" else f"my-{kind}" for kind in KINDS}
every_kind = pytest.mark.parametrize("kind", KINDS)


def written(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_there_is_a_skeleton_for_each_kind_that_has_a_conformance_check() -> None:
    plugins = load_plugins(found=())
    found = (getattr(plugins, field.name) for field in attrs.fields(Plugins))
    kinds = {each.kind for each in found if isinstance(each, Registry)}
    assert set(KINDS) == kinds - {"command", "rule"}


@every_kind
def test_a_plugin_loads_and_its_own_test_passes(
    kind: str, tmp_path: Path, almwp: Almwp
) -> None:
    folder = tmp_path / f"almwp-{NAMES[kind]}"
    assert almwp("new-plugin", folder, "--kind", kind).code == 0
    # Its package is on the path and not installed, so the entry point is not there.
    code = (
        "import sys, pytest; sys.path.insert(0, 'src');"
        "sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', '-k', 'promises']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout


@every_kind
@pytest.mark.parametrize("length", [2, 30])
def test_what_is_written_is_in_order_whatever_the_name(
    kind: str, length: int, tmp_path: Path, almwp: Almwp
) -> None:
    name = "jv" if length == 2 else "jv-" + "x" * (length - 3)
    folder = tmp_path / "new"
    assert almwp("new-plugin", folder, "--kind", kind, "--name", name).code == 0
    for call in (["check", "--select", "B,BLE,E,F,I,RUF,UP"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *call, "--isolated", "--no-cache", "."],
            cwd=folder,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout
    package = f"almwp_{name.replace('-', '_')}"
    about = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    assert about["project"]["name"] == f"almwp-{name}"
    assert about["project"]["entry-points"]["almwp"] == {name: package}
    assert {
        *("pyproject.toml", "README.md", f"tests/test_{package}.py"),
        *(f"src/{package}/__init__.py", f"src/{package}/py.typed"),
    } <= written(folder)
    for path in written(folder):
        text = (folder / path).read_bytes().decode()
        assert "\r" not in text
        assert "$" not in text
        assert "PACKAGE" not in text


def test_the_next_commands_are_told(tmp_path: Path, almwp: Almwp) -> None:
    folder = tmp_path / "my plugins" / "almwp-notes"
    said = almwp("new-plugin", folder, "--kind", "exporter").out
    assert f'cd "{folder}"' in said
    assert 'python -m pip install -e ".[test]"' in said
    assert "python -m pytest" in said
    assert "almwp position my-files --country VN --meeting slom-21 --to notes" in said
    assert "py instead of python" in said


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("almwp-csvbrief", "csvbrief"),
        ("csvbrief", "csvbrief"),
        ("almwp_csv_brief", "csv-brief"),
        ("Almwp CSV Brief", "csv-brief"),
    ],
)
def test_the_name_is_that_of_the_folder(
    folder: str, name: str, tmp_path: Path, almwp: Almwp
) -> None:
    said = almwp("new-plugin", tmp_path / folder, "--kind", "exporter")
    assert f"named '{name}'" in said.out


@pytest.mark.parametrize(
    ("name", "message"),
    [
        *((n, "cannot be the name") for n in ("../x", "A B", "1st", "x/y", "x\\y")),
        *((n, "cannot be the name") for n in ("a--b", "-a", "a-", "a_b", "a.b")),
        *((n, "cannot be the name") for n in ("đào", "", " ", "x\x1b[31m", "x\n")),
        ("x" * 500, "is too long"),
        *((n, "in Python") for n in ("class", "json", "import", "sys", "almwp")),
        *((n, "is taken by a plugin") for n in ("core", "excel", "markdown", "docx")),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    name: str, message: str, tmp_path: Path, almwp: Almwp
) -> None:
    folder = tmp_path / "new"
    ended = almwp("new-plugin", folder, "--kind", "exporter", "--name", name)
    assert ended.code == 2
    assert message in ended.err
    assert len(ended.err) < 300
    assert "\x1b" not in ended.err
    assert not folder.exists()


@pytest.mark.parametrize("name", ["english", "a", "x-"])
def test_a_language_is_named_by_its_code(
    name: str, tmp_path: Path, almwp: Almwp
) -> None:
    ended = almwp("new-plugin", tmp_path / "n", "--kind", "language", "--name", name)
    assert ended.code == 2
    assert "--name" in ended.err


def test_names_of_other_kinds_are_taken_by_their_own_kind_only(
    tmp_path: Path, almwp: Almwp
) -> None:
    taken = almwp("new-plugin", tmp_path / "a", "--kind", "language", "--name", "vi")
    free = almwp("new-plugin", tmp_path / "b", "--kind", "exporter", "--name", "vi")
    assert (taken.code, free.code) == (2, 0)


def test_a_refusal_is_said_in_vietnamese(tmp_path: Path, almwp: Almwp) -> None:
    call = ("new-plugin", tmp_path / "x", "--kind", "reader", "--lang", "vi")
    assert "không thể là tên của một phần mở rộng" in almwp(*call, "--name", "A").err
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    assert "là một tệp" in almwp(*call).err


def test_a_folder_that_holds_anything_is_not_touched(
    tmp_path: Path, almwp: Almwp
) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    ended = almwp("new-plugin", tmp_path, "--kind", "exporter", "--name", "notes")
    assert ended.code == 2
    assert "is not empty" in ended.err
    assert written(tmp_path) == {"mine.txt"}


def test_an_empty_folder_is_filled_also_when_it_is_this_one(
    tmp_path: Path, almwp: Almwp, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "almwp-notes"
    folder.mkdir()
    monkeypatch.chdir(folder)
    ended = almwp("new-plugin", ".", "--kind", "exporter")
    assert ended.code == 0
    assert "named 'notes'" in ended.out
    assert "cd " not in ended.out
    assert "src/almwp_notes/__init__.py" in written(folder)


def test_nothing_is_left_where_the_folder_cannot_be_written(
    tmp_path: Path, almwp: Almwp, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    folder = tmp_path / "deep" / "below" / "almwp-notes"
    ended = almwp("new-plugin", folder, "--kind", "exporter")
    assert ended.code == 3
    assert "the folder could not be written" in ended.err
    assert len(calls) == 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path, almwp: Almwp) -> None:
    link = tmp_path / "almwp-notes"
    link.symlink_to(tmp_path / "nothing")
    ended = almwp("new-plugin", link, "--kind", "exporter")
    assert ended.code == 2
    assert "leads nowhere" in ended.err


def test_an_unknown_kind_is_a_wrong_call(tmp_path: Path) -> None:
    assert run(["new-plugin", str(tmp_path / "x"), "--kind", "exporters"]) == 2
