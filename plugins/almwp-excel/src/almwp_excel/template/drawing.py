"""Draw a form as the bytes of an Excel workbook; the same form, the same bytes."""

import io
from datetime import datetime

from almwp.intake.form import Form
from almwp_excel.finishing import finished

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
    return finished(out.getvalue())
