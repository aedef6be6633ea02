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
