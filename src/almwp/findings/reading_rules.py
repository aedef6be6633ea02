"""Rules about times, numbers and names that were read by what stands around them."""

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
FAR_DAY = Rule(
    code="ALM235",
    name="far-day",
    message=(
        "'{found}' lies far from the years of which the file can speak ({expected}); "
        "it was kept"
    ),
    hint="see whether the year is right",
    severity=Severity.WARNING,
)
SINGLE_TIMES = Rule(
    code="ALM236",
    name="single-times",
    message=(
        "'{found}' names single times; it was read as all the time from the first to "
        "the last: {expected}"
    ),
    hint="write '{expected}' if all the time is meant; else nothing needs to be done",
    severity=Severity.NOTE,
)
SHORT_YEAR = Rule(
    code="ALM237",
    name="short-year",
    message="'{found}' was read as {expected}, which is among the years of {framework}",
    hint="write the year in full, for instance {expected}",
    severity=Severity.NOTE,
)
READ_ONE_WAY = Rule(
    code="ALM251",
    name="read-one-way",
    message="'{found}' was read as {expected}; it can also mean {other}",
    hint="write {other} if that is meant; else nothing needs to be done",
    severity=Severity.NOTE,
)
PERHAPS_FISCAL = Rule(
    code="ALM252",
    name="perhaps-fiscal-year",
    message=(
        "'{found}' was read as two calendar years, {expected}; it may be a fiscal year"
    ),
    hint="write from when to when if it is one, for instance 2024-10 - 2025-09",
    severity=Severity.NOTE,
)
PART_LEFT_OUT = Rule(
    code="ALM253",
    name="part-left-out",
    message=(
        "'{found}' names a part of a time without saying where it begins and ends; "
        "the whole was kept: {expected}"
    ),
    hint="write from when to when, for instance 2024-01 - 2024-06",
    severity=Severity.NOTE,
)
ORDERS_MIXED = Rule(
    code="ALM254",
    name="orders-mixed",
    message=(
        "the column mixes dates with the day first and dates with the month first: "
        "{found} here, {witness} in {where}"
    ),
    hint="write all dates as year-month-day, for instance 2024-06-30",
    severity=Severity.WARNING,
)
LANGUAGE_NOT_SURE = Rule(
    code="ALM255",
    name="language-not-sure",
    message=(
        "'{found}' has no letters of the language of its heading; {count} cells of the "
        "column are so, and in which language they are was left open"
    ),
    hint=(
        "write English texts into the column for English, or name the language of the "
        "texts above the table under '{expected}'"
    ),
    severity=Severity.NOTE,
)
NAMED_WITHIN = Rule(
    code="ALM408",
    name="named-within",
    message="'{found}' was read as {expected}; its other words were left out",
    hint="write {expected} alone if that is meant; else the names with commas between",
    severity=Severity.WARNING,
)
DONE_BUT_NOT_COMPLETED = Rule(
    code="ALM238",
    name="done-but-not-completed",
    message="the status is '{other}', but {found} is done",
    hint="correct the status or the percentage",
    severity=Severity.WARNING,
)
LEADS_TWICE = Rule(
    code="ALM239",
    name="leads-twice",
    message="'{found}' is named as lead and as co-lead; both were kept",
    hint="leave it out of one of the two",
    severity=Severity.NOTE,
)
