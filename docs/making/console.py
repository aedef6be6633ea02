"""Run the console blocks of a page as a reader would, and see what they print.

What a block of TOML names in its first line, ``# my-plan.toml``, is there as a file.
A block of commands may have comments before it that a reader does not see:

``<!-- not run: why -->``          it cannot be run here, for this reason
``<!-- given: name = source -->``  *name* is there, a copy of *source*
``<!-- first: almwp ... -->``      this command was run before
``<!-- exit: 1 -->``               its last command ends with this code
"""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree

from attrs import frozen

from almwp.cli.main import run

ELISION = "..."
"""A line that stands for any number of lines."""
_BLOCK = re.compile(
    r"(?P<marks>(?:^[ ]*<!--[^>]*-->\n\n?)*)^(?P<indent>[ ]*)```console\n"
    r"(?P<text>.*?)^[ ]*```$",
    re.DOTALL | re.MULTILINE,
)
_MARK = re.compile(r"<!-- (?P<name>[a-z ]+): (?P<value>.*?) -->")
_NAMED_FILE = re.compile(
    r"^```toml\n# (?P<name>[\w-]+\.toml)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
_PROMPT = "$ "


class CannotRunError(Exception):
    """A line that is no command of ours; the block needs a mark that says why."""


@frozen(kw_only=True)
class Call:
    """A command and what is shown below it.

    Attributes:
        words: The command.
        shown: The lines shown below it.
    """

    words: str
    shown: tuple[str, ...] = ()


@frozen(kw_only=True)
class Block:
    """A console block of a page.

    Attributes:
        line: The line of the page on which it begins.
        start: Where its text begins in the page.
        end: Where its text ends.
        calls: Its commands.
        not_run: Why it cannot be run; empty where it can.
        before: What is laid out or run before, in order.
        exit_code: How its last command ends.
        prompted: Whether its commands stand behind a prompt.
    """

    line: int
    start: int
    end: int
    calls: tuple[Call, ...]
    not_run: str = ""
    before: tuple[tuple[str, str], ...] = ()
    exit_code: int = 0
    prompted: bool = True


@frozen(kw_only=True)
class Done:
    """What a command did.

    Attributes:
        exit_code: How it ended.
        said: The lines it printed, messages and results.
    """

    exit_code: int
    said: tuple[str, ...]


def blocks(text: str) -> Iterator[Block]:
    """Give the console blocks of a page in their order."""
    for found in _BLOCK.finditer(text):
        marks = _MARK.findall(found["marks"])
        named = dict(marks)
        before = tuple(mark for mark in marks if mark[0] in ("given", "first"))
        lines = [
            line.removeprefix(found["indent"]) for line in found["text"].splitlines()
        ]
        prompted = any(line.startswith(_PROMPT) for line in lines)
        yield Block(
            line=text.count("\n", 0, found.start("text")),
            start=found.start("text"),
            end=found.end("text"),
            calls=tuple(_calls(lines, prompted)),
            not_run=named.get("not run", ""),
            before=before,
            exit_code=int(named.get("exit", 0)),
            prompted=prompted,
        )


def _calls(lines: list[str], prompted: bool) -> Iterator[Call]:
    if not prompted:  # a block to be copied whole: each line is a command
        yield from (Call(words=line) for line in lines if line.strip())
        return
    words, shown = "", list[str]()
    for line in lines:
        if line.startswith(_PROMPT):
            if words:
                yield Call(words=words, shown=tuple(shown))
            words, shown = line.removeprefix(_PROMPT), []
        else:
            shown.append(line.rstrip())
    yield Call(words=words, shown=tuple(shown))


def lay_out(text: str, folder: Path) -> None:
    """Write the files that blocks of TOML on a page name in their first line."""
    for found in _NAMED_FILE.finditer(text):
        (folder / found["name"]).write_text(
            found["text"], encoding="utf-8", newline="\n"
        )


def prepare(block: Block, folder: Path, root: Path) -> None:
    """Do what *block* needs, in *folder*; files are from there or from the project."""
    for kind, value in block.before:
        if kind == "first":
            carry_out(value)
            continue
        name, _, source = value.partition(" = ")
        place, own = folder / name, folder / source
        origin = own if own.exists() else root / source
        place.parent.mkdir(parents=True, exist_ok=True)
        if origin.is_dir():
            copytree(origin, place, dirs_exist_ok=True)
        else:
            copy(origin, place)


def carry_out(words: str) -> Done:
    """Run a command in the current folder.

    Raises:
        CannotRunError: It is neither a command of almwp nor a script of the examples.
    """
    parts = shlex.split(words, comments=True)
    target = None
    if ">" in parts:
        target = Path(parts[parts.index(">") + 1])
        parts = parts[: parts.index(">")]
    if parts[:1] == ["almwp"]:
        code, out, err = _almwp(parts[1:])
    elif parts[:1] == ["python"] and parts[1].startswith("examples/"):
        code, out, err = _script(parts[1:])
    else:
        raise CannotRunError(words)
    if target is not None:
        target.write_text(out, encoding="utf-8", newline="\n")
        out = ""
    said = [line.rstrip() for line in (err + out).rstrip().splitlines()]
    return Done(exit_code=code, said=tuple(said))


def _almwp(arguments: list[str]) -> tuple[int, str, str]:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(arguments)
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return code, _text(out), _text(err)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8").replace("\r\n", "\n")


def _script(arguments: list[str]) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "COLUMNS": "80"},
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def agrees(shown: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Say whether *shown* is what was *said*; ``...`` stands for any lines."""
    pattern = "\n".join(
        ".*?" if line.strip() == ELISION else re.escape(line) for line in shown
    )
    return re.fullmatch(pattern, "\n".join(said), re.DOTALL) is not None
