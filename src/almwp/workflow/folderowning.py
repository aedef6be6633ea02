"""Know again the folders that an export wrote, and leave all others alone."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from almwp.errors import UnwritableFileError, system_problem
from almwp.exporting.filesets import LIST_OF_FILES

_LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_MOST_NAMED = 3


def refuse_foreign(path: Path, exporter: str) -> None:
    """Refuse to replace a folder that holds anything but what *exporter* wrote.

    Raises:
        UnwritableFileError: There is a file, or a folder with other things in it, or
            somebody changed what was written.
    """
    if not path.exists():
        return
    if not path.is_dir():
        raise UnwritableFileError(str(path), "there is a file with the folder's name")
    try:
        found = sorted(_files_in(path))
        if not found:
            return
        ours = _written_by(path / LIST_OF_FILES, exporter)
        changed = [n for n in found if n in ours and _is_changed(path / n, ours[n])]
    except OSError as error:
        raise folder_unwritable(path, error) from error
    others = [name for name in found if name not in ours]
    if others:
        raise UnwritableFileError(
            str(path),
            "the folder holds what this export did not write ({names}), and is left as "
            "it is; choose another folder, or move that away",
            names=_some(others),
        )
    if changed:
        raise UnwritableFileError(
            str(path),
            "somebody changed what this export wrote there ({names}), and the folder "
            "is left as it is; choose another folder, or move that away",
            names=_some(changed),
        )


def _some(names: list[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (
        ", ..." if len(names) > _MOST_NAMED else ""
    )


def _is_changed(path: Path, fingerprint: object) -> bool:
    """Say whether a file is another than was written; the list has no fingerprint."""
    if path.name == LIST_OF_FILES and fingerprint is None:
        return path.is_symlink()
    if path.is_symlink() or not path.is_file():
        return True
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() != fingerprint


def _files_in(folder: Path) -> Iterator[str]:
    for each in folder.rglob("*"):
        is_file = each.is_symlink() or not each.is_dir()
        if is_file and each.name not in _LEFT_BY_SYSTEMS:
            yield each.relative_to(folder).as_posix()


def _written_by(listed: Path, exporter: str) -> dict[str, object]:
    """Return names and fingerprints on the list; none, where it is of no *exporter*."""
    if not listed.is_file():
        return {}
    try:
        told = json.loads(listed.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    if not isinstance(told, dict) or told.get("format") != exporter:
        return {}
    names = told.get("files")
    return {**names, LIST_OF_FILES: None} if isinstance(names, dict) else {}


def folder_unwritable(path: Path, error: OSError) -> UnwritableFileError:
    """Say why the folder *path* could not be written."""
    if isinstance(error, PermissionError):
        why = (
            "the folder may not be written; close what is open in it, or write "
            "elsewhere"
        )
        return UnwritableFileError(str(path), why)
    return UnwritableFileError(
        str(path),
        "the folder could not be written ({problem})",
        problem=system_problem(error),
    )
