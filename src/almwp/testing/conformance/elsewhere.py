"""Run as a program: another day, host, user and home; then answers what is asked.

It changes the clock before it brings in anything, so that ``from datetime import date``
gives the changed one everywhere, but for the packages that it is called with: theirs
are built upon the real one.
"""

import datetime
import os
import platform
import socket
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date as RealDate
from datetime import datetime as RealDatetime
from importlib import import_module
from typing import Any

FIRST_SECOND = 1_643_861_106
"""It is 3 February 2022 there, before most of what a plan reports."""

HOST = "almwp-other-host"

_started = time.monotonic_ns()


def _nanoseconds() -> int:
    return FIRST_SECOND * 1_000_000_000 + time.monotonic_ns() - _started


def _seconds() -> float:
    return _nanoseconds() / 1e9


class _LikeDate(type):
    """What is a date is one of these, too, and the other way round."""

    def __instancecheck__(cls, instance: object) -> bool:
        real = RealDatetime if cls.__name__ == "datetime" else RealDate
        return isinstance(instance, real)

    def __subclasscheck__(cls, other: type) -> bool:
        real = RealDatetime if cls.__name__ == "datetime" else RealDate
        return issubclass(other, real)


class _Date(RealDate, metaclass=_LikeDate):
    def __new__(cls, *given: Any, **named: Any) -> Any:
        made = RealDate if cls is _Date else cls
        return RealDate.__new__(made, *given, **named)

    @classmethod
    def today(cls) -> Any:
        return cls.fromtimestamp(_seconds())

    @classmethod
    def fromtimestamp(cls, timestamp: float, /) -> Any:
        return RealDate.fromtimestamp(timestamp)


class _Datetime(RealDatetime, metaclass=_LikeDate):
    def __new__(cls, *given: Any, **named: Any) -> Any:
        made = RealDatetime if cls is _Datetime else cls
        return RealDatetime.__new__(made, *given, **named)

    @classmethod
    def today(cls) -> Any:
        return RealDatetime.fromtimestamp(_seconds())

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Any:
        return RealDatetime.fromtimestamp(_seconds(), tz)

    @classmethod
    def utcnow(cls) -> Any:
        return cls.now(datetime.UTC).replace(tzinfo=None)


def move() -> None:
    """Change what this process sees of the clock and of the machine."""
    for moved, name in ((_Date, "date"), (_Datetime, "datetime")):
        moved.__name__ = moved.__qualname__ = name
        moved.__module__ = "datetime"
        setattr(datetime, name, moved)
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, _of_now(getattr(time, name)))
    time.strftime = _written_now(time.strftime, time.localtime)
    time.time, time.time_ns = _seconds, _nanoseconds
    socket.gethostname = lambda: HOST
    socket.getfqdn = lambda name="": name or HOST
    platform.node = lambda: HOST
    if hasattr(os, "uname"):
        about: Sequence[Any] = os.uname()
        other = os.uname_result((about[0], HOST, *about[2:]))
        os.uname = lambda: other


def _of_now(call: Callable[..., Any]) -> Callable[..., Any]:
    return lambda at=None: call(_seconds() if at is None else at)


def _written_now(
    call: Callable[..., str], local: Callable[..., Any]
) -> Callable[..., str]:
    return lambda how, at=None: call(how, local() if at is None else at)


def main() -> None:
    """Import the packages that the call names, move, and answer what is asked."""
    for package in sys.argv[1:]:
        import_module(package)
    move()
    from almwp.testing.conformance.freshly import answer

    answer()


if __name__ == "__main__":
    main()
