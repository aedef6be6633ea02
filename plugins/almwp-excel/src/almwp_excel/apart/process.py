"""Running the process apart, with a clock and a bound on its memory."""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Self

from attrs import frozen

from almwp.intake.limits import MEBIBYTE

_WORKER = Path(__file__).with_name("worker.py")
_SECONDS: Final = 8
"""For a small file, so that one which hangs is given up within ten seconds."""
_MEMORY: Final = 480 * MEBIBYTE
_PATIENCE: Final = 4
"""How many times longer than it may compute a process may take: others compute too."""
_OUT_OF_TIME: Final = -getattr(signal, "SIGXCPU", 0)


class Ending(StrEnum):
    """How a process apart ends that does not come to its end."""

    OVERRAN = "overran"
    BROKE_OFF = "broke off"
    NOT_STARTED = "not started"


class GivenUpError(Exception):
    """A file that the process apart could not read.

    Attributes:
        ending: How it ended.
        seconds: How long it was allowed to take.
    """

    def __init__(self, ending: Ending, seconds: int) -> None:
        super().__init__(ending)
        self.ending, self.seconds = ending, seconds


@frozen(kw_only=True)
class Appetite:
    """What a reader needs, beyond what it needs for the smallest file.

    Attributes:
        seconds_each_mebibyte: How many seconds for each mebibyte of the file, unpacked.
        memory_each_byte: How many bytes of memory for each of its bytes.
    """

    seconds_each_mebibyte: int
    memory_each_byte: int


@frozen(kw_only=True)
class Allowance:
    """What the process apart may take for one file.

    Attributes:
        seconds: How long it may compute; where the system cannot tell, how long it may
            take.
        memory: How many bytes of memory it may have, where the system can bound it.
    """

    seconds: int
    memory: int

    @classmethod
    def of(cls, size: int, appetite: Appetite, reserved: int = 0) -> Self:
        """Return what a file may take.

        Args:
            size: How many bytes it has, unpacked.
            appetite: What its reader needs for it.
            reserved: How many bytes more the reader reserves without using them.
        """
        return cls(
            seconds=_SECONDS + appetite.seconds_each_mebibyte * (size // MEBIBYTE),
            memory=_MEMORY + appetite.memory_each_byte * size + reserved,
        )

    @property
    def patience(self) -> int:
        """How many seconds to wait for the process, whatever else the machine does."""
        computes = find_spec("resource") is not None
        return self.seconds * _PATIENCE if computes else self.seconds


def lines_from_worker(
    reader: str, content: bytes, asked: Mapping[str, int], allowance: Allowance
) -> list[bytes]:
    """Have a file read and return the lines that were written about it.

    Args:
        reader: Which reader reads it: the name of a module beside this one.
        content: The bytes of the file.
        asked: What the reader has to know.
        allowance: What it may take.

    Raises:
        GivenUpError: The process could not be started, broke off or overran.
    """
    seconds = allowance.seconds
    told = {"seconds": seconds, "memory": allowance.memory, **asked}
    given = json.dumps({"reader": reader, **told}).encode("ascii") + b"\n" + content
    if not sys.executable:
        raise GivenUpError(Ending.NOT_STARTED, seconds)
    # -P: the folder of the script is no place to import from, nor is the user's.
    command = [sys.executable, "-P", "-X", "utf8", str(_WORKER)]
    try:
        done = subprocess.run(
            command,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=allowance.patience,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GivenUpError(Ending.OVERRAN, seconds) from None
    except OSError:
        raise GivenUpError(Ending.NOT_STARTED, seconds) from None
    if done.returncode == _OUT_OF_TIME and _OUT_OF_TIME:
        raise GivenUpError(Ending.OVERRAN, seconds)
    if done.returncode != 0:
        raise GivenUpError(Ending.BROKE_OFF, seconds)
    return done.stdout.splitlines()
