"""Rules about the plans beside the programme on which a file reports: ALM550 and on."""

from almwp.findings.rule import Rule, Severity

UNKNOWN_PART = Rule(
    code="ALM550",
    name="unknown-part-of-plan",
    message=(
        "'{found}' is no part of {framework} that is known; the plan was read, and this"
        " was kept in words"
    ),
    hint="write the number or the title of the part, or no. and the activity's number",
    severity=Severity.NOTE,
)
