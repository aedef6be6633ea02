"""What the Excel reader finds; its codes begin with XL."""

from almwp.findings.rule import Rule, Severity
from almwp_excel import sheetrules

MACROS = Rule(
    code="XL101",
    name="macros-not-run",
    message="the workbook holds macros; they were not run",
    hint="check that its values are up to date, or send it as .xlsx",
    severity=Severity.NOTE,
)
EXTERNAL_LINKS = Rule(
    code="XL102",
    name="external-links-not-followed",
    message="the workbook takes values from {count} other files; they were not opened, "
    "the values stored in it were read",
    hint="check that the values are up to date, or replace the formulas by values",
    severity=Severity.NOTE,
)
CONNECTIONS = Rule(
    code="XL103",
    name="connections-not-refreshed",
    message="the workbook takes values from a database or the web; they were not "
    "refreshed, the values stored in it were read",
    hint="check that the values are up to date",
    severity=Severity.NOTE,
)
SHEET_WITHOUT_PART = Rule(
    code="XL104",
    name="sheet-not-stored",
    message="the workbook names this sheet, but the file does not hold its content",
    hint="open the file in Excel, check that the sheet is there and save it again",
    severity=Severity.WARNING,
)
NOT_CALCULATED = Rule(
    code="XL105",
    name="results-not-calculated",
    message="the workbook was written by a program that did not calculate it: the "
    "stored results of its {count} formulas may be wrong",
    hint="open the file in Excel, which calculates it, and save it again",
    severity=Severity.WARNING,
)
OVERLAPPING_MERGES = Rule(
    code="XL106",
    name="overlapping-merged-cells",
    message="{count} blocks of merged cells of this sheet lie over others, which Excel "
    "never allows, and were passed over",
    hint="open the file in Excel, which repairs it, look at the merged cells and save "
    "it again",
    severity=Severity.WARNING,
)
EMBEDDED_FILES = Rule(
    code="XL107",
    name="embedded-files-not-read",
    message="the workbook holds {count} other files, such as Word documents or packed "
    "archives; they were not opened",
    hint="send what matters in them as files of their own",
    severity=Severity.NOTE,
)
MISSING_TEXT = Rule(
    code="XL201",
    name="text-not-stored",
    message="the text of {count} cells of this sheet is not in the file; this is "
    "the first of them",
    hint="type the text again and save the file in Excel",
    severity=Severity.WARNING,
)
ODD_VALUE = Rule(
    code="XL202",
    name="value-not-of-its-type",
    message="{count} cells of this sheet hold something else than what they are "
    "marked to hold, and were read as text; this is the first of them",
    hint="type the value again and save the file in Excel",
    severity=Severity.WARNING,
)
UNORDERED = Rule(
    code="XL203",
    name="cells-out-of-order",
    message="the cells of this sheet are stored out of order; they were put in order",
    hint="nothing is lost; saving the file in Excel cures it",
    severity=Severity.NOTE,
)
UNKNOWN_STYLE = Rule(
    code="XL204",
    name="unknown-cell-style",
    message="{count} cells of this sheet name a style that is not in the file, so that "
    "percents and dates cannot be told from plain numbers; this is the first of them",
    hint="set the format of the cells again and save the file in Excel",
    severity=Severity.WARNING,
)
DAMAGED_MERGE = Rule(
    code="XL205",
    name="damaged-merged-cells",
    message="{count} blocks of merged cells of this sheet have no readable address and "
    "were passed over",
    hint="merge the cells again and save the file in Excel",
    severity=Severity.WARNING,
)
OTHER_VALUE = Rule(
    code="XL301",
    name="second-reader-other-value",
    message="the second reader reads '{expected}' here, not '{found}'",
    hint="look at the cell in Excel and type it again if it is not as read",
    severity=Severity.WARNING,
)
ONLY_HERE = Rule(
    code="XL302",
    name="second-reader-empty",
    message="the second reader reads nothing here, not '{found}'",
    hint="look at the cell in Excel and type it again if it is not as read",
    severity=Severity.WARNING,
)
ONLY_THERE = Rule(
    code="XL303",
    name="second-reader-value",
    message="the second reader reads '{expected}' here, where nothing was read",
    hint="look at the cell in Excel and type it again",
    severity=Severity.WARNING,
)
OTHER_FORMULA = Rule(
    code="XL304",
    name="second-reader-formula",
    message="only one of the two readers sees a formula here",
    hint="look at the cell in Excel",
    severity=Severity.WARNING,
)
NO_SECOND_SHEET = Rule(
    code="XL305",
    name="second-reader-no-sheet",
    message="the second reader does not see this sheet",
    hint="look at the sheet in Excel and save the file again",
    severity=Severity.WARNING,
)
NO_SECOND_OPINION = Rule(
    code="XL306",
    name="second-reader-failed",
    message="the second reader could not read the file ({reason})",
    hint="the first reading stands; save the file in Excel to have both",
    severity=Severity.WARNING,
)
SECOND_STOPPED = Rule(
    code="XL307",
    name="second-reader-stopped",
    message="the second reader was stopped at the file after {limit} seconds",
    hint="the first reading stands; save the file in Excel to have both",
    severity=Severity.WARNING,
)
SECOND_BROKE_OFF = Rule(
    code="XL308",
    name="second-reader-broke-off",
    message="the second reader broke off at the file: it ended by itself, or asked for "
    "more memory than it may have",
    hint="the first reading stands; save the file in Excel to have both",
    severity=Severity.WARNING,
)
SECOND_NOT_STARTED = Rule(
    code="XL309",
    name="second-reader-not-started",
    message="the process in which the second reader works could not be started",
    hint="the first reading stands; to have both, read the file on another computer",
    severity=Severity.WARNING,
)

READ_AS_TEXT = Rule(
    code="XL401",
    name="read-as-text",
    message="the file is text without number formats: it was read in {encoding}, its "
    "cells separated by {separator}",
    hint="write percentages with a percent sign and dates with the name of the month, "
    "or send the file as .xlsx",
    severity=Severity.NOTE,
)
ENCODING_BY_WORDS = Rule(
    code="XL402",
    name="encoding-by-words",
    message="the file does not say how its letters are stored; it was read in "
    "{encoding}, in which its words make sense",
    hint="look whether the names in it are right, or save it as CSV UTF-8",
    severity=Severity.NOTE,
)
OLD_ENCODING = Rule(
    code="XL403",
    name="old-vietnamese-encoding",
    message="the letters of the file are stored in an old way that no file says of "
    "itself; it was read in {encoding}, in which its words are Vietnamese",
    hint="look whether the names in it are right, above all capital letters, and save "
    "it as CSV UTF-8",
    severity=Severity.WARNING,
)
DOUBTFUL_ENCODING = Rule(
    code="XL404",
    name="doubtful-encoding",
    message="it cannot be told how the letters of the file are stored; it was read in "
    "{encoding}, and letters with marks may be wrong",
    hint="open the file in the program that wrote it and save it as CSV UTF-8",
    severity=Severity.WARNING,
)
ONE_COLUMN = Rule(
    code="XL405",
    name="no-separator",
    message="no comma, semicolon, tab or bar separates cells in the file; each line "
    "was read as one cell",
    hint="save the table as CSV UTF-8 or as .xlsx",
    severity=Severity.WARNING,
)
VALUES_ONLY = Rule(
    code="XL501",
    name="values-only",
    message="of this {format} file only the values were read: number formats, "
    "formulas, strike-through and hidden rows and columns were not seen, and cells "
    "with errors (#REF!) count as empty",
    hint="send it as .xlsx; percentages without a sign may be doubtful until then",
    severity=Severity.WARNING,
)
OTHER_FORMAT = Rule(
    code="XL502",
    name="workbook-under-other-name",
    message="the file is an Excel workbook (.xlsx), whatever its name says, and was "
    "read as one",
    hint="give it a name that ends in .xlsx",
    severity=Severity.NOTE,
)
XLS_PARTLY = Rule(
    code="XL503",
    name="old-excel-file",
    message="the file is in the old Excel format (.xls): the text of its formulas and "
    "strike-through of parts of a cell were not seen, macros were not run",
    hint="send it as .xlsx to have them seen",
    severity=Severity.NOTE,
)
ODS_PARTLY = Rule(
    code="XL504",
    name="open-document-file",
    message="the file is an OpenDocument spreadsheet (.ods): of number formats only "
    "percentages and dates were seen",
    hint="send it as .xlsx to have all of them seen",
    severity=Severity.NOTE,
)
OTHER_COUNT = Rule(
    code="XL505",
    name="cells-not-read",
    message="{count} cells were read, but the file stores {filled}",
    hint="send it as .xlsx, so that no cell is lost",
    severity=Severity.WARNING,
)

RULES = (
    MACROS,
    EXTERNAL_LINKS,
    CONNECTIONS,
    SHEET_WITHOUT_PART,
    NOT_CALCULATED,
    OVERLAPPING_MERGES,
    EMBEDDED_FILES,
    MISSING_TEXT,
    ODD_VALUE,
    UNORDERED,
    UNKNOWN_STYLE,
    DAMAGED_MERGE,
    *sheetrules.RULES,
    OTHER_VALUE,
    ONLY_HERE,
    ONLY_THERE,
    OTHER_FORMULA,
    NO_SECOND_SHEET,
    NO_SECOND_OPINION,
    SECOND_STOPPED,
    SECOND_BROKE_OFF,
    SECOND_NOT_STARTED,
    READ_AS_TEXT,
    ENCODING_BY_WORDS,
    OLD_ENCODING,
    DOUBTFUL_ENCODING,
    ONE_COLUMN,
    VALUES_ONLY,
    OTHER_FORMAT,
    XLS_PARTLY,
    ODS_PARTLY,
    OTHER_COUNT,
)
"""All rules of the plugin, in the order of their codes."""
