"""What is done to a workbook after XlsxWriter has written it."""

import io
import zipfile
from collections.abc import Collection, Mapping

from almwp_excel.packedrows import PackedRows

_HUGE = 2_000_000_000
"""Bytes from which on a part is written in the way of huge archives."""


def finished(
    content: bytes,
    kept: Collection[str] = (),
    rows: Mapping[str, PackedRows] | None = None,
) -> bytes:
    """Put rows into sheets that have none, and let rows grow again when edited.

    A height that is set is a height that stays, unless the mark of that is taken away:
    then it is only what the row has now.

    Args:
        content: The workbook.
        kept: The parts of it in which heights stay.
        rows: The rows of the parts that are sheets without any.
    """
    filled, out = rows or {}, io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            name = entry.filename
            if name in filled:
                held = filled[name]
                is_huge = held.size > _HUGE
                with new.open(entry, "w", force_zip64=is_huge) as sheet:
                    for piece in held.within(part):
                        sheet.write(piece)
                continue
            if name.startswith("xl/worksheets/sheet") and name not in kept:
                part = part.replace(b' customHeight="1"', b"")
            new.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
