"""Write files whole or not at all."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from almwp.errors import UnwritableFileError, system_problem
from almwp.plugins.journal import logger_of
from almwp.workflow.locking import locked
from almwp.workflow.placing import put_in_place
from almwp.workflow.staging import (
    make_folder,
    old_beside,
    part_beside,
    put,
    settle,
    sweep,
    take_away,
    take_empty_away,
)

_LOG = logger_of(__name__)

NOTHING = ""
"""The fingerprint of what is not there."""


def write_whole(
    path: Path,
    content: bytes | Iterable[bytes],
    *,
    stood: str | None = None,
    is_one_of_many: bool = False,
) -> None:
    """Write *content* to *path*; the folder is made if need be.

    The bytes go to a new file beside the target, which takes the target's place when
    the disk has it.  Whatever goes wrong, the target is the old file or the new one.
    A link stays a link; a file that only some may read stays theirs.

    Args:
        path: The file.
        content: All that it shall hold, or the parts of it.
        stood: What stood there when the work began, as :func:`fingerprint_at` told.
            Anything else is another's work by now, and stays.  None replaces whatever
            there is.
        is_one_of_many: Whether many are written into one folder, which is not searched
            for what earlier runs left there each time.

    Raises:
        UnwritableFileError: It could not be written.
    """
    put_in_place([partial(StagedFile, path, content, stood)])
    if not is_one_of_many:
        sweep(path)


def write_together(files: Iterable[tuple[Path, bytes]]) -> tuple[Path, ...]:
    """Write all of *files* or none.

    When one cannot be written, those that were new are taken away again, and those
    that stood there before hold what they held.

    Raises:
        UnwritableFileError: One of them could not be written.
    """
    every = tuple(files)
    for path, _ in every:  # a folder or a locked file in the way is found first
        try:
            _rights_of(Path(os.path.realpath(path)))
        except OSError as error:
            raise unwritable(path, error) from error
    put_in_place(partial(StagedFile, path, content) for path, content in every)
    for path in {path.parent: path for path, _ in every}.values():
        sweep(path)
    return tuple(path for path, _ in every)


def fingerprint_at(path: Path) -> str | None:
    """Return the fingerprint of the file at *path*; empty where there is none.

    Returns:
        None where it cannot be told, which writing will say.
    """
    target = Path(os.path.realpath(path))
    try:
        if not target.is_file():
            return None if os.path.lexists(target) else NOTHING
        with target.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


class StagedFile:
    """A file that stands complete beside where it belongs."""

    def __init__(
        self,
        path: Path,
        content: bytes | Iterable[bytes],
        stood: str | None = None,
    ) -> None:
        self.path = path
        self._stood = stood
        self._target = Path(os.path.realpath(path))
        self._part = part_beside(self._target)
        self._kept: Path | None = None
        self._was_there = self._is_placed = False
        self._made: tuple[Path, ...] = ()
        is_staged = False
        try:
            self._made = make_folder(self._target.parent)
            rights = _rights_of(self._target)
            self._was_there = rights is not None
            parts = [content] if isinstance(content, bytes) else content
            put(self._part, parts, 0o666 if rights is None else rights)
            if rights is not None:
                self._part.chmod(rights)
            is_staged = True
        except OSError as error:
            raise unwritable(path, error) from error
        finally:
            if not is_staged:
                self.drop()

    @property
    def folder(self) -> Path:
        """The folder in which it is staged."""
        return self._target.parent

    def keep(self) -> None:
        """See that the older file can be put back: by a second name, or by a copy."""
        if not self._was_there:
            return
        self._kept = old_beside(self._target)
        try:
            os.link(self._target, self._kept)
        except OSError:  # a disk that knows no second names
            put(self._kept, [self._target.read_bytes()])
            self._kept.chmod(_rights_of(self._target) or 0o666)

    def place(self) -> None:
        """Take the place of the older file, if that is still the one that is meant."""
        if self._stood is None:
            self._part.replace(self._target)
        else:
            with locked(self._target):
                self._insist_on_what_stood()
                self._part.replace(self._target)
        self._is_placed = True
        _LOG.debug("wrote %s", self.path)

    def _insist_on_what_stood(self) -> None:
        now = fingerprint_at(self._target)
        is_as_meant = now in (self._stood, NOTHING)
        # What the other program wrote may be the very same.
        if not is_as_meant and (now is None or now != fingerprint_at(self._part)):
            raise UnwritableFileError(
                str(self.path),
                "another program wrote this file while this one was at work, and it "
                "is left as it is; look at it, then do this again",
            )

    def put_back(self) -> Path | None:
        """Put the older file back, if this one took its place."""
        if self._part.exists():  # it did not
            return None
        self._is_placed = False
        try:
            if self._kept is not None:
                self._kept.replace(self._target)
            elif not self._was_there:
                self._target.unlink(missing_ok=True)
        except OSError:
            kept, self._kept = self._kept, None
            return kept or self._target
        return None

    def drop(self) -> None:
        """Remove what is not wanted any longer."""
        for path in (self._part, self._kept):
            if path is not None:
                take_away(path)
        if not self._is_placed:
            take_empty_away(self._made)

    def settle(self) -> None:
        """See that the disk knows of it."""
        settle(self._target.parent)

    def refusal(self, error: OSError) -> UnwritableFileError:
        """Say why it could not be written."""
        return unwritable(self.path, error)


def _rights_of(target: Path) -> int | None:
    """Return the rights that the file has; None for those that any new file gets.

    What these are is left to the system: to ask it is to change them for a moment, for
    every thread.

    Raises:
        OSError: There is something that is no file, such as a folder or a device; or a
            file that nobody may write: it is meant to stay.
    """
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        why = "this is not an ordinary file"
        raise OSError(errno.EINVAL, why)
    rights = stat.S_IMODE(found.st_mode)
    if not rights & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return rights


def unwritable(path: Path, error: OSError) -> UnwritableFileError:
    """Say why *path* could not be written."""
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
