"""Write files whole or not at all."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from almwp.errors import UnwritableFileError, system_problem


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
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=".almwp-", suffix=".part"
        )
    except OSError as error:
        raise _unwritable(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(rights)
        part.replace(target)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def _rights_of(target: Path) -> int:
    """Return the rights that the file has, or those of any new file.

    Raises:
        OSError: There is something that is no file, such as a folder or a device.
    """
    if target.exists():
        if not target.is_file():
            raise OSError(errno.EINVAL, "this is not an ordinary file")
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


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
