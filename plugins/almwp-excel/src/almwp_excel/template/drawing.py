"""Draw a form as the bytes of an Excel workbook; the same form, the same bytes."""

import io
import zipfile
from collections.abc import Collection
from datetime import datetime

from almwp.intake.form import Form

_CREATED = datetime(2000, 1, 1)
"""A template does not say when it was made: it would differ each time."""


def draw(form: Form) -> bytes:
    """Return a workbook: the cover, the tables, how to fill them in, and the lists."""
    from xlsxwriter import Workbook  # slow to import, needed only here

    from almwp_excel.template.lists import ListSheet
    from almwp_excel.template.looks import make_looks
    from almwp_excel.template.sheets import draw_cover, draw_guidance, draw_table

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties(
        {"title": form.title, "comments": form.stamp, "created": _CREATED}
    )
    looks = make_looks(book)
    lists = ListSheet()
    draw_cover(book, form, looks, lists)
    for table in form.tables:
        draw_table(book, table, form, looks, lists)
    draw_guidance(book, form, looks)
    lists.write(book)
    book.close()
    return with_free_heights(out.getvalue())


def with_free_heights(content: bytes, kept: Collection[str] = ()) -> bytes:
    """Let rows grow again when somebody types more into them.

    A height that is set is a height that stays, unless the mark of that is taken away:
    then it is only what the row has now.

    Args:
        content: The workbook.
        kept: The parts of it in which heights stay.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            is_sheet = entry.filename.startswith("xl/worksheets/sheet")
            if is_sheet and entry.filename not in kept:
                part = part.replace(b' customHeight="1"', b"")
            new.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
