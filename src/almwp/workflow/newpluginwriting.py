"""Write the files of a new plugin into a folder, all of them or none."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from almwp.errors import CallError, UnwritableFileError


def write_new_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write *files* into *folder*, which is new or empty.

    They are written beside their places first, and moved when they are complete.

    Args:
        folder: The folder; it and those above it are made if need be.
        files: Texts by their path in the folder, with slashes.

    Raises:
        CallError: It holds something already, or is no folder.
        UnwritableFileError: It could not be written; what was made is gone again.
    """
    try:
        refuse_used(folder)
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        moved: list[Path] = []
        is_whole = False
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=folder, prefix=".almwp-") as part:
                _write(Path(part), files)
                for each in sorted(Path(part).iterdir()):
                    moved.append(each.rename(folder / each.name))
            is_whole = True
        finally:
            if not is_whole:
                _take_back(moved, missing)
    except OSError as error:
        raise UnwritableFileError(
            str(folder),
            "the folder could not be written ({problem})",
            problem=error.strerror or error,
        ) from error


def refuse_used(folder: Path) -> None:
    """Refuse what is no folder, and a folder that holds anything.

    Raises:
        CallError: It is one of these.
        OSError: It cannot be looked into.
    """
    if folder.is_symlink() and not folder.exists():
        raise CallError("{path} is a link that leads nowhere", path=folder)
    if not folder.exists():
        return
    if not folder.is_dir():
        raise CallError("{path} is a file; name a new folder", path=folder)
    if any(folder.iterdir()):
        raise CallError(
            "{path} is not empty, and nothing in it is touched; name a new folder",
            path=folder,
        )


def _write(into: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _take_back(moved: list[Path], made: list[Path]) -> None:
    """Remove what was written, and the folders that were made for it."""
    for each in moved:
        if each.is_dir():
            shutil.rmtree(each, ignore_errors=True)
        else:
            each.unlink(missing_ok=True)
    for folder in made:
        try:
            folder.rmdir()
        except OSError:  # it was never made, or somebody else has put something there
            return
