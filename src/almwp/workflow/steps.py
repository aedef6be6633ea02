"""Steps of long work, as they are told to whoever waits for it and may stop it."""

from collections.abc import Callable
from typing import TypeAlias

from attrs import frozen


@frozen(kw_only=True)
class Step:
    """How far long work has come.

    Attributes:
        job: The work: ``read``, ``mark`` or ``write``.
        done: How many files are done, each read, marked or laid out.
        total: How many there are in all.
        what: The file that comes next or is at work, as the user named it; the format,
            for a file that is written; empty when all is done.
        rows: How many rows of that file were read so far.
    """

    job: str
    done: int
    total: int
    what: str = ""
    rows: int = 0


OnStep: TypeAlias = Callable[[Step], object]
"""Is told each step.  It stops the work by raising :class:`almwp.errors.Cancelled`."""


def tell_nobody(step: Step) -> None:
    """Do nothing with *step*."""
