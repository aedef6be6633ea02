"""Find the files that a user means: workbooks, saved plans, and folders of them."""

import os
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from almwp.errors import UnreadableFileError
from almwp.plugins.registry import Plugins
from almwp.workflow.bytereading import not_a_file

PLAN_SUFFIX = ".json"
"""Ending of a saved plan."""


def find_files(
    paths: Iterable[Path],
    plugins: Plugins,
    on_left_out: Callable[[Path], None] = lambda path: None,
) -> Iterator[Path]:
    """Give the files that *paths* mean, folders opened, each file once, in order.

    In a folder and the folders in it, every file counts that a reader takes by its
    name, whether it can be opened or not; a folder inside that cannot be opened is
    given itself.  Left out are files whose name begins with ``~$``, which Excel leaves
    beside an open workbook, or with a dot.

    Args:
        paths: Files and folders.
        plugins: Those that are loaded.
        on_left_out: Is told each file in a folder that no reader takes.

    Raises:
        UnreadableFileError: A folder cannot be opened, or holds no such file.
    """
    seen = set()
    for path in paths:
        for file in (
            _in_folder(path, plugins, on_left_out) if _is_folder(path) else [path]
        ):
            if file not in seen:
                seen.add(file)
                yield file


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # reading it will say what is wrong with it
        return False


def _in_folder(
    folder: Path, plugins: Plugins, on_left_out: Callable[[Path], None]
) -> Iterator[Path]:
    patterns = [p for reader in plugins.readers.values() for p in reader.patterns]
    files, closed = _below(folder)
    found = False
    for path in sorted([*files, *closed], key=lambda path: path.parts):
        if path in closed or takes(patterns, path):
            found = True
            yield path
        else:
            on_left_out(path)
    if not found:
        expected = ", ".join(patterns) or "-"
        raise UnreadableFileError(
            str(folder), "the folder holds no file to read ({kinds})", kinds=expected
        )


def _below(folder: Path) -> tuple[list[Path], set[Path]]:
    """Return the files below *folder*, and the folders below that cannot be opened.

    A link to a folder counts as a file: following it might lead round in a circle.
    """
    errors: list[OSError] = []
    files = []
    for above, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        links = [name for name in folders if Path(above, name).is_symlink()]
        shown = [name for name in names if not _is_hidden(name)]
        files += [Path(above, name) for name in (*shown, *links)]
    closed = {Path(error.filename or folder) for error in errors}
    if folder in closed:
        raise not_a_file(folder)
    return files, closed


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def takes(patterns: Iterable[str], path: Path) -> bool:
    """Say whether one of *patterns* takes a file by its name, capitals aside."""
    name = path.name.lower()
    return any(fnmatchcase(name, pattern.lower()) for pattern in patterns)
