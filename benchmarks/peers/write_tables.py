"""Write a table as a user's script would: HTML by Jinja, Word, or a workbook."""

import json
import sys
from pathlib import Path
from time import process_time
from typing import Any

PAGE = """<!doctype html><meta charset="utf-8"><title>Activities</title>
<h1>Activities</h1>
<table><thead><tr>{% for each in headings %}<th>{{ each }}</th>{% endfor %}</tr></thead>
<tbody>{% for row in rows %}<tr>
{% for value in row %}<td>{{ value if value is not none }}</td>{% endfor %}
</tr>{% endfor %}</tbody></table>
"""


def with_jinja(told: dict[str, Any], path: Path) -> None:
    """Write a page; every value is escaped."""
    from jinja2 import Environment

    page = Environment(autoescape=True).from_string(PAGE)
    path.write_text(page.render(**told), encoding="utf-8")


def with_docx(told: dict[str, Any], path: Path) -> None:
    """Write a Word document row by row."""
    from docx import Document

    document = Document()
    document.add_heading("Activities")
    table = document.add_table(rows=1, cols=len(told["headings"]))
    for cell, heading in zip(table.rows[0].cells, told["headings"], strict=True):
        cell.text = heading
    for row in told["rows"]:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = "" if value is None else str(value)
    document.save(str(path))


def with_xlsxwriter(told: dict[str, Any], path: Path) -> None:
    """Write a workbook in constant memory, with a filter and shares as percents."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#D9E2F3"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    share = book.add_format({"num_format": "0%", "valign": "top"})
    sheet = book.add_worksheet("Activities")
    for column, heading in enumerate(told["headings"]):
        sheet.set_column(column, column, 18)
        sheet.write_string(0, column, heading, head)
    for number, row in enumerate(told["rows"], start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value, plain)
            elif value is not None:
                form = share if isinstance(value, float) else plain
                sheet.write_number(number, column, value, form)
    sheet.autofilter(0, 0, len(told["rows"]), len(told["headings"]) - 1)
    sheet.freeze_panes(1, 0)
    book.close()


WRITERS = {".html": with_jinja, ".docx": with_docx, ".xlsx": with_xlsxwriter}


def main(data: str, ending: str) -> None:
    """Write the table of *data*, and print the seconds that it took."""
    told = json.loads(Path(data).read_text(encoding="utf-8"))
    begun = process_time()
    WRITERS[ending](told, Path(data).with_suffix(f".peer{ending}"))
    print(process_time() - begun)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
