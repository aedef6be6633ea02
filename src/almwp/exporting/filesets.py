"""Formats of several files: their names, and all of them packed into one."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

Files = Mapping[PurePosixPath, bytes]
"""The files of a folder, by their names in it."""

LIST_OF_FILES = "almwp-files.json"
"""The file in which the core lists what it wrote into a folder."""

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP file can tell: a file does not say when it was made."""
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def packed(files: Files) -> bytes:
    """Return *files* as one ZIP file; the same files, the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(str(name), _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every machine
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return out.getvalue()


def name_faults(files: Files) -> Iterator[str]:
    """Say which names cannot be written, on Windows too, or lead out of the folder."""
    seen: dict[str, PurePosixPath] = {}
    folders = {parent for name in files for parent in name.parents}
    for name in sorted(files):
        parts = name.parts
        if name.is_absolute() or not parts or ".." in parts:
            yield f"{name} leads out of its folder"
        elif any(map(_is_odd, parts)):
            yield f"{name} is no name of a file on every system"
        elif name in folders:
            yield f"{name} is both a file and a folder"
        elif str(name) == LIST_OF_FILES:
            yield f"{name} is the name of a list that almwp writes itself"
        other = seen.setdefault(str(name).casefold(), name)
        if other is not name:
            yield f"{other} and {name} differ only in capital letters"


def _is_odd(part: str) -> bool:
    ends_badly = part.endswith((".", " "))
    return bool(ends_badly or _NOT_IN_NAMES.search(part) or _DEVICES.fullmatch(part))
