"""Rules about values at the edges of what Excel and a report can hold."""

from almwp.findings.rule import Rule, Severity

DATE_OUT_OF_RANGE = Rule(
    code="ALM160",
    name="date-out-of-range",
    message=(
        "'{found}' lies outside the years {expected}; no other year is taken for "
        "that of a report"
    ),
    hint=(
        "write the date as year-month-day, for instance 2024-06-30; leave the cell "
        "blank where there is no date"
    ),
    severity=Severity.ERROR,
)
YEAR_SHOWN_AS_DATE = Rule(
    code="ALM161",
    name="year-shown-as-date",
    message=(
        "the cell holds the number {expected}, which its date format shows as '{found}'"
    ),
    hint=(
        "if the year {expected} is meant, set the format of the cell to General and "
        "type {expected} again"
    ),
    severity=Severity.ERROR,
)
NUMBER_TOO_LONG = Rule(
    code="ALM162",
    name="number-too-long",
    message="'{found}' has more than {expected} digits, as no figure of a report has",
    hint="correct it, or count in another unit, for instance in millions",
    severity=Severity.ERROR,
)
DIGITS_LOST = Rule(
    code="ALM163",
    name="digits-lost",
    message=(
        "'{found}' has more digits than the 15 that Excel keeps of a number; it was "
        "read as {expected}"
    ),
    hint="if every digit counts, set the format of the cell to Text and type it again",
    severity=Severity.WARNING,
)
