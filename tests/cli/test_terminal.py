"""What is shown at a terminal and nowhere else: colours, bars, no bytes of files."""

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from almwp.cli.terminal import COLOURS
from almwp.cli.waiting import _Line
from almwp.errors import in_english
from almwp.findings.rule import Severity
from almwp.workflow.steps import Step

PROGRAM = Path(sys.executable).with_name("almwp")
EXAMPLES = Path(__file__).parents[2] / "examples" / "submissions"
posix = pytest.mark.skipif(
    sys.platform == "win32", reason="there is no pseudo terminal"
)
ESCAPE = "\x1b"
YELLOW = f"{ESCAPE}[33mwarning{ESCAPE}[0m ALM"


def test_what_has_a_colour_is_a_severity() -> None:
    assert set(COLOURS) < set(Severity)


def at_terminal(*arguments: str | Path, **settings: str) -> tuple[int, str]:
    """Run almwp at a terminal of its own; return its exit code and all it shows."""
    import pty

    plain = {n: v for n, v in os.environ.items() if n not in ("NO_COLOR", "TERM")}
    process, terminal = pty.fork()
    if process == 0:
        words = [str(PROGRAM), *map(str, arguments)]
        os.execve(PROGRAM, words, {**plain, "TERM": "xterm", **settings})
    shown = b""
    with contextlib.suppress(OSError):  # how Linux says that the other side has ended
        while more := os.read(terminal, 4096):
            shown += more
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), shown.decode()


@posix
def test_severities_are_in_colour_at_a_terminal() -> None:
    code, shown = at_terminal("check", EXAMPLES)
    assert code == 0
    assert YELLOW in shown
    words = re.findall(rf"{ESCAPE}\[\d+m(.*?){ESCAPE}", shown)
    assert set(words) == {"warning"}


@posix
@pytest.mark.parametrize(
    ("name", "value"),
    [("NO_COLOR", "1"), ("NO_COLOR", "0"), ("NO_COLOR", ""), ("TERM", "dumb")],
)
def test_colours_that_are_not_wanted_are_not_there(name: str, value: str) -> None:
    code, shown = at_terminal("check", EXAMPLES, **{name: value})
    assert code == 0
    assert "warning ALM" in shown
    assert ESCAPE not in shown


def test_nothing_of_a_terminal_goes_into_a_pipe() -> None:
    done = subprocess.run([PROGRAM, "check", EXAMPLES], capture_output=True, text=True)
    assert done.stderr == ""
    assert "warning ALM" in done.stdout
    assert ESCAPE not in done.stdout
    assert "\r" not in done.stdout.replace("\r\n", "\n")


@posix
def test_a_bar_shows_what_is_read_and_goes_away() -> None:
    _, shown = at_terminal("check", EXAMPLES, NO_COLOR="1")
    first = shown.split("\r")[1]
    assert first.startswith("reading files [--------------------] 0/4 id-")
    screen = on_screen(shown)
    assert not any(line.startswith("reading files") for line in screen)
    assert any("activities:" in line for line in screen)


@posix
def test_the_bar_speaks_the_language_of_the_call() -> None:
    _, shown = at_terminal("check", EXAMPLES, "--lang", "vi")
    assert "đang đọc tệp [" in shown


@posix
def test_a_dumb_terminal_has_no_bar() -> None:
    _, shown = at_terminal("check", EXAMPLES, TERM="dumb")
    assert "reading files" not in shown


@posix
@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("template", "progress"), "-o alm-progress.xlsx"),
        (
            ("position", EXAMPLES, "--country", "VN", "--meeting", "slom-21"),
            "-o position-VN-slom-21.docx",
        ),
        (("plot", "progress", EXAMPLES, "--to", "png"), "-o progress.png"),
    ],
    ids=["template", "position", "plot"],
)
def test_bytes_are_not_shown_at_a_terminal(
    words: tuple[str | Path, ...], hint: str
) -> None:
    code, shown = at_terminal(*words, "-o", "-")
    assert code == 2
    (said,) = [line for line in on_screen(shown) if line.startswith("almwp:")]
    assert hint in said
    assert "PK" not in shown
    assert "PNG" not in shown


@posix
def test_text_is_shown_at_a_terminal() -> None:
    words = ("export", EXAMPLES, "--report", "progress", "--to", "markdown", "-o", "-")
    code, shown = at_terminal(*words)
    assert code == 0
    assert "# Progress of activities by outcome" in on_screen(shown)


@posix
def test_a_terminal_is_no_file_to_read() -> None:
    code, shown = at_terminal("check", "-")
    assert code == 2
    assert "nothing comes in" in shown


def on_screen(shown: str) -> list[str]:
    """Return the lines as they stand in the end, what was written over left out."""
    lines = []
    for line in shown.replace("\r\n", "\n").split("\n"):
        visible = ""
        for part in line.split("\r"):
            visible = part + visible[len(part) :]
        lines.append(visible.rstrip())
    return lines


class Terminal(io.StringIO):
    """A stream that keeps what is written, piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def write(self, words: str) -> int:
        self.said.append(words)
        return len(words)


def test_a_line_is_never_wider_than_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    line, terminal = line_at([0.0, 1.0])
    line(Step(job="read", done=1, total=2, what="folder/" + "x" * 100, rows=4000))
    line(Step(job="read", done=2, total=2))
    line.clear()
    assert [len(said) for said in terminal.said] == [30, 30, 30, 1]
    assert terminal.said[0].startswith("\rreading files [##########---")
    assert terminal.said[2].strip() == ""


def test_lines_that_nobody_could_read_are_not_drawn() -> None:
    line, terminal = line_at([0.0, 0.01, 0.05, 0.2])
    for done in range(4):
        line(Step(job="read", done=done, total=4))
    assert [re.findall(r"\d/4", said) for said in terminal.said] == [["0/4"], ["3/4"]]


def line_at(moments: list[float]) -> tuple[_Line, Terminal]:
    terminal, clock = Terminal(), iter(moments)
    return _Line(terminal, in_english, lambda: next(clock)), terminal
