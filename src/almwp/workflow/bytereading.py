"""Read the bytes of a file, whatever it turns out to be."""

import errno
import os
import stat
from pathlib import Path

from almwp.errors import UnreadableFileError, system_problem

# A pipe that nobody writes to would be waited for.  Windows alone asks for binary.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_SETTINGS = 16 * 1024 * 1024
"""Bytes of a file written by hand; an honest one has a hundred times less."""


def read_bytes(path: Path, most: int, limit: str = "") -> bytes:
    """Return the bytes of a file.

    Args:
        path: The file.
        most: How many bytes it may have.
        limit: How the limit is called that says so; empty where nobody can set it.

    Raises:
        UnreadableFileError: There is no such file, it cannot be opened, it is no
            ordinary file, it is larger than *most*, or somebody wrote to it meanwhile.
    """
    name = str(path)
    try:
        return _bytes_of(path, most)
    except FileNotFoundError as error:
        raise UnreadableFileError(name, _why_not_there(path)) from error
    except IsADirectoryError as error:
        raise not_a_file(path) from error
    except PermissionError as error:
        why = (
            "the file may not be opened; close it in Excel, or ask for the right to it"
        )
        raise UnreadableFileError(name, why) from error
    except _OddFileError as error:
        if error.errno == errno.EFBIG:
            raise too_large(name, most, limit) from error
        raise UnreadableFileError(name, error.strerror) from error
    except OSError as error:
        raise UnreadableFileError(
            name,
            "the file could not be opened ({problem})",
            problem=system_problem(error),
        ) from error


def too_large(name: str, most: int, limit: str = "") -> UnreadableFileError:
    """Say that a file has more than *most* bytes, and which limit says so."""
    if limit:
        return UnreadableFileError(
            name,
            "the file is larger than {most} bytes (limit {limit})",
            most=f"{most:,}",
            limit=limit,
        )
    return UnreadableFileError(
        name, "the file is larger than {limit} bytes", limit=f"{most:,}"
    )


def settings_bytes(path: Path) -> bytes:
    """Return the bytes of a file that somebody wrote by hand, such as a policy.

    Raises:
        OSError: It cannot be read; :func:`system_problem` says why.
    """
    return _bytes_of(path, _SETTINGS)


def not_a_file(folder: Path) -> UnreadableFileError:
    """Say why a folder is not read: it is one, or it cannot be opened at all."""
    try:
        with os.scandir(folder):
            return UnreadableFileError(str(folder), "this is a folder, not a file")
    except OSError as error:
        return UnreadableFileError(
            str(folder),
            "the folder could not be opened ({problem})",
            problem=system_problem(error),
        )


class _OddFileError(OSError):
    """Something that almwp itself finds wrong with a file, in its own words."""

    strerror: str


def _bytes_of(path: Path, most: int) -> bytes:
    """Return the bytes of a file.

    Nothing but an ordinary file is opened: to open a pipe is to wait for somebody, and
    to open a device may set it going.  No more than *most* bytes are ever held, also
    where the file grows while it is being read.

    Raises:
        OSError: It cannot be read.
    """
    try:
        _insist_on_file(os.stat(path))
        handle = os.open(path, _READ)
    except ValueError as error:  # a sign that no name can have
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from error
    with os.fdopen(handle, "rb") as stream:
        before = os.fstat(handle)
        _insist_on_file(before)  # it may be another than it was above
        size = before.st_size
        content = stream.read(min(most, size) + 1) if size <= most else b""
        after = os.fstat(handle)
    if max(size, len(content)) > most:
        why = "the file is too large"
        raise _OddFileError(errno.EFBIG, why)
    if (size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        why = (
            "the file was changed while it was being read; wait until it is saved or "
            "copied, and read it again"
        )
        raise _OddFileError(errno.EAGAIN, why)
    return content


def _insist_on_file(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        why = "this is not an ordinary file"
        raise _OddFileError(errno.EINVAL, why)


def _why_not_there(path: Path) -> str:
    why = "there is no such file or folder"
    if path.is_symlink():
        why = "this is a link that leads nowhere"
    return why
