"""Write the files of a new plugin into a folder, all of them or none."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from almwp.errors import CallError, UnwritableFileError, system_problem
from almwp.workflow.staging import (
    make_folder,
    part_beside,
    put,
    settle,
    take_away,
    take_empty_away,
)


def write_new_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write *files* into *folder*, which is new or empty.

    They are written beside their places first, and moved when they are complete; a
    machine that stops meanwhile leaves a folder that is not empty, and so not used.

    Args:
        folder: The folder; it and those above it are made if need be.
        files: Texts by their path in the folder, with slashes.

    Raises:
        CallError: It holds something already, or is no folder.
        UnwritableFileError: It could not be written; what was made is gone again.
    """
    try:
        refuse_used(folder)
        part = part_beside(folder / "part")
        made: tuple[Path, ...] = ()
        moved: list[Path] = []
        is_whole = False
        try:
            made = make_folder(folder)
            part.mkdir()
            _write(part, files)
            for each in sorted(part.iterdir()):
                moved.append(each.rename(folder / each.name))
            settle(folder)
            is_whole = True
        finally:
            take_away(part)
            if not is_whole:
                _take_back(moved, made)
    except OSError as error:
        raise UnwritableFileError(
            str(folder),
            "the folder could not be written ({problem})",
            problem=system_problem(error),
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
        put(path, [text.encode()])


def _take_back(moved: Iterable[Path], made: Iterable[Path]) -> None:
    """Remove what was written, and the folders that were made for it."""
    for each in moved:
        take_away(each)
    take_empty_away(made)
