"""Runs of programs in processes of their own: what each took of the processor.

Seconds of the processor, not of the wall: on a machine that others use too, they are
what two runs agree on.
"""

import json
import math
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

Command = Sequence[str]
_STARTER = Path(__file__).with_name("starter.py")
_LEAST = 1e-3
"""Seconds below which nothing can be told."""
_SECONDS = re.compile(r"\d+\.\d+(?:e-\d+)?")


@frozen(kw_only=True)
class Taken:
    """What one run took.

    Attributes:
        seconds: Of the processor, by the program and by the system for it.
        peak: The most memory that it held, in bytes.
        part: Seconds of that part of it that is compared, where the program tells them
            in its last line: what it loads for that part is in them, its start is not.
    """

    seconds: float
    peak: int
    part: float | None = None


@frozen(kw_only=True)
class Compared:
    """What one program takes of what another takes, over the rounds.

    Attributes:
        middle: The median of the ratios of each round.
        low: The lowest of them.
        high: The highest.
    """

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, ratios: Sequence[float]) -> "Compared":
        """Return the middle and the spread of *ratios*."""
        return cls(middle=statistics.median(ratios), low=min(ratios), high=max(ratios))

    def exponents(self) -> "Compared":
        """Return the powers by which it grows, where ten times as much was done."""
        return Compared.of([math.log10(r) for r in (self.low, self.middle, self.high)])


class FailedError(Exception):
    """A program that ended with an error: nothing is measured then."""


def run_once(command: Command, *, codes: Sequence[int] = (0,)) -> Taken:
    """Run a program and return what it took.

    Raises:
        FailedError: It ended with another code than *codes*.
    """
    done = subprocess.run(
        [sys.executable, "-IS", str(_STARTER), *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    told = json.loads(done.stdout)
    if told["code"] not in codes:
        words = done.stderr.decode("utf-8", "replace")[-2000:]
        raise FailedError(f"{' '.join(command)[:300]}\n{words}")
    part = float(told["last"]) if _SECONDS.fullmatch(told["last"]) else None
    return Taken(seconds=told["seconds"], peak=told["peak"], part=part)


def rounds(
    commands: Mapping[str, Command],
    number: int,
    *,
    warm: int = 1,
    codes: Sequence[int] = (0,),
    on_run: Callable[[str], None] = lambda name: None,
) -> dict[str, list[Taken]]:
    """Run each of *commands* in turn, so many times; a first round is not counted.

    Args:
        commands: The programs, by name.
        number: How often each is run.
        warm: How many rounds before are not counted.
        codes: The exit codes that are no failure.
        on_run: Is told which one is run.
    """
    found: dict[str, list[Taken]] = {name: [] for name in commands}
    for place in range(-warm, number):
        for name, command in commands.items():
            on_run(name)
            taken = run_once(command, codes=codes)
            if place >= 0:
                found[name].append(taken)
    return found


def ratio(
    ours: Sequence[Taken], theirs: Sequence[Taken], less: Sequence[Taken] = ()
) -> Compared:
    """Return what *ours* took of what *theirs* took, round by round.

    Args:
        ours: One program's runs.
        theirs: The other's, of the same rounds.
        less: Runs whose time is taken off both, such as those of a bare start.
    """
    off = [taken.seconds for taken in less] or [0.0] * len(ours)
    pairs = zip(ours, theirs, off, strict=True)
    return Compared.of([(a.seconds - o) / (b.seconds - o) for a, b, o in pairs])


def of_parts(found: Mapping[str, Sequence[Taken]], ours: str, theirs: str) -> Compared:
    """Return what the part that is compared took of *ours* of that of *theirs*.

    Args:
        found: The runs, each of which told its part.
        ours: Name of one.
        theirs: Name of the other.
    """
    pairs = zip(parts(found[ours]), parts(found[theirs]), strict=True)
    return Compared.of([a / b for a, b in pairs])


def parts(runs: Sequence[Taken]) -> list[float]:
    """Return the seconds of the parts that are compared."""
    told = [taken.part for taken in runs if taken.part is not None]
    if len(told) < len(runs):
        raise FailedError("a program does not tell what its part took")
    return [max(seconds, _LEAST) for seconds in told]


def said(command: Command) -> str:
    """Run a program and return what it says."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def script(name: str, *words: str | Path) -> list[str]:
    """Return the command that runs a script of this folder."""
    path = Path(__file__).parent / name
    return [sys.executable, str(path), *map(str, words)]


def almwp(*words: str | Path) -> list[str]:
    """Return the command that runs almwp."""
    return [sys.executable, "-m", "almwp", *map(str, words)]


BARE = [sys.executable, "-c", "pass"]
