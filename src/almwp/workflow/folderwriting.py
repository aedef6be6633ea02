"""Write folders of files whole or not at all."""

import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from almwp.errors import UnwritableFileError
from almwp.exporting.filesets import LIST_OF_FILES, Files

_LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_MOST_NAMED = 3


def write_folder(path: Path, files: Files, exporter: str) -> None:
    """Write *files* into the folder *path*; what the same export left there goes.

    They are written into a new folder beside it, which takes its place when it is
    complete.  Whatever goes wrong, the folder is the old one or the new one; should the
    machine stop between two renamings, the old one stands beside under another name.

    Args:
        path: The folder; those above it are made if need be.
        files: The files by their names in it.
        exporter: The name of the format, by which its own folder is known again.

    Raises:
        UnwritableFileError: It could not be written, or holds other things.
    """
    refuse_foreign(path, exporter)
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        rights = _rights_of(target)
        part = Path(tempfile.mkdtemp(dir=target.parent, prefix=".almwp-"))
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        new = part / "new"
        new.mkdir()
        for name in sorted(files):
            _write(new / name, files[name])
        _write(new / LIST_OF_FILES, _listed(files, exporter))
        new.chmod(rights)
        _take_place(new, target, part / "old")
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        if target.exists() or not (part / "old").exists():
            shutil.rmtree(part, ignore_errors=True)


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
        raise _unwritable(path, error) from error
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


def _listed(files: Files, exporter: str) -> bytes:
    prints = {str(n): hashlib.sha256(files[n]).hexdigest() for n in sorted(files)}
    told = {"format": exporter, "files": prints}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _write(path: Path | PurePosixPath, content: bytes) -> None:
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _take_place(new: Path, target: Path, aside: Path) -> None:
    """Put *new* where *target* is; if that fails, *target* is put back."""
    if not target.exists():
        new.rename(target)
        return
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise


def _rights_of(target: Path) -> int:
    """Return the rights that the folder has, or those of any new folder."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o777 & ~mask


def _unwritable(path: Path, error: OSError) -> UnwritableFileError:
    if isinstance(error, PermissionError):
        why = (
            "the folder may not be written; close what is open in it, or write "
            "elsewhere"
        )
        return UnwritableFileError(str(path), why)
    return UnwritableFileError(
        str(path),
        "the folder could not be written ({problem})",
        problem=error.strerror or error,
    )
