"""What may be typed into a cell of a template: its list, or a share."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from almwp.intake.cells import column_letters
from almwp.intake.form import FormField, FormWords, Input
from almwp_excel.template.lists import ListSheet

_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
"""Excel takes no longer ones."""


def add_validation(
    sheet: Worksheet,
    place: tuple[int, int, int, int],
    field: FormField,
    columns: dict[str, int],
    lists: ListSheet,
    words: FormWords,
) -> None:
    """Let a field be chosen from its list, where it has one.

    Args:
        sheet: The sheet.
        place: First row and column, last row and column, counted from 0.
        field: The field.
        columns: The column of each field of the sheet, counted from 0.
        lists: The lists of the workbook.
        words: Fixed words of the form.
    """
    options = _of_choices(place, field, columns, lists, words)
    if field.input is Input.PERCENT and options is None:
        options = {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 1,
            "error_type": "warning",
            "error_message": words.percent[:_LONGEST_MESSAGE],
        }
    if options is not None:
        title = words.choose[:_LONGEST_TITLE]
        sheet.data_validation(*place, {"error_title": title, **options})


def _of_choices(
    place: tuple[int, int, int, int],
    field: FormField,
    columns: dict[str, int],
    lists: ListSheet,
    words: FormWords,
) -> dict[str, Any] | None:
    choices = field.choices
    if choices is None or not choices.words:
        return None
    if choices.on in columns and choices.parts:
        other = f"${column_letters(columns[choices.on] + 1)}{place[0] + 1}"
        source = lists.put_dependent(field.key, choices).formula(other)
    else:
        source = f"={lists.put(field.key, choices).name}"
    message = words.choose_one if choices.is_closed else words.choose_or_keep
    return {
        "validate": "list",
        "source": source,
        "ignore_blank": True,
        "error_type": "stop" if choices.is_closed else "warning",
        "error_message": message[:_LONGEST_MESSAGE],
    }
