"""Rules about what a sheet shows and what it does not: codes ALM164 and on."""

from almwp.findings.rule import Rule, Severity

NO_ROWS = Rule(
    code="ALM164",
    name="no-rows",
    message="the headings are known, but no row below them was read",
    hint="fill in a row below the headings for each activity and send the file again",
    severity=Severity.WARNING,
)
UNDER_MERGED_CELLS = Rule(
    code="ALM165",
    name="under-merged-cells",
    message=(
        "{count} filled cells lie under merged cells, here under {found}; Excel does "
        "not show them, but they were read"
    ),
    hint=(
        "unmerge the cells in Excel, look at what comes to light, and delete what is "
        "not meant"
    ),
    severity=Severity.WARNING,
)
MARKED_COLUMNS = Rule(
    code="ALM166",
    name="marked-columns",
    message=(
        "the columns from '{found}' to '{last}' were read together as '{label}': a "
        "mark in one of them stands for its heading"
    ),
    hint="nothing needs to be done",
    severity=Severity.NOTE,
)
SEVERAL_MARKS = Rule(
    code="ALM167",
    name="several-marks",
    message="'{found}' are marked together; only one of them can be the '{label}'",
    hint="leave the mark below the heading that is true, and delete the others",
    severity=Severity.ERROR,
)
