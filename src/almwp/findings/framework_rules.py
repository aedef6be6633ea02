"""Rules about against the framework: codes ALM401 and on."""

from almwp.findings.rule import Rule, Severity

UNKNOWN_OUTCOME = Rule(
    code="ALM401",
    name="unknown-outcome",
    message="'{found}' is not an outcome of {framework}",
    hint="write one of: {expected}",
    severity=Severity.ERROR,
)
UNKNOWN_AREA = Rule(
    code="ALM402",
    name="unknown-area",
    message="'{found}' is not a priority area of {framework}",
    hint="write one of: {expected}",
    severity=Severity.ERROR,
)
AREA_NOT_PUBLIC = Rule(
    code="ALM403",
    name="area-not-public",
    message=(
        "'{found}' is not among the priority areas of {framework} that are "
        "public; it was kept in words"
    ),
    hint=(
        "nothing needs to be done; load the adopted list of areas to have it checked"
    ),
    severity=Severity.NOTE,
)
NO_OUTCOMES_YET = Rule(
    code="ALM404",
    name="no-outcomes-yet",
    message=(
        "{framework} has no outcomes that are public; '{found}' was kept in words"
    ),
    hint="nothing needs to be done until the framework is loaded",
    severity=Severity.NOTE,
)
OUTSIDE_PERIOD = Rule(
    code="ALM405",
    name="outside-period",
    message="the time frame '{found}' lies outside {framework} ({period})",
    hint="correct the time frame, or report it under another programme",
    severity=Severity.WARNING,
)
