"""Write files whole or not at all."""

import errno
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from almwp.errors import UnwritableFileError, system_problem
from almwp.plugins.journal import logger_of

_LOG = logger_of(__name__)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_together(files: Iterable[tuple[Path, bytes]]) -> tuple[Path, ...]:
    """Write all of *files* or none.

    When one cannot be written, those that were new are taken away again, and those
    that stood there before hold what they held.

    Raises:
        UnwritableFileError: One of them could not be written.
    """
    every = tuple(files)
    before: list[tuple[Path, bytes | None]] = []
    for path, _ in every:  # a folder or a locked file in the way is found first
        try:
            _rights_of(Path(os.path.realpath(path)))
            before.append((path, path.read_bytes() if path.exists() else None))
        except OSError as error:
            raise _unwritable(path, error) from error
    for place, (path, content) in enumerate(every):
        try:
            write_whole(path, content)
        except UnwritableFileError:
            for written, held in before[:place]:
                if held is None:
                    written.unlink(missing_ok=True)
                else:
                    write_whole(written, held)
            raise
    return tuple(path for path, _ in every)


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path*; the folder is made if need be.

    The bytes go to a new file beside the target, which takes the target's place when
    it is complete.  Whatever goes wrong, the target is the old file or the new one.
    A link stays a link; a file that only some may read stays theirs.

    Raises:
        UnwritableFileError: It could not be written.
    """
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        rights = _rights_of(target)
        part = target.parent / f".almwp-{secrets.token_hex(8)}.part"
        handle = os.open(part, _NEW, 0o666 if rights is None else rights)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if rights is not None:
            part.chmod(rights)
        part.replace(target)
        _LOG.debug("wrote %s", path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def _rights_of(target: Path) -> int | None:
    """Return the rights that the file has; None for those that any new file gets.

    What these are is left to the system: to ask it is to change them for a moment, for
    every thread.

    Raises:
        OSError: There is something that is no file, such as a folder or a device.
    """
    if not target.exists():
        return None
    if not target.is_file():
        raise OSError(errno.EINVAL, "this is not an ordinary file")
    return stat.S_IMODE(target.stat().st_mode)


def _unwritable(path: Path, error: OSError) -> UnwritableFileError:
    if isinstance(error, PermissionError):
        why = (
            "the file may not be written; close it in Word or Excel, or write elsewhere"
        )
        return UnwritableFileError(str(path), why)
    return UnwritableFileError(
        str(path),
        "the file could not be written ({problem})",
        problem=system_problem(error),
    )
