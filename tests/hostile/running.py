"""Give hostile files to the real command, as a user would, and see how it ends."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.hostile import Hostile
from tests.hostile.pace import Pace
from tests.hostile.sound import report

PROGRAM = Path(sys.executable).with_name("almwp")
_MEASURED = Path(__file__).with_name("measured.py")
_PATIENCE = 150
"""Seconds of the clock after which a command hangs, however busy the machine is."""
_NAMED = re.compile(r"^(?:\d{3}/)?(\d{3})-")


@dataclass(frozen=True)
class Ended:
    """How a command ended.

    Attributes:
        code: Its exit code.
        out: What it printed as its result.
        err: What it said beside it.
        overran: Whether it had to be stopped.
        seconds: Seconds of the processor, processes it started included; None where
            the system does not tell.
        bytes: Memory of the largest process at its peak; None where it is not told.
        slowness: How many times as long this machine took meanwhile as the one on
            which the bounds were set; 1 at least.
    """

    code: int
    out: str
    err: str
    overran: bool
    seconds: float | None
    bytes: int | None
    slowness: float = 1.0

    @property
    def said(self) -> str:
        """All that was printed."""
        return f"{self.out}\n{self.err}"


def binding() -> list[str] | None:
    """Return what a command begins with so that the rights of files bind it.

    Nothing is needed for whoever is not root; None where root cannot be bound.
    """
    if getattr(os, "geteuid", lambda: 1)():
        return []
    if shutil.which("setpriv") is None:
        return None
    less = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={less}", f"--inh-caps={less}"]


def run(hostile: Hostile, folder: Path) -> Ended:
    """Write the file into *folder*, run its command there and measure it.

    Raises:
        OSError: The file system does not take such a file.
    """
    hostile.write(folder)
    (folder / "good.xlsx").write_bytes(report())
    names = {"{file}": hostile.file, "{good}": "good.xlsx"}
    before = binding() or [] if "no root" in hostile.needs else []
    return _measured([names.get(word, word) for word in hostile.call], folder, before)


def run_together(hostiles: Sequence[Hostile], folder: Path) -> tuple[Ended, list[str]]:
    """Check several files in one call.

    Returns:
        How the call ended, and what was said of each file, in their order.
    """
    names = []
    for number, hostile in enumerate(hostiles):
        name = f"{number:03}-{hostile.file}"
        own = folder / f"{number:03}"
        own.mkdir()
        hostile.write(own).rename(own / name)
        names.append(f"{own.name}/{name}")
    ended = _measured(["check", *names], folder)
    said = [""] * len(hostiles)
    number = 0
    for line in ended.out.split("\n"):
        named = _NAMED.match(line)
        number = int(named[1]) if named else number
        said[number] += f"{line}\n"
    return ended, said


def _measured(call: Sequence[str], folder: Path, before: Sequence[str] = ()) -> Ended:
    """Run ``almwp`` in a folder and measure it; *before* is what binds it."""
    command = [sys.executable, str(_MEASURED), str(_PATIENCE), str(PROGRAM), *call]
    with Pace.taken() as pace:
        done = subprocess.run(
            [*before, *command],
            cwd=folder,
            stdout=subprocess.PIPE,
            check=True,
            env=_surroundings(),
        )
    told = json.loads(done.stdout)
    out, err = ((folder / each).read_bytes() for each in ("out", "err"))
    return Ended(
        out=out.decode("utf-8", "backslashreplace"),
        err=err.decode("utf-8", "backslashreplace"),
        slowness=pace.slowness,
        **told,
    )


def _surroundings() -> dict[str, str]:
    """Return the surroundings of a user who set nothing."""
    return {name: value for name, value in os.environ.items() if "ALMWP" not in name}
