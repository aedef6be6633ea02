"""How slow this machine is: the bounds of time were set on one of known speed."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import fmean
from threading import Event, Thread
from time import thread_time

_STEPS = 50_000
_USUAL = 0.005
"""Seconds of the processor that the work took where the bounds were set.

Reckoned: it takes 0.0125 on a machine on which the slowest of these files takes 16 to
17 seconds, where it took 6.5.
"""
_PAUSE = 0.4
"""Seconds of the clock between two looks at the pace."""


class Pace:
    """How long the same small work takes again and again, while something runs."""

    def __init__(self) -> None:
        self._taken: list[float] = []
        self._ended = Event()

    @property
    def slowness(self) -> float:
        """How many times as long this machine took as the usual one; 1 at least."""
        return max(1.0, fmean(self._taken or [0.0]) / _USUAL)

    def _look(self) -> None:
        while not self._ended.wait(_PAUSE):
            self._taken.append(_seconds())

    @classmethod
    @contextmanager
    def taken(cls) -> Iterator["Pace"]:
        """Look at the pace from time to time until the block ends."""
        pace = cls()
        looking = Thread(target=pace._look, daemon=True)
        looking.start()
        try:
            yield pace
        finally:
            pace._ended.set()
            looking.join()


def _seconds() -> float:
    """Return what work takes that is much like that of reading cells."""
    begun = thread_time()
    known: dict[str, list[int]] = {}
    for step in range(_STEPS):
        known.setdefault(str(step & 1023), []).append(step)
    return thread_time() - begun
