"""Calls to the system that are counted, fail, or are the last thing a process does.

Nothing of almwp is touched: what it asks the system for is answered otherwise, as a
full disk or a power cut would.
"""

import errno
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

WATCHED = (
    "open",
    "write",
    "fsync",
    "close",
    "link",
    "rename",
    "replace",
    "unlink",
    "mkdir",
    "rmdir",
    "chmod",
)
"""What changes a disk, and what makes it certain."""

AnyCall = Callable[..., Any]


class SystemCalls:
    """The calls of one process, and what becomes of one of them.

    Attributes:
        made: The names of the calls, in their order.
    """

    def __init__(
        self,
        *,
        kill_at: int | None = None,
        is_half: bool = False,
        fail_at: int | None = None,
        number: int = 0,
        goes_on: bool = False,
        only: Sequence[str] = WATCHED,
    ) -> None:
        """Plan what becomes of the calls.

        Args:
            kill_at: The call before which the process is killed.
            is_half: Whether half of what that call would write is written before.
            fail_at: The call that fails.
            number: The number of the error with which it does.
            goes_on: Whether all calls after it fail as well.
            only: Those that can fail.
        """
        self.made: list[str] = []
        self._kill_at, self._is_half = kill_at, is_half
        self._fail_at, self._number = fail_at, number
        self._goes_on, self._only = goes_on, only

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Watch the calls of this process for as long as the block runs."""
        real: dict[str, AnyCall] = {name: getattr(os, name) for name in WATCHED}
        for name, call in real.items():
            setattr(os, name, self._in_place_of(name, call))
        try:
            yield
        finally:
            for name, call in real.items():
                setattr(os, name, call)

    def _in_place_of(self, name: str, call: AnyCall) -> AnyCall:
        def watched(*given: Any, **named: Any) -> Any:
            place = len(self.made)
            self.made.append(name)
            if place == self._kill_at:
                if self._is_half and name == "write":
                    call(given[0], given[1][: len(given[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            if self._fails(place) and name in self._only:
                if name == "close":  # the handle is gone whatever it says
                    call(*given, **named)
                if name == "write":  # as much as there was room for
                    call(given[0], given[1][: len(given[1]) // 2])
                raise OSError(self._number, os.strerror(self._number))
            return call(*given, **named)

        return watched

    def _fails(self, place: int) -> bool:
        if self._fail_at is None:
            return False
        return place >= self._fail_at if self._goes_on else place == self._fail_at


FULL, BROKEN = errno.ENOSPC, errno.EIO
