"""Rules about rows together: codes ALM301 and on."""

from almwp.findings.rule import Rule, Severity

DUPLICATE_NUMBER = Rule(
    code="ALM301",
    name="duplicate-number",
    message=("the number '{found}' is that of row {other} too; it was left out here"),
    hint="give each activity a number of its own",
    severity=Severity.ERROR,
)
DUPLICATE_TITLE = Rule(
    code="ALM302",
    name="duplicate-title",
    message="the title is that of row {other} too; both rows were kept",
    hint="delete one of the two, or make the titles differ",
    severity=Severity.WARNING,
)
MERGED_TITLE = Rule(
    code="ALM323",
    name="merged-title",
    message=(
        "one title is merged over {count} rows; each row was read as an activity of "
        "its own"
    ),
    hint="if they are one activity, write all of it into one row",
    severity=Severity.NOTE,
)
COMPLETED_PARTLY = Rule(
    code="ALM303",
    name="completed-partly",
    message="the status is completed, but only {found} is done",
    hint="correct the status or the percentage",
    severity=Severity.WARNING,
)
TOTALS_DIFFER = Rule(
    code="ALM304",
    name="totals-differ",
    message=("the row of totals says {found}, but {count} activities stand above it"),
    hint="correct the total, or see whether a row is missing",
    severity=Severity.WARNING,
)
NUMBERS_RESTART = Rule(
    code="ALM305",
    name="numbers-restart",
    message=(
        "the numbers begin again at {found}; activities are told apart by their "
        "titles instead"
    ),
    hint="give each activity a number of its own if its title may change",
    severity=Severity.NOTE,
)
TITLE_ONLY = Rule(
    code="ALM306",
    name="title-only",
    message=(
        "the row has nothing but a title; it was counted as an activity of which "
        "nothing is reported"
    ),
    hint="fill in the row, or delete it if it is no activity",
    severity=Severity.WARNING,
)
STATES_DIFFER = Rule(
    code="ALM307",
    name="states-differ",
    message=(
        "the time frame says '{found}', the status column says '{other}'; the status "
        "column was followed"
    ),
    hint="correct the one that is wrong, and leave the status out of the time frame",
    severity=Severity.WARNING,
)
NAMELESS_ROW = Rule(
    code="ALM309",
    name="nameless-row",
    message="the row has nothing under '{expected}'; it was kept out",
    hint="fill in '{expected}', or delete the row",
    severity=Severity.ERROR,
)
NO_LEAD = Rule(
    code="ALM308",
    name="no-lead",
    message=(
        "the row names no country, body or all member states as its lead; it counts "
        "as led by nobody"
    ),
    hint="write who leads it into the column '{expected}'",
    severity=Severity.WARNING,
)
NEAR_TITLE = Rule(
    code="ALM320",
    name="near-title",
    message="the title is nearly that of row {other}: '{expected}'; both were kept",
    hint="delete one of the two if they are one activity; else make the titles differ",
    severity=Severity.WARNING,
)
SAME_NUMBER = Rule(
    code="ALM310",
    name="same-number",
    message="the number '{found}' is that of row {other} too; it was left out here",
    hint="give each row a number of its own",
    severity=Severity.ERROR,
)
INDICATOR_CONTRADICTED = Rule(
    code="ALM311",
    name="indicator-contradicted",
    message=(
        "'{found}' is not what row {other} says of the same indicator, '{expected}'; "
        "it was kept out"
    ),
    hint="correct the one that is wrong, or leave blank what another row says already",
    severity=Severity.ERROR,
)
TARGET_EQUALS_BASELINE = Rule(
    code="ALM312",
    name="target-equals-baseline",
    message="the target {found} is the baseline: there is nothing to be reached",
    hint="correct the target or the baseline, or write 'keep' as the direction",
    severity=Severity.WARNING,
)
DIRECTION_CONTRADICTED = Rule(
    code="ALM313",
    name="direction-contradicted",
    message=(
        "the target {found} lies behind the baseline {other}, if the direction of the "
        "indicator is right"
    ),
    hint="correct the direction, the target or the baseline",
    severity=Severity.WARNING,
)
SHARE_DIFFERS = Rule(
    code="ALM314",
    name="share-differs",
    message="the reading says {found}, but {parts} is {expected} %; both were kept",
    hint="correct the reading, its numerator or its denominator",
    severity=Severity.WARNING,
)
ACTIVITY_NOT_THERE = Rule(
    code="ALM315",
    name="activity-not-there",
    message="no activity of this file has the number '{found}'; it was kept as it is",
    hint="write the number as it stands in the table of activities",
    severity=Severity.NOTE,
)
SAME_ITEM = Rule(
    code="ALM316",
    name="same-item",
    message="the number '{found}' is that of row {other} too; both items were kept",
    hint="correct the number of one of the two items",
    severity=Severity.WARNING,
)
STRUCK_RECORD = Rule(
    code="ALM321",
    name="struck-through-record",
    message="the row is struck through; it was read as it stands",
    hint="delete the row, or take the line away if it still holds",
    severity=Severity.WARNING,
)
STATES_COUNTED_OTHERWISE = Rule(
    code="ALM131",
    name="states-counted-otherwise",
    message=(
        "the row of totals says '{found}', but {count} activities above it are so"
    ),
    hint="correct the total, or see whether a status is missing",
    severity=Severity.WARNING,
)
