"""What the Excel reader finds; its codes begin with XL."""

from almwp.findings.rule import Rule, Severity

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

RULES = (
    MACROS,
    EXTERNAL_LINKS,
    CONNECTIONS,
    SHEET_WITHOUT_PART,
    NOT_CALCULATED,
    MISSING_TEXT,
    ODD_VALUE,
    UNORDERED,
    UNKNOWN_STYLE,
    DAMAGED_MERGE,
    OTHER_VALUE,
    ONLY_HERE,
    ONLY_THERE,
    OTHER_FORMULA,
    NO_SECOND_SHEET,
    NO_SECOND_OPINION,
)
"""All rules of the plugin, in the order of their codes."""
