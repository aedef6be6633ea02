"""Running the process apart, with a clock and a bound on its memory."""

import json
import subprocess
import sys
from pathlib import Path

from attrs import frozen

from almwp.intake.limits import MEBIBYTE, Limits
from almwp_excel import refusals

_WORKER = Path(__file__).with_name("worker.py")
_SECONDS = 8
"""For a small file, so that one which hangs is given up within ten seconds."""
_SECONDS_EACH_MEBIBYTE = 1
_MEMORY = 480 * MEBIBYTE
_MEMORY_EACH_BYTE = 8


class GivenUpError(Exception):
    """A file that the process apart could not read.

    Attributes:
        why: The sentence with which it is refused.
        facts: What the sentence speaks of.
    """

    def __init__(self, why: str, **facts: str) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


@frozen(kw_only=True)
class Allowance:
    """What the process apart may take for one file.

    Attributes:
        seconds: How long it may run.
        memory: How many bytes of memory it may have, where the system can bound it.
    """

    seconds: int
    memory: int

    @classmethod
    def of(cls, size: int) -> "Allowance":
        """Return what a file of *size* bytes, unpacked, may take."""
        return cls(
            seconds=_SECONDS + _SECONDS_EACH_MEBIBYTE * (size // MEBIBYTE),
            memory=_MEMORY + _MEMORY_EACH_BYTE * size,
        )


def lines_from_worker(
    content: bytes, limits: Limits, allowance: Allowance
) -> list[bytes]:
    """Have a file read and return the lines that were written about it.

    Raises:
        GivenUpError: The process could not be started, broke off or overran.
    """
    asked = {
        "seconds": allowance.seconds,
        "memory": allowance.memory,
        "bytes": limits.entry_bytes,
        "sheets": limits.sheets,
        "cells": limits.cells,
    }
    given = json.dumps(asked).encode("ascii") + b"\n" + content
    if not sys.executable:
        raise GivenUpError(refusals.NO_PROCESS)
    # -P: the folder of the script is no place to import from, nor is the user's.
    command = [sys.executable, "-P", "-X", "utf8", str(_WORKER)]
    try:
        done = subprocess.run(
            command,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=allowance.seconds,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GivenUpError(refusals.OVERRAN, limit=str(allowance.seconds)) from None
    except OSError:
        raise GivenUpError(refusals.NO_PROCESS) from None
    if done.returncode != 0:
        raise GivenUpError(refusals.BROKE_OFF)
    return done.stdout.splitlines()
