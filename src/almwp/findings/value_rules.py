"""Rules about the value of a cell: codes ALM201 and on."""

from almwp.findings.rule import Rule, Severity

UNKNOWN_STATUS = Rule(
    code="ALM201",
    name="unknown-status",
    message="'{found}' is not a known status",
    hint="write one of: {expected}",
    severity=Severity.ERROR,
)
OTHER_STATUS = Rule(
    code="ALM202",
    name="status-not-core",
    message=(
        "'{found}' is not one of the three states of ASEAN reports; the "
        "state was left open"
    ),
    hint="write one of: {expected}",
    severity=Severity.NOTE,
)
UNKNOWN_PARTY = Rule(
    code="ALM203",
    name="unknown-party",
    message=(
        "'{found}' is not known as a member state or as a body that leads; it was "
        "kept as a partner"
    ),
    hint="write the country's name or ISO code, or the body's short name",
    severity=Severity.WARNING,
)
UNKNOWN_DATE = Rule(
    code="ALM204",
    name="unknown-date",
    message="'{found}' was not understood as a date",
    hint=(
        "write it as year-month-day, for instance 2024-06-30, or 2024-06, or 2024-Q2"
    ),
    severity=Severity.ERROR,
)
AMBIGUOUS_DATE = Rule(
    code="ALM205",
    name="ambiguous-date",
    message="'{found}' can mean different dates",
    hint="write it as year-month-day: {expected}",
    severity=Severity.ERROR,
)
UNKNOWN_PERCENT = Rule(
    code="ALM206",
    name="unknown-percent",
    message="'{found}' was not understood as a percentage",
    hint="write it with the percent sign, for instance 75%",
    severity=Severity.ERROR,
)
AMBIGUOUS_PERCENT = Rule(
    code="ALM207",
    name="ambiguous-percent",
    message="'{found}' can mean two different percentages",
    hint="write it with the percent sign: {expected}",
    severity=Severity.ERROR,
)
PERCENT_RANGE = Rule(
    code="ALM208",
    name="percent-out-of-range",
    message="'{found}' is not between 0 % and 100 %",
    hint="write a percentage from 0% to 100%",
    severity=Severity.ERROR,
)
UNKNOWN_TIMEFRAME = Rule(
    code="ALM209",
    name="time-frame-not-understood",
    message="the time frame '{found}' was kept in words; no date was understood",
    hint="write years or dates, for instance 2023, 2023-2024 or Q3/2024",
    severity=Severity.NOTE,
)
STATUS_IN_TIMEFRAME = Rule(
    code="ALM210",
    name="status-in-time-frame",
    message="the time frame '{found}' holds a status, which was read as one",
    hint="write the status into a column of its own",
    severity=Severity.NOTE,
)
NO_TITLE = Rule(
    code="ALM211",
    name="no-title",
    message="the row has no title; it was kept out",
    hint="write it under '{expected}', or delete the row",
    severity=Severity.ERROR,
)
ERROR_CELL = Rule(
    code="ALM212",
    name="error-cell",
    message="the cell shows the Excel error {found}",
    hint="correct the formula, or type the value",
    severity=Severity.ERROR,
)
UNCALCULATED = Rule(
    code="ALM213",
    name="uncalculated-formula",
    message="the cell holds a formula whose result was not saved",
    hint=("open the file in Excel, let it calculate, and save it; or type the value"),
    severity=Severity.ERROR,
)
STRUCK_ROW = Rule(
    code="ALM214",
    name="struck-through",
    message="the text is struck through; it was read as it stands",
    hint="delete it, or write 'withdrawn' into the column '{expected}'",
    severity=Severity.WARNING,
)
UNKNOWN_COUNTRY = Rule(
    code="ALM215",
    name="unknown-country",
    message="'{found}' is not a member state of ASEAN",
    hint="write the country's name or its ISO code",
    severity=Severity.ERROR,
)
UNKNOWN_BODY = Rule(
    code="ALM216",
    name="unknown-body",
    message="'{found}' is not a known body",
    hint="write its short name, for instance: {expected}",
    severity=Severity.ERROR,
)
UNKNOWN_WORD = Rule(
    code="ALM217",
    name="unknown-word",
    message="'{found}' is not a known value of '{label}'",
    hint="write one of: {expected}",
    severity=Severity.ERROR,
)
UNKNOWN_PLAN = Rule(
    code="ALM218",
    name="unknown-plan",
    message="'{found}' is not a plan that is known; it was kept in words",
    hint="write the plan's full title with its years",
    severity=Severity.NOTE,
)
DATE_BY_EVIDENCE = Rule(
    code="ALM219",
    name="date-by-evidence",
    message="'{found}' was read as {expected}, because {why}",
    hint="write it as {expected} if you want to be sure",
    severity=Severity.NOTE,
)
PERCENT_BY_EVIDENCE = Rule(
    code="ALM220",
    name="percent-by-evidence",
    message="'{found}' was read as {expected}, because {why}",
    hint="write it as {expected} if you want to be sure",
    severity=Severity.NOTE,
)
PLAN_IN_TITLE = Rule(
    code="ALM221",
    name="plan-in-title",
    message="the title names the plan '{found}', which was read as a reference",
    hint="write the plan into the column '{expected}'",
    severity=Severity.NOTE,
)
PARTLY_STRUCK = Rule(
    code="ALM222",
    name="partly-struck-through",
    message="part of the text is struck through; all of it was read",
    hint="delete what no longer holds",
    severity=Severity.WARNING,
)
UNKNOWN_MEETING = Rule(
    code="ALM223",
    name="unknown-meeting",
    message="'{found}' is not a meeting that is known; it was kept in words",
    hint="write it as body and number, for instance SLOM 21",
    severity=Severity.NOTE,
)
STRUCK_CELL = Rule(
    code="ALM224",
    name="struck-through-cell",
    message="the cell is struck through as a whole; it was read as it stands",
    hint="delete what stands in it, or take the line away if it still holds",
    severity=Severity.WARNING,
)
SHARE_IN_STATUS = Rule(
    code="ALM256",
    name="share-in-status",
    message="'{found}' was read as a state and as how much is done",
    hint="write how much is done into the column '{expected}'",
    severity=Severity.NOTE,
)
NOT_WHOLE = Rule(
    code="ALM250",
    name="not-a-whole-number",
    message="'{found}' is not a whole number as '{label}' asks for",
    hint="write digits only, for instance 2026 or 14",
    severity=Severity.ERROR,
)
ZERO_DENOMINATOR = Rule(
    code="ALM240",
    name="zero-denominator",
    message="the denominator is zero; it was left out",
    hint="correct the denominator, or leave it blank",
    severity=Severity.ERROR,
)
UNDATED_READING = Rule(
    code="ALM241",
    name="undated-reading",
    message="nobody says of when '{found}' is; it was kept out",
    hint="write the day or the year of the reading under '{expected}'",
    severity=Severity.ERROR,
)
TARGET_WITHOUT_YEAR = Rule(
    code="ALM242",
    name="target-without-year",
    message="nobody says by when '{found}' is to be reached; it was kept out",
    hint="write the year of the target under '{expected}'",
    severity=Severity.ERROR,
)
UNDATED_BASELINE = Rule(
    code="ALM243",
    name="undated-baseline",
    message="nobody says of when the baseline is",
    hint="write the day or the year of the baseline beside it",
    severity=Severity.NOTE,
)
UNCLEAR_SHARE = Rule(
    code="ALM244",
    name="unclear-share",
    message=(
        "{found} is given without a reading, and the unit is not %; the reading was "
        "left open"
    ),
    hint="write the reading, or % as the unit",
    severity=Severity.WARNING,
)
NO_STANCE = Rule(
    code="ALM245",
    name="no-stance",
    message="the row says nothing under '{label}'",
    hint="write one of: {expected}",
    severity=Severity.WARNING,
)
STANCE_LEFT_OPEN = Rule(
    code="ALM322",
    name="stance-left-open",
    message="'{found}' was read as no stance given",
    hint="write one of: {expected}",
    severity=Severity.WARNING,
)
JOINS_ITSELF = Rule(
    code="ALM246",
    name="joins-itself",
    message="the sender joins a proposal that is its own",
    hint="write the other country under '{expected}', or leave this blank",
    severity=Severity.WARNING,
)
ASKED_OF_NOBODY = Rule(
    code="ALM247",
    name="asked-of-nobody",
    message="the row does not say who is asked; it was kept out",
    hint="write the country, the body or the partner under '{label}'",
    severity=Severity.ERROR,
)
OTHER_UNIT = Rule(
    code="ALM248",
    name="other-unit",
    message="'{found}' is a percentage, but the unit of the indicator is '{expected}'",
    hint="correct the unit, or write the number without the percent sign",
    severity=Severity.ERROR,
)
