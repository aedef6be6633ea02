"""A broken plugin is named, gives 4 where it was needed, and stops nobody else."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Almwp = Callable[..., Any]
InstallPlugin = Callable[[str, str], None]

TORN = """
import click
from almwp.plugins import *

def breaks(*args):
    raise ZeroDivisionError("torn apart")

@hookimpl
def almwp_readers():
    names = ("*.torn",)
    yield Reader(name="torn", summary="", patterns=names, sniff=breaks, read=breaks)

@hookimpl
def almwp_scorers():
    yield Scorer(name="torn", summary="", score=breaks)

@hookimpl
def almwp_reports():
    yield ReportKind(name="torn", summary="", build=breaks)

@hookimpl
def almwp_exporters():
    yield Exporter(name="torn", summary="", suffix=".torn", render=breaks)

@hookimpl
def almwp_commands():
    yield click.Command("tear", callback=breaks, help="Tear everything.")
"""

COMMANDS = """
import sys
import click
from almwp.errors import CallError
from almwp.plugins import hookimpl

@click.command()
@click.argument("how")
def ends(how):
    "End in many ways."
    match how:
        case "well": click.echo("done")
        case "code": return 3
        case "true": return True
        case "exit": sys.exit(7)
        case "usage": raise click.UsageError("not so")
        case "refuses": raise CallError("not like this")
        case "abort": raise click.Abort
        case "breaks": [][1]

@hookimpl
def almwp_commands():
    yield ends
"""


@pytest.mark.parametrize(
    "call",
    [
        ["check", "FILE"],
        ["score", "SUBMISSIONS", "--method", "torn"],
        ["export", "SUBMISSIONS", "--report", "torn"],
        ["export", "SUBMISSIONS", "--report", "progress", "--to", "torn"],
        ["tear"],
    ],
    ids=" ".join,
)
def test_one_that_breaks_when_used_gives_4_and_its_name(
    call: list[str],
    almwp: Almwp,
    install_plugin: InstallPlugin,
    submissions: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install_plugin("rag", TORN)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.torn").write_bytes(b"x")
    places = {"FILE": tmp_path / "a.torn", "SUBMISSIONS": submissions}
    ended = almwp(*(places.get(word, word) for word in call))
    assert ended.code == 4
    said = ended.out if call[0] == "check" else ended.err
    assert "the plugin 'rag' broke: ZeroDivisionError: torn apart" in said
    assert list(tmp_path.glob("*.md")) == []


def test_one_that_cannot_be_imported_is_told_and_stops_nobody(
    almwp: Almwp, install_plugin: InstallPlugin, submissions: Path
) -> None:
    sound = almwp("check", submissions)
    install_plugin("torn", "import no_such_module_anywhere")
    ended = almwp("check", submissions)
    assert (ended.code, ended.out) == (0, sound.out)
    assert ended.err == (
        "almwp: plugin left out: torn (almwp-torn): ModuleNotFoundError: "
        "No module named 'no_such_module_anywhere'\n"
    )
    listed = almwp("plugins")
    assert listed.code == 4
    assert "torn" in listed.out.partition("left out")[2]
    strict = almwp("--strict-plugins", "check", submissions)
    assert (strict.code, strict.out) == (4, "")
    assert "the plugin 'torn' broke: " in strict.err
    assert (
        almwp("--without", "torn", "--strict-plugins", "check", submissions).err == ""
    )


def test_a_broken_framework_stops_nobody(
    almwp: Almwp, install_plugin: InstallPlugin, submissions: Path
) -> None:
    source = (
        "from almwp.plugins import FrameworkSource, hookimpl\n"
        "@hookimpl\n"
        "def almwp_frameworks():\n"
        "    yield FrameworkSource(id='TORN', title='Torn', load=lambda: None)\n"
    )
    install_plugin("rag", source)
    checked = almwp("check", submissions)
    assert checked.code == 0
    assert checked.err.count("the framework 'TORN' could not be loaded") == 1
    assert almwp("plugins").code == 4
    listed = almwp("frameworks")
    assert (listed.code, "ALM-WP-2021-2025" in listed.out) == (4, True)
    one = almwp("frameworks", "TORN")
    assert (one.code, one.out) == (4, "")
    assert "the plugin 'rag' broke: it returned a NoneType" in one.err


@pytest.mark.parametrize(
    ("how", "code", "out", "err"),
    [
        ("well", 0, "done", ""),
        ("code", 3, "", ""),
        ("true", 0, "", ""),
        ("exit", 7, "", ""),
        ("usage", 2, "", "not so"),
        ("refuses", 2, "", "almwp: not like this"),
        ("abort", 130, "", "almwp: stopped"),
        (
            "breaks",
            4,
            "",
            "the plugin 'rag' broke: IndexError: list index out of range",
        ),
    ],
)
def test_a_command_of_a_plugin_ends_as_it_says(
    how: str, code: int, out: str, err: str, almwp: Almwp, install_plugin: InstallPlugin
) -> None:
    install_plugin("rag", COMMANDS)
    ended = almwp("ends", how)
    assert ended.code == code
    assert ended.out.strip() == out
    assert err in ended.err
    assert bool(err) == bool(ended.err)


def test_commands_of_plugins_are_listed_and_failures_said_once(
    almwp: Almwp, install_plugin: InstallPlugin
) -> None:
    install_plugin("rag", COMMANDS)
    install_plugin("torn", "raise RuntimeError('torn')")
    helped = almwp("--help")
    assert helped.code == 0
    assert "\n  ends " in helped.out
    assert helped.err.count("plugin left out: torn") == 1
    assert almwp("ends", "well").err.count("plugin left out: torn") == 1
    assert almwp("ends", "--help").out.startswith("Usage: almwp ends ")
    assert almwp("--without", "rag", "ends", "well").code == 2


def test_a_command_of_our_own_is_not_replaced(
    almwp: Almwp, install_plugin: InstallPlugin
) -> None:
    install_plugin("rag", COMMANDS.replace("ends", "members"))
    ended = almwp("plugins")
    assert ended.code == 4
    assert (
        "the command 'members' is one of almwp's own; it is not replaced" in ended.err
    )
    assert almwp("members").out.splitlines()[-1] == "11 members"


def test_a_version_is_no_number(almwp: Almwp, install_plugin: InstallPlugin) -> None:
    install_plugin("rag", COMMANDS)
    assert re.search(r"^rag +almwp-rag +1\.10$", almwp("plugins").out, re.MULTILINE)


def test_a_plugin_in_one_module_speaks_vietnamese_as_well(
    almwp: Almwp, install_plugin: InstallPlugin, submissions: Path
) -> None:
    install_plugin("rag", COMMANDS)
    ended = almwp("check", submissions, "--lang", "vi")
    assert (ended.code, ended.err) == (0, "")
