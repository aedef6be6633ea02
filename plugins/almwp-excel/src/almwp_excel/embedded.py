"""Files within the file: embedded documents and archives, which nobody opens."""

from typing import Final

from almwp_excel.package import Package
from almwp_excel.signature import is_archive

_FOLDER: Final = "/embeddings/"
_PICTURES: Final = "/media/"  # some kinds of pictures are packed


def embedded_files(package: Package) -> int:
    """Count the files that a package holds as a whole, packed archives among them."""
    return sum(_is_file(package, part) for part in package.entries)


def _is_file(package: Package, part: str) -> bool:
    place = f"/{part}"
    if _FOLDER in place:
        return True
    if place.endswith((".xml", ".rels")) or _PICTURES in place:
        return False
    return is_archive(next(package.chunks(part), b""))
