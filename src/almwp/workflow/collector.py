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
            _pass_over_what_was_made()
            gc.enable()


def _pass_over_what_was_made() -> None:
    """Count what was made among what stays, or all of it would be searched at once.

    To stop looking at it and to begin again does that.  It is searched later, with all
    else that is old.
    """
    if not gc.get_freeze_count():  # else somebody does not want that looked at
        gc.freeze()
        gc.unfreeze()
