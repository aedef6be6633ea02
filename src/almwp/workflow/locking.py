"""Keep other runs away from a file while it is looked at and replaced."""

import errno
import hashlib
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_OPEN = os.O_RDWR | os.O_CREAT
_TRIES = 100
_PAUSE = 0.1
"""Seconds between two tries; a lock is held for less than one of them."""
_TAKEN = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keep other runs of almwp from replacing *target* while the block runs.

    The system holds the lock and lets go of it when the process ends, however it ends,
    so none is ever stale.  Where a disk knows no locks, or the lock is another user's,
    the block runs without one.

    Raises:
        OSError: Another run has held it for ten seconds.
    """
    path = _lock_file(target)
    handle = _acquire(path)
    try:
        yield
    finally:
        if handle is not None:
            with suppress(OSError):  # it stays, and the next run uses it
                _let_go(path, handle)


def _lock_file(target: Path) -> Path:
    """Return the name of the lock: one for all spellings in capitals or without."""
    name = os.fsencode(target.name.casefold())
    return target.parent / f".almwp-{hashlib.sha256(name).hexdigest()[:16]}.lock"


def _acquire(path: Path) -> int | None:
    for _ in range(_TRIES):
        try:
            handle = os.open(path, _OPEN, 0o666)
        except PermissionError:
            return None
        try:
            _lock(handle)
            if _is_still(path, handle):
                return handle
            os.close(handle)  # whoever had it has removed it
        except OSError as error:
            os.close(handle)
            if error.errno not in _TAKEN:
                return None
            time.sleep(_PAUSE)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _is_still(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _let_go(path: Path, handle: int) -> None:
        """Remove the file last: Windows lets no file go that anybody has open."""
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        os.close(handle)
        path.unlink()

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(path: Path, handle: int) -> None:
        """Remove the file first, so that nobody waits for one that is going."""
        try:
            path.unlink()
        finally:
            os.close(handle)
