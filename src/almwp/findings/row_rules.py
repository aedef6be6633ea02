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
