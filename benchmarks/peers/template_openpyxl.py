"""Make a form to fill in with openpyxl: headings, lists to choose from, help texts."""

import sys

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

HEADINGS = (
    *("No.", "Activity", "Activity (national language)", "Outcome", "Priority area"),
    *("Type", "Level", "Lead", "Co-lead", "ASEAN body", "Partners", "Source of funds"),
    *("Budget", "Time frame", "Place", "Host", "Output", "Status", "Status as of"),
    *(
        "Progress (%)",
        "Change of plan",
        "Themes",
        "Plan reference",
        "Source",
        "Remarks",
    ),
)
LISTS = 10
ROWS = 500
"""Rows to fill in, formatted one by one: openpyxl has no formats of whole columns."""


def main(path: str) -> None:
    """Write the form."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Activities"
    lists = book.create_sheet("Lists")
    lists.sheet_state = "hidden"
    for column, heading in enumerate(HEADINGS, start=1):
        cell = sheet.cell(row=1, column=column, value=heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="D9E2F3")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(f"What to write under {heading}", "almwp")
        sheet.column_dimensions[get_column_letter(column)].width = 18
        for row in range(2, ROWS + 2):
            sheet.cell(row=row, column=column).alignment = Alignment(wrap_text=True)
    for column in range(1, LISTS + 1):
        letter = get_column_letter(column)
        for row in range(1, 13):
            lists.cell(row=row, column=column, value=f"Choice {row}")
        allowed = DataValidation(
            type="list", formula1=f"Lists!${letter}$1:${letter}$12"
        )
        allowed.add(f"{letter}2:{letter}{ROWS + 1}")
        sheet.add_data_validation(allowed)
    sheet.freeze_panes = "A2"
    book.save(path)


if __name__ == "__main__":
    main(sys.argv[1])
