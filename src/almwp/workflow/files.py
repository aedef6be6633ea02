"""Find the files that a user means: workbooks, saved plans, and folders of them."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from almwp.errors import UnreadableFileError
from almwp.plugins.registry import Plugins

PLAN_SUFFIX = ".json"
"""Ending of a saved plan."""


def find_files(paths: Iterable[Path], plugins: Plugins) -> Iterator[Path]:
    """Give the files that *paths* mean, folders opened, each file once, in order.

    In a folder and the folders in it, every file counts that a reader takes by its
    name.  Left out are files whose name begins with ``~$``, which Excel leaves beside
    an open workbook, or with a dot.

    Raises:
        UnreadableFileError: A folder cannot be opened, or holds no such file.
    """
    seen = set()
    for path in paths:
        found = list(_in_folder(path, plugins)) if path.is_dir() else [path]
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _in_folder(folder: Path, plugins: Plugins) -> Iterator[Path]:
    patterns = [p for reader in plugins.readers.values() for p in reader.patterns]
    found = False
    try:
        for path in sorted(folder.rglob("*")):
            hidden = any(part.startswith((".", "~$")) for part in _below(path, folder))
            wanted = any(fnmatch(path.name.lower(), pattern) for pattern in patterns)
            if wanted and not hidden and path.is_file():
                found = True
                yield path
    except OSError as error:
        raise UnreadableFileError(
            str(folder),
            "the folder could not be opened ({problem})",
            problem=error.strerror,
        ) from error
    if not found:
        expected = ", ".join(patterns) or "none: no reader is installed"
        raise UnreadableFileError(
            str(folder), "the folder holds no file to read ({kinds})", kinds=expected
        )


def _below(path: Path, folder: Path) -> tuple[str, ...]:
    return path.relative_to(folder).parts


def read_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a file.

    Args:
        path: The file.
        most: How many bytes it may have.

    Raises:
        UnreadableFileError: There is no such file, it cannot be opened, it is no
            ordinary file, or it is larger than *most*.
    """
    name = str(path)
    try:
        if not path.exists():
            raise UnreadableFileError(name, "there is no such file or folder")
        if not path.is_file():
            raise UnreadableFileError(name, "this is not an ordinary file")
        if path.stat().st_size > most:
            raise UnreadableFileError(
                name, "the file is larger than {limit} bytes", limit=most
            )
        return path.read_bytes()
    except PermissionError as error:
        why = (
            "the file may not be opened; close it in Excel, or ask for the right to it"
        )
        raise UnreadableFileError(name, why) from error
    except OSError as error:
        raise UnreadableFileError(
            name, "the file could not be opened ({problem})", problem=error.strerror
        ) from error
