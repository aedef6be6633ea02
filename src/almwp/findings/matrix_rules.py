"""Rules about a published matrix that is imported: codes ALM435 and on."""

from almwp.findings.rule import Rule, Severity

NO_MATRIX = Rule(
    code="ALM435",
    name="no-matrix",
    message="no table with a column of outcomes or areas was found",
    hint=(
        "name the columns that hold the levels, from the top down: --level HEADING; or"
        " fill in the workbook that almwp template framework writes"
    ),
    severity=Severity.ERROR,
)
COLUMNS_LEFT = Rule(
    code="ALM436",
    name="columns-left",
    message=(
        "columns that became no level of the framework: {found}; levels: {expected}"
    ),
    hint="if one of them is a level, name all levels from the top down with --level",
    severity=Severity.NOTE,
)
NO_SUCH_LEVEL = Rule(
    code="ALM437",
    name="no-such-level-column",
    message="the table has no column '{found}'",
    hint="write the heading as it stands in the table",
    severity=Severity.ERROR,
)
LINE_LEFT = Rule(
    code="ALM438",
    name="line-left",
    message="'{found}' stands alone between the rows and became no node",
    hint=(
        "if it is an outcome or an area, write the word and its number before it, such "
        "as Outcome 1: ..."
    ),
    severity=Severity.WARNING,
)
MATRIX_WITHOUT_SOURCE = Rule(
    code="ALM439",
    name="matrix-without-source",
    message="nobody says where the matrix was published; all of it counts as unknown",
    hint="name its address with --source",
    severity=Severity.WARNING,
)
ROWS_LEFT = Rule(
    code="ALM441",
    name="rows-left",
    message="rows that became no node: {found}",
    hint="nothing needs to be done, if these are titles, totals and notes",
    severity=Severity.NOTE,
)
NO_NODE_SAID = Rule(
    code="ALM442",
    name="no-node-said",
    message="'{found}' was read as none; no node was made of it",
    hint="write the title of the node if there is one",
    severity=Severity.NOTE,
)
MAYBE_SEVERAL = Rule(
    code="ALM443",
    name="maybe-several-nodes",
    message="'{found}' was read as one node, and may be several",
    hint="put the number of each before it, or write each into a row of its own",
    severity=Severity.WARNING,
)
TITLES_DIFFER = Rule(
    code="ALM444",
    name="titles-differ",
    message="'{found}' stands beside the same node as '{expected}'; it was left out",
    hint="write the same title in all rows of the node, or correct its number",
    severity=Severity.WARNING,
)
COLUMNS_JOINED = Rule(
    code="ALM445",
    name="columns-joined",
    message="columns that were read as one level: {found}",
    hint="if they are several levels, name each from the top down with --level",
    severity=Severity.NOTE,
)
SHEET_LEFT = Rule(
    code="ALM446",
    name="sheet-without-matrix",
    message="no matrix was found on the sheet; its {count} filled cells became no node",
    hint="if it holds outcomes or areas, name its columns of levels with --level",
    severity=Severity.NOTE,
)
