"""Rules about values of other calendars, about numbers, and about parts of texts."""

from almwp.findings.rule import Rule, Severity

BUDDHIST_YEAR = Rule(
    code="ALM225",
    name="buddhist-year",
    message=(
        "'{found}' was read as {expected}, because years from 2500 to 2600 are "
        "counted in the Buddhist era, 543 years ahead"
    ),
    hint="write the year of the common calendar, for instance {expected}",
    severity=Severity.NOTE,
)
FISCAL_YEAR = Rule(
    code="ALM226",
    name="fiscal-year",
    message=(
        "the fiscal year '{found}' was kept in words; fiscal years begin in different "
        "months in different countries"
    ),
    hint="write from when to when, for instance 2024-10 - 2025-09",
    severity=Severity.NOTE,
)
UNKNOWN_NUMBER = Rule(
    code="ALM227",
    name="unknown-number",
    message="'{found}' was not understood as a number",
    hint="write the number in full and nothing else, for instance 1250.5",
    severity=Severity.ERROR,
)
AMBIGUOUS_NUMBER = Rule(
    code="ALM228",
    name="ambiguous-number",
    message="'{found}' can mean two different numbers",
    hint="write it without a sign for thousands: {expected}",
    severity=Severity.ERROR,
)
NUMBER_BY_EVIDENCE = Rule(
    code="ALM229",
    name="number-by-evidence",
    message="'{found}' was read as {expected}, because {why}",
    hint="write it as {expected} if you want to be sure",
    severity=Severity.NOTE,
)
UNIT_IN_NUMBER = Rule(
    code="ALM230",
    name="unit-in-number",
    message="'{found}' was read as the number {expected}, counted in '{unit}'",
    hint="write the number alone, and its unit into the column of units",
    severity=Severity.NOTE,
)
PARTS_IN_TITLE = Rule(
    code="ALM231",
    name="parts-in-title",
    message=(
        "the title ends before the first bullet; what stands at the bullets ({count}) "
        "was kept as parts of the activity"
    ),
    hint="give each part a row of its own if it is an activity by itself",
    severity=Severity.NOTE,
)
AS_OF_IN_TITLE = Rule(
    code="ALM232",
    name="as-of-in-title",
    message="'{found}' was read as the day of which the file speaks: {expected}",
    hint="write a line 'As of: {expected}' above the table",
    severity=Severity.NOTE,
)
AS_OF_IN_HEADING = Rule(
    code="ALM233",
    name="as-of-in-heading",
    message=(
        "the date in the heading '{found}' was read as the day of which its column "
        "speaks: {expected}"
    ),
    hint="write a line 'As of: {expected}' above the table",
    severity=Severity.NOTE,
)
ENDS_BEFORE = Rule(
    code="ALM234",
    name="ends-before",
    message="'{found}' was read as ending with {expected}, right before what it names",
    hint="write it as 'by {expected}' if you want to be sure",
    severity=Severity.NOTE,
)
