"""What is found in the XML of a sheet; the codes go on in those of the reader."""

from almwp.findings.rule import Rule, Severity

CELLS_MISSED = Rule(
    code="XL206",
    name="filled-cells-missed",
    message="{found} filled cells of this sheet were read, but its XML stores {filled}",
    hint="open the file in Excel, look whether all that stands on this sheet is there, "
    "and save it again",
    severity=Severity.WARNING,
)
CELLS_OUT_OF_PLACE = Rule(
    code="XL207",
    name="cells-out-of-place",
    message="{count} filled cells of this sheet are stored where Excel does not look "
    "for cells; they were read all the same, this is the first of them",
    hint="open the file in Excel, look what it shows there, and save it again",
    severity=Severity.WARNING,
)
NEWER_VALUE = Rule(
    code="XL208",
    name="value-of-newer-excel",
    message="{count} cells of this sheet show what only newer versions of Excel know, "
    "such as #SPILL!, a picture in a cell or a linked data type; the file stores "
    "{found} for it; this is the first of them",
    hint="type the value or the text that is to be read",
    severity=Severity.WARNING,
)
SHEET_WITHOUT_TAB = Rule(
    code="XL209",
    name="sheet-without-tab",
    message="the file holds {count} sheets that the workbook does not name "
    "({found}); they were not read",
    hint="open the file in Excel, look whether a sheet is missing, and save it again",
    severity=Severity.WARNING,
)
EMPTY_CELLS = Rule(
    code="XL210",
    name="many-empty-cells",
    message="the sheet stores {count} cells and {rows} rows that hold nothing but a "
    "format; they were counted and passed over",
    hint="nothing is lost; to make the file small, delete the rows below and the "
    "columns beside the table and save it again",
    severity=Severity.NOTE,
)

SAME_PART = Rule(
    code="XL211",
    name="sheet-stored-once",
    message="the file stores this sheet and '{found}' in one place, so both show the "
    "same cells, and each was read",
    hint="open the file in Excel, delete the sheet that is one too many, and save it "
    "again",
    severity=Severity.WARNING,
)
NO_DATE = Rule(
    code="XL212",
    name="no-date-in-date-cell",
    message="{count} cells of this sheet are marked to hold a date and hold none that "
    "the calendar has; they were read as text; this is the first of them",
    hint="type the date again, such as 2024-06-30, and save the file in Excel",
    severity=Severity.WARNING,
)

RULES = (
    CELLS_MISSED,
    CELLS_OUT_OF_PLACE,
    NEWER_VALUE,
    SHEET_WITHOUT_TAB,
    EMPTY_CELLS,
    SAME_PART,
    NO_DATE,
)
"""All rules of this file, in the order of their codes."""
