"""Settle a saved document, so that the same report gives the same bytes."""

import io
import zipfile
from collections.abc import Mapping

_MOMENT = (2026, 1, 1, 0, 0, 0)


def settle(document: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return *document* without the moment and the machine on which it was saved.

    Args:
        document: The document.
        parts: What is to stand in it in place of the parts of these names.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else it tells on which system it was written
            new.writestr(entry, parts.get(name) or old.read(name))
    return out.getvalue()
