"""Keep what a call reads from being written over by the same call."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from almwp.errors import CallError, UnwritableFileError

if TYPE_CHECKING:
    from almwp.plugins.registry import Plugins


def refuse_what_is_read(path: Path, given: Iterable[Path], plugins: "Plugins") -> None:
    """See that *path* is none of the files *given*, nor one in a folder of them.

    Raises:
        CallError: It is; what would be written is something else than was read.
    """
    from almwp.workflow.files import takes

    patterns = [p for reader in plugins.readers.values() for p in reader.patterns]
    may_be_inside = os.path.exists(path) and takes(patterns, path)
    for each in given:
        if _is_one(path, each) or (may_be_inside and _is_inside(path, each)):
            raise CallError(
                "'{path}' is read by this call; name another file with -o", path=path
            )


def refuse_what_was_not_read(path: Path, unread: Iterable[Path]) -> None:
    """See that *path* is none of the files that were meant and could not be read.

    Raises:
        UnwritableFileError: It is; what stands in it would be lost.
    """
    if any(_is_one(path, each) for each in unread):
        raise UnwritableFileError(
            str(path),
            "it could not be read, so it is not replaced either; save the plan in "
            "another file",
        )


def _is_one(path: Path, other: Path) -> bool:
    if os.path.realpath(path) == os.path.realpath(other):
        return True
    try:
        return path.samefile(other)  # other capitals, or a second name of the file
    except (OSError, ValueError):
        return False


def _is_inside(path: Path, folder: Path) -> bool:
    within = Path(os.path.realpath(folder))
    return within.is_dir() and within in Path(os.path.realpath(path)).parents
