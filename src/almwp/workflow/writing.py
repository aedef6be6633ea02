"""Write files whole or not at all."""

import os
import tempfile
from pathlib import Path

from almwp.errors import UnwritableFileError


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path*; the folder is made if need be.

    The bytes go to a new file beside the target, which takes the target's place when
    it is complete.  Whatever goes wrong, the target is the old file or the new one.

    Raises:
        UnwritableFileError: It could not be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(
            dir=path.parent, prefix=".almwp-", suffix=".part"
        )
    except OSError as error:
        raise _unwritable(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _give_usual_rights(part)
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def _give_usual_rights(part: Path) -> None:
    """Let the file be read as any new file is; a temporary one is its owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    part.chmod(0o666 & ~mask)


def _unwritable(path: Path, error: OSError) -> UnwritableFileError:
    if isinstance(error, PermissionError):
        why = (
            "the file may not be written; close it in Word or Excel, or write elsewhere"
        )
        return UnwritableFileError(str(path), why)
    return UnwritableFileError(
        str(path), "the file could not be written ({problem})", problem=error.strerror
    )
