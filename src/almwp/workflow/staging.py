"""Put bytes on the disk beside where they belong: the one place that writes files."""

import errno
import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

_MARK, _PART = ".almwp-", ".part"
_OURS = (_PART, ".lock")
_STALE = 3600
"""Seconds after which nobody can still be at work on what was begun."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_AT_ONCE = 1 << 20
_ASK_NO_FURTHER = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES})
"""What systems say that cannot confirm the names of a folder, as network disks."""


def part_beside(target: Path) -> Path:
    """Return a new name beside *target* for what is not complete.

    Nothing reads files of such names, and a later run removes them.
    """
    return target.parent / f"{_MARK}{os.urandom(8).hex()}{_PART}"


def old_beside(target: Path) -> Path:
    """Return a new name beside *target* for what stood there.

    It goes when all is well; what a run that was killed has left is never removed.
    """
    return target.parent / f"{_MARK}{os.urandom(8).hex()}.old"


def make_folder(folder: Path) -> tuple[Path, ...]:
    """Make *folder* and those above it that are missing.

    Returns:
        Those that were made, the innermost first.

    Raises:
        OSError: One could not be made; those above it are gone again.
    """
    made: list[Path] = []
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            made.insert(0, each)
            settle(each.parent)
    except OSError:
        take_empty_away(made)
        raise
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    return tuple(made)


def take_empty_away(made: Iterable[Path]) -> None:
    """Remove folders that were made, the innermost first, as far as they are empty."""
    for folder in made:
        try:
            folder.rmdir()
        except OSError:  # somebody else has put something there
            return


def put(path: Path, content: Iterable[bytes], rights: int = 0o666) -> None:
    """Write the new file *path*, and see that the disk has it before going on.

    Args:
        path: The file.
        content: The parts of what it shall hold.
        rights: Who may do what with it.

    Raises:
        OSError: It could not be written, or there is such a file; some of it may stand
            there.
    """
    handle = os.open(path, _NEW, rights)
    try:
        for part in content:
            rest = memoryview(part)
            while rest:
                written = os.write(handle, rest[:_AT_ONCE])
                if not written:
                    raise OSError(errno.EIO, "nothing is taken")
                rest = rest[written:]
        os.fsync(handle)
    finally:
        os.close(handle)


def settle(folder: Path) -> None:
    """See that the disk knows the names in *folder*, where a system can be asked.

    Raises:
        OSError: The disk does not confirm it.
    """
    kind = getattr(os, "O_DIRECTORY", None)
    if kind is None:  # Windows asks the disk by itself
        return
    try:
        handle = os.open(folder, os.O_RDONLY | kind)
    except OSError:  # one may write there and not look
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _ASK_NO_FURTHER:
            raise
    finally:
        os.close(handle)


def take_away(path: Path) -> None:
    """Remove what is not wanted; where that fails it stays, and a later run goes on."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)


def sweep(ours: Path) -> None:
    """Remove what runs that were killed left beside *ours* an hour before it or more.

    What another run has just begun is younger.  The time is that of *ours*, which was
    just written: a disk on the network has its own clock.
    """
    ours = Path(os.path.realpath(ours))
    try:
        now = ours.stat().st_mtime
        with os.scandir(ours.parent) as entries:
            left = [Path(entry) for entry in entries if _is_stale(entry, now)]
    except OSError:  # one may write there and not look, or somebody else has swept
        return
    for path in left:
        take_away(path)


def _is_stale(entry: "os.DirEntry[str]", now: float) -> bool:
    if not (entry.name.startswith(_MARK) and entry.name.endswith(_OURS)):
        return False
    told = entry.stat(follow_symlinks=False)
    is_of_a_kind = stat.S_ISREG(told.st_mode) or stat.S_ISDIR(told.st_mode)
    return is_of_a_kind and now - told.st_mtime > _STALE
