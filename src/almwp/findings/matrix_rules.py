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
