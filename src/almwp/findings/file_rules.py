"""Rules about file and sheet: codes ALM100 and on."""

from almwp.findings.rule import Rule, Severity

UNREADABLE = Rule(
    code="ALM100",
    name="unreadable-file",
    message="the file could not be read: {found}",
    hint=(
        "see that it is there, closed, and of a kind that is read, such as an Excel "
        "workbook (.xlsx)"
    ),
    severity=Severity.ERROR,
)
EMPTY_WORKBOOK = Rule(
    code="ALM101",
    name="empty-workbook",
    message="no cell of the workbook is filled in",
    hint="fill in the table of activities and send the file again",
    severity=Severity.ERROR,
)
NO_TABLE = Rule(
    code="ALM102",
    name="no-table",
    message="no sheet has a row of headings that is known",
    hint=("put the headings into one row above the activities, such as: {expected}"),
    severity=Severity.ERROR,
)
SHEET_LEFT_OUT = Rule(
    code="ALM103",
    name="sheet-left-out",
    message=(
        "the sheet has no row of headings that is known; its {count} filled "
        "cells were left out"
    ),
    hint="if it holds activities, give it headings such as: {expected}",
    severity=Severity.WARNING,
)
MISSING_COLUMN = Rule(
    code="ALM104",
    name="missing-column",
    message="the table has no column for '{label}'",
    hint="add a column with the heading: {expected}",
    severity=Severity.ERROR,
)
NO_STATUS_COLUMN = Rule(
    code="ALM105",
    name="no-status-column",
    message="the table has no column for the status",
    hint=(
        "add a column with the heading '{expected}' and write completed, "
        "ongoing or planned"
    ),
    severity=Severity.NOTE,
)
SENDER_UNKNOWN = Rule(
    code="ALM106",
    name="sender-unknown",
    message="the file does not say which country or body reports",
    hint="write above the table, for instance: {expected}",
    severity=Severity.WARNING,
)
FRAMEWORK_UNKNOWN = Rule(
    code="ALM107",
    name="framework-unknown",
    message=(
        "the file does not say on which programme it reports; outcomes and "
        "areas were not checked"
    ),
    hint="write above the table, for instance: {expected}",
    severity=Severity.WARNING,
)
HIDDEN_SHEET = Rule(
    code="ALM108",
    name="hidden-sheet",
    message="the sheet is hidden; its {count} filled cells were left out",
    hint="show the sheet if it holds activities",
    severity=Severity.NOTE,
)
HIDDEN_ROWS = Rule(
    code="ALM109",
    name="hidden-rows",
    message=(
        "{count} filled cells in hidden rows or columns were read like all others"
    ),
    hint="delete them if they are not part of the report",
    severity=Severity.NOTE,
)
SECOND_COLUMN = Rule(
    code="ALM110",
    name="second-column",
    message=(
        "the heading '{found}' means '{label}', as does column {other}; it "
        "was kept as an extra column"
    ),
    hint="keep one of the two columns, or give this one another heading",
    severity=Severity.WARNING,
)
EXTRA_COLUMN = Rule(
    code="ALM111",
    name="extra-column",
    message=(
        "the column '{found}' is not a field of almwp; its values were kept as they are"
    ),
    hint="nothing needs to be done",
    severity=Severity.NOTE,
)
EXTRA_LIKE_FIELD = Rule(
    code="ALM409",
    name="extra-like-field",
    message=(
        "the column '{found}' was not read as a field, its values were kept as they "
        "are; its heading is like '{expected}'"
    ),
    hint="if this is '{expected}', write that as the heading; else leave it",
    severity=Severity.NOTE,
)
NEAR_HEADING = Rule(
    code="ALM112",
    name="near-heading",
    message="the heading '{found}' was taken for '{expected}'",
    hint="write '{expected}', or another heading if it means something else",
    severity=Severity.NOTE,
)
GUIDANCE_SHEET = Rule(
    code="ALM113",
    name="guidance-sheet",
    message=(
        "the sheet explains and holds no data; its {count} filled cells were left out"
    ),
    hint="nothing needs to be done",
    severity=Severity.NOTE,
)
FORMAT_UNKNOWN_LINE = Rule(
    code="ALM114",
    name="unknown-cover-value",
    message="'{found}' was not understood as {label}",
    hint="write, for instance: {expected}",
    severity=Severity.ERROR,
)
SAID_OTHERWISE = Rule(
    code="ALM115",
    name="said-otherwise",
    message="'{found}' is not what was said before as {label}: {other}",
    hint="keep the right one of the two; send one file for each country",
    severity=Severity.WARNING,
)
GUIDANCE_WITH_TABLE = Rule(
    code="ALM116",
    name="table-on-guidance-sheet",
    message=(
        "the sheet is named as one that explains; the table on it was left "
        "out ({count} filled cells)"
    ),
    hint="if the table is part of the report, give the sheet another name",
    severity=Severity.WARNING,
)
OUTSIDE_TABLE = Rule(
    code="ALM117",
    name="outside-table",
    message=(
        "{count} filled cells below or beside the table belong to no activity and "
        "were left out"
    ),
    hint="if they are activities, give each row its title",
    severity=Severity.NOTE,
)
NO_LEAD_COLUMN = Rule(
    code="ALM118",
    name="no-lead-column",
    message=(
        "the table has no column for the lead; no activity counts as led by {country}"
    ),
    hint="add a column with the heading '{expected}' and write who leads",
    severity=Severity.WARNING,
)
TEMPLATE_OF_OTHER = Rule(
    code="ALM125",
    name="template-of-another-framework",
    message=(
        "the file is made from the template for {expected}, but says that it reports "
        "on {found}; the lists to choose from were those of {expected}"
    ),
    hint="correct the framework on the cover, or use a template for {found}",
    severity=Severity.WARNING,
)
TEMPLATE_OF_UNKNOWN = Rule(
    code="ALM520",
    name="template-of-an-unknown-framework",
    message="the file is made from the template for {found}, which is not known here",
    hint=(
        "name the file that brings the framework, for instance: --framework "
        "my-framework.toml"
    ),
    severity=Severity.WARNING,
)
TEMPLATE_OF_OTHER_KIND = Rule(
    code="ALM126",
    name="template-of-another-kind",
    message=(
        "the file is made from the template '{expected}', but has none of its sheets; "
        "found instead: {found}"
    ),
    hint="use the template that goes with what is reported",
    severity=Severity.WARNING,
)
NEWER_TEMPLATE = Rule(
    code="ALM127",
    name="newer-template",
    message=(
        "the template is of version {found}; this almwp knows version {expected} and "
        "may not understand all of it"
    ),
    hint="install a newer almwp, or ask for a template of version {expected}",
    severity=Severity.WARNING,
)
NO_DAY = Rule(
    code="ALM128",
    name="no-day",
    message="nothing says of which day the states are; they count as undated",
    hint="write on the cover or above the table: '{expected}' and the day",
    severity=Severity.WARNING,
)
AMBIGUOUS_HEADING = Rule(
    code="ALM119",
    name="ambiguous-heading",
    message=(
        "the heading '{found}' could mean: {expected}; its values were kept as an "
        "extra column"
    ),
    hint="write one of these headings, or name it in a mapping file: {expected}",
    severity=Severity.WARNING,
)
MAPPED_COLUMN = Rule(
    code="ALM120",
    name="mapped-column-not-there",
    message=(
        "the mapping file names the column '{found}', which no table of the sheet has"
    ),
    hint="write in the mapping file what stands on the sheet: {expected}",
    severity=Severity.WARNING,
)
MAPPED_ROWS = Rule(
    code="ALM121",
    name="mapped-rows-empty",
    message="the mapping file names {found} as rows of headings; nothing stands there",
    hint="give in the mapping file the first and the last row of the headings",
    severity=Severity.WARNING,
)
NOT_UNDERSTOOD = Rule(
    code="ALM129",
    name="not-understood",
    message=(
        "{count} filled cells are no line of the cover and no table that is known; "
        "they were left out"
    ),
    hint=(
        "if they are activities, give them headings such as: {expected}; if they are "
        "a list to choose from, put it on a sheet of its own"
    ),
    severity=Severity.WARNING,
)
UNKNOWN_LINE = Rule(
    code="ALM130",
    name="unknown-line",
    message="'{found}' above the table is no line that is known; it was left out",
    hint="nothing needs to be done, unless it is meant as one of: {expected}",
    severity=Severity.NOTE,
)
TABLE_ON_NOTES_READ = Rule(
    code="ALM132",
    name="table-on-notes-read",
    message=(
        "the sheet is named as one that explains, but no other sheet has a table; "
        "its table was read"
    ),
    hint="give the sheet another name, such as that of the report",
    severity=Severity.NOTE,
)
LIKE_HEADINGS = Rule(
    code="ALM133",
    name="row-like-headings",
    message=(
        "the row looks like headings that are not known; it was left out, and the rows "
        "below it were read under the headings above"
    ),
    hint="write headings that are known, such as: {expected}; or delete the row",
    severity=Severity.WARNING,
)
EARLIER_STATE = Rule(
    code="ALM134",
    name="earlier-state",
    message=(
        "the column '{found}' was read as the status as of an earlier day: {expected}"
    ),
    hint="nothing needs to be done",
    severity=Severity.NOTE,
)
