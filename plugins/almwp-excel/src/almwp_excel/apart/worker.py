"""The process apart in which a reader that is not ours reads; it is run as a script.

It reads one line of JSON, which names the reader and its allowance, and then the file
from its input, and writes what that reader tells as lines of JSON.  It imports nothing
of almwp: it has to start quickly, and the reader may end it at any moment.
"""

import json
import runpy
import sys
from pathlib import Path
from typing import BinaryIO


def main() -> None:
    """Read the file from the input and write its cells to the output."""
    asked = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    bound(asked["memory"], asked["seconds"])
    reader = runpy.run_path(str(Path(__file__).with_name(f"{asked['reader']}.py")))
    refused = reader["failures"]()
    out = _Output(sys.stdout.buffer, asked["bytes"])
    last = {"end": "yes"}
    try:
        for line in reader["lines_of"](content, asked):
            out.write(line)
    except refused as error:
        last = {"refused": reader["word_of"](error)}
    except _NoRoomError:
        last = {"refused": "too large"}
    sys.stdout.buffer.write(json.dumps(last).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


class _NoRoomError(Exception):
    """The workbook has more to tell than it may."""


class _Output:
    """Where lines are written, as long as there is room for them."""

    def __init__(self, out: BinaryIO, room: int) -> None:
        self._out, self._room = out, room

    def write(self, line: object) -> None:
        """Write a line of JSON."""
        written = json.dumps(line, separators=(",", ":")).encode("ascii")
        self._room -= len(written)
        if self._room < 0:
            raise _NoRoomError
        self._out.write(written + b"\n")


def bound(memory: int, seconds: int) -> None:
    """Bound what the process may take, where the system has such bounds."""
    try:
        import resource
    except ImportError:  # Windows: there the clock of the caller is the only bound
        return
    for name, most in (
        ("RLIMIT_CORE", 0),
        ("RLIMIT_CPU", seconds),
        ("RLIMIT_AS", memory),
    ):
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (lowest, hard))
        except (ValueError, OSError):  # macOS has no bound of memory
            continue


if __name__ == "__main__":
    main()
