"""Let Python's search for garbage rest while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting_collector() -> Iterator[None]:
    """Let the collector rest while a figure, a report or a file is made.

    It looks for records that refer to one another in a circle, and ours never do; yet
    with each thousand that are made it looks through all there are, which takes as long
    as to make them.  Memory is given back without it all the same.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
