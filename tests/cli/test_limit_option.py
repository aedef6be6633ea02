"""One option sets the limits, and every command that reads files knows it."""

import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import click
import pytest

import almwp as api
from almwp.cli.commands import COMMANDS
from almwp.cli.lazy import LazyGroup
from almwp.cli.main import almwp as group
from almwp.intake.limits import Limits

Almwp = Callable[..., Any]
MakeWorkbook = Callable[..., Path]
LIMITS = [field.name for field in attrs.fields(Limits)]
HEADINGS = ["No.", "Activity", "Lead country", "Status", "Year"]
ROW = ["1", "Job fairs", "VN", "completed", "2024"]
READS = {"files", "old"}
"""How arguments are called that name workbooks."""


def commands(above: click.Group, context: click.Context) -> Iterator[click.Command]:
    for name in above.list_commands(context):
        found = above.get_command(context, name)
        if isinstance(found, click.Group):
            yield from commands(found, context)
        elif found is not None:
            yield found


@pytest.fixture
def workbook(make_workbook: MakeWorkbook) -> Path:
    return make_workbook("vn.xlsx", HEADINGS, ROW)


def test_every_command_that_reads_files_takes_limits() -> None:
    assert isinstance(group, LazyGroup)
    context = click.Context(group)
    reading = {}
    for command in commands(group, context):
        named = {each.name for each in command.params}
        if named & READS or command.name == "import":
            reading[command.name] = "limits" in named
    assert all(reading.values()), reading
    assert len(reading) > len(COMMANDS) // 2


@pytest.mark.parametrize(
    "call",
    [
        "check FILE",
        "merge FILE -o plan.json",
        "score FILE",
        "compare FILE FILE",
        "explain 1 FILE",
        "explain ALM106 FILE",
        "carry-over FILE --to ALM-WP-2026-2030",
        "position FILE --country VN --meeting slom-21 -o .",
        "export FILE --report plan --to csv -o .",
        "plot timeline FILE -o t.svg",
        "template progress --country VN --from FILE -o t.xlsx",
        "frameworks import FILE -o f.toml",
    ],
)
def test_a_file_that_passes_a_limit_is_refused_by_each(
    call: str,
    almwp: Almwp,
    workbook: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    words = [str(workbook) if word == "FILE" else word for word in call.split()]
    ended = almwp(*words, "--limit", "cells=3")
    assert ended.code == 3
    said = ended.out + ended.err
    assert "vn.xlsx: " in said
    assert "more than 3 " in said
    assert "(limit cells)" in said


@pytest.mark.parametrize(
    "name", ["file_bytes", "inflated_bytes", "entry_bytes", "entries", "cells"]
)
def test_each_limit_that_a_plain_file_can_pass_is_named(
    name: str, almwp: Almwp, workbook: Path
) -> None:
    ended = almwp("check", workbook, "--limit", f"{name}=1")
    assert ended.code == 3
    assert f"(limit {name})" in ended.out


@pytest.mark.parametrize("name", LIMITS)
def test_every_limit_can_be_set(name: str, almwp: Almwp, workbook: Path) -> None:
    assert almwp("check", workbook, "--limit", f"{name}=900,000,000").code == 0


def narrow(made: Callable[..., None]) -> Callable[..., None]:
    """Return a way to make limits of which the usual ones let nothing pass."""

    def init(limits: Limits, **told: int) -> None:
        made(limits, **(dict.fromkeys(LIMITS, 0) | told))

    return init


def test_a_raised_limit_holds_for_all_that_is_done_with_the_file(
    almwp: Almwp, workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes after reading does not go back to the usual limits."""
    monkeypatch.setattr(Limits, "__init__", narrow(Limits.__init__))
    assert almwp("check", workbook).code == 3
    call = ("check", workbook, "--cross-read", "--annotate", tmp_path / "back")
    raised = (f"--limit={name}=900,000,000" for name in LIMITS)
    ended = almwp(*call, *raised)
    assert ended.code == 0, ended.err + ended.out
    assert (tmp_path / "back" / "vn.xlsx").is_file()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("cell=5", "no limit named 'cell' (known: file_bytes, "),
        ("cells", "'cells' sets no limit; write NAME=NUMBER"),
        ("cells=many", "'many' is no limit for cells"),
        ("cells=0", "'0' is no limit for cells"),
        ("file_bytes=x", "or 100MB"),
    ],
)
def test_a_limit_that_cannot_be_meant_is_a_wrong_call(
    told: str, said: str, almwp: Almwp
) -> None:
    for command in (("check", "gone.xlsx"), ("merge", "gone.xlsx", "-o", "p.json")):
        ended = almwp(*command, "--limit", told)
        assert (ended.code, ended.out) == (2, "")
        assert said in ended.err


def test_a_wrong_limit_is_said_in_vietnamese(almwp: Almwp) -> None:
    ended = almwp("check", "gone.xlsx", "--lang", "vi", "--limit", "cells=many")
    assert "không phải là giới hạn cho cells" in ended.err
    assert "giới hạn" in almwp("check", "x", "--limit", "x=1", "--lang", "vi").err


def test_limits_hold_for_what_comes_in(
    almwp: Almwp, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came_in = SimpleNamespace(
        buffer=BytesIO(workbook.read_bytes()), isatty=lambda: False
    )
    monkeypatch.setattr(sys, "stdin", came_in)
    ended = almwp("check", "-", "--limit", "file_bytes=9")
    assert ended.code == 3
    assert "larger than 9 bytes (limit file_bytes)" in ended.err


def test_a_program_sets_limits_as_well(workbook: Path) -> None:
    strict = api.Limits(cells=3)
    (failure,) = api.read(workbook, limits=strict).failures
    assert "limit cells" in str(failure)
    (file,) = api.check(workbook, limits=strict).files
    assert file.kind == "unreadable"
    session = api.Session.start(limits=strict)
    assert api.read(workbook, session=session).failures
    assert not api.read(workbook, session=session, limits=api.Limits()).failures
