"""Write folders of files whole or not at all."""

import hashlib
import json
import os
import stat
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path, PurePosixPath

from almwp.errors import UnwritableFileError
from almwp.exporting.filesets import LIST_OF_FILES, Files
from almwp.workflow.folderowning import folder_unwritable, refuse_foreign
from almwp.workflow.locking import locked
from almwp.workflow.placing import put_in_place
from almwp.workflow.staging import (
    make_folder,
    part_beside,
    put,
    settle,
    sweep,
    take_away,
    take_empty_away,
)

_ASIDE = ".almwp-old"
"""Ending of an older folder while the new one takes its place."""


def write_folder(path: Path, files: Files, exporter: str) -> None:
    """Write *files* into the folder *path*; what the same export left there goes.

    They are written into a new folder beside it, which takes its place when the disk
    has all of it.  Whatever goes wrong, the folder is the old one or the new one.  No
    system replaces a folder in one step: should the machine stop between the two
    renamings, the old one stands beside, its name ending in ``.almwp-old``, until the
    same export is written again or somebody takes that ending off.

    Args:
        path: The folder; those above it are made if need be.
        files: The files by their names in it.
        exporter: The name of the format, by which its own folder is known again.

    Raises:
        UnwritableFileError: It could not be written, or holds other things.
    """
    put_in_place([partial(StagedFolder, path, files, exporter)])
    sweep(path)


class StagedFolder:
    """A folder that stands complete beside where it belongs."""

    def __init__(self, path: Path, files: Files, exporter: str) -> None:
        self.path = path
        self._exporter = exporter
        self._target = Path(os.path.realpath(path))
        self._part = part_beside(self._target)
        self._aside = self._target.with_name(f"{self._target.name}{_ASIDE}")
        self._is_aside = self._is_placed = False
        self._made: tuple[Path, ...] = ()
        self._held = ExitStack()
        is_staged = False
        try:
            self._made = make_folder(self._target.parent)
            with locked(self._target):
                self._recover()
            refuse_foreign(path, exporter)
            self._part.mkdir()
            told = {**files, PurePosixPath(LIST_OF_FILES): _listed(files, exporter)}
            for name in sorted(told):
                place = self._part / name
                place.parent.mkdir(parents=True, exist_ok=True)
                put(place, [told[name]])
            for folder in {(self._part / name).parent for name in told}:
                settle(folder)
            if self._target.exists():
                self._part.chmod(stat.S_IMODE(self._target.stat().st_mode))
            is_staged = True
        except OSError as error:
            raise self.refusal(error) from error
        finally:
            if not is_staged:
                self.drop()

    def _recover(self) -> None:
        """Finish what a run that was killed between the two renamings has begun."""
        if not self._aside.exists():
            return
        if not self._target.exists():
            self._aside.rename(self._target)
        else:
            refuse_foreign(self._aside, self._exporter)  # nothing else is removed
            self._remove_aside()

    def _remove_aside(self) -> None:
        """Remove the older folder: at one stroke, and only then file by file."""
        going = part_beside(self._target)
        self._aside.rename(going)
        take_away(going)

    @property
    def folder(self) -> Path:
        """The folder in which it is staged."""
        return self._target.parent

    def keep(self) -> None:
        """See that the older folder can be put back: it is kept in any case."""

    def place(self) -> None:
        """Take the place of the older folder, which is kept aside until all is done."""
        self._held.enter_context(locked(self._target))
        if self._target.exists():
            refuse_foreign(self.path, self._exporter)  # somebody may have worked there
            self._is_aside = True
            self._target.rename(self._aside)
        self._part.rename(self._target)
        self._is_placed = True

    def put_back(self) -> Path | None:
        """Put the older folder back, if it was taken away."""
        self._is_placed = False
        try:
            if not self._part.exists():
                self._target.rename(self._part)
            if self._is_aside and not self._target.exists():
                self._aside.rename(self._target)
        except OSError:
            return self._aside if self._is_aside else self._target
        return None

    def drop(self) -> None:
        """Remove what is not wanted any longer."""
        take_away(self._part)
        if self._is_aside and self._target.exists() and self._aside.exists():
            with suppress(OSError):  # the next run does it
                self._remove_aside()
        self._held.close()
        if not self._is_placed:
            take_empty_away(self._made)

    def settle(self) -> None:
        """See that the disk knows of it."""
        settle(self._target.parent)

    def refusal(self, error: OSError) -> UnwritableFileError:
        """Say why it could not be written."""
        return folder_unwritable(self.path, error)


def _listed(files: Files, exporter: str) -> bytes:
    prints = {str(n): hashlib.sha256(files[n]).hexdigest() for n in sorted(files)}
    told = {"format": exporter, "files": prints}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
