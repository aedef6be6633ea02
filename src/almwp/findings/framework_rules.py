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
LEAD_NOT_YET_MEMBER = Rule(
    code="ALM406",
    name="lead-not-yet-member",
    message=(
        "{country} became a member of ASEAN on {joined}; the activity was over on {day}"
    ),
    hint="correct the lead or the time frame, or name the country as a partner",
    severity=Severity.WARNING,
)
SENDER_NOT_YET_MEMBER = Rule(
    code="ALM407",
    name="sender-not-yet-member",
    message=(
        "{country} sends the file and became a member of ASEAN on {joined}, after the "
        "day of which the file speaks ({found})"
    ),
    hint="see that the country and the date are right",
    severity=Severity.NOTE,
)
NO_FRAMEWORK_ROW = Rule(
    code="ALM410",
    name="no-framework-row",
    message=(
        "the workbook has levels or nodes, but no row that says which framework "
        "they are of"
    ),
    hint="fill in the sheet '{expected}': one row with id, title and years",
    severity=Severity.ERROR,
)
SECOND_FRAMEWORK = Rule(
    code="ALM411",
    name="second-framework",
    message=("the workbook describes '{other}' already; '{found}' was left out"),
    hint="send one file for each framework",
    severity=Severity.ERROR,
)
DUPLICATE_ID = Rule(
    code="ALM412",
    name="duplicate-id",
    message=("the id '{found}' is that of row {other} too; the row was kept out"),
    hint="give each row an id of its own",
    severity=Severity.ERROR,
)
UNKNOWN_LEVEL = Rule(
    code="ALM413",
    name="unknown-level",
    message=(
        "'{found}' is not the id of a level of this framework; the row was kept out"
    ),
    hint="write one of: {expected}",
    severity=Severity.ERROR,
)
UNKNOWN_PARENT = Rule(
    code="ALM414",
    name="unknown-parent",
    message=(
        "'{found}' is no other node of this framework on a higher level; the link"
        " was left out"
    ),
    hint=(
        "write the id of a node that stands above; several stand one on each line, or "
        "as ids or numbers with commas between them"
    ),
    severity=Severity.ERROR,
)
DUPLICATE_NODE_NUMBER = Rule(
    code="ALM415",
    name="duplicate-node-number",
    message=("the number '{found}' is that of row {other} on the same level too"),
    hint="see which of the two numbers is right",
    severity=Severity.WARNING,
)
NO_BASIS = Rule(
    code="ALM416",
    name="no-basis",
    message=("the row does not say on what it stands; it counts as unknown"),
    hint="write into '{label}': confirmed, reported, inferred or unknown",
    severity=Severity.NOTE,
)
NO_SOURCE = Rule(
    code="ALM417",
    name="no-source",
    message=("the row counts as {found}, but names no source"),
    hint="write into '{label}' where it was read",
    severity=Severity.WARNING,
)
AREA_IN_NO_OUTCOME = Rule(
    code="ALM418",
    name="area-in-no-outcome",
    message=("the priority area '{found}' belongs to no outcome"),
    hint="write the id of its outcome into '{label}'",
    severity=Severity.WARNING,
)
LEVEL_WITHOUT_NODES = Rule(
    code="ALM419",
    name="level-without-nodes",
    message=("no node stands on the level '{found}'"),
    hint="add its nodes, or leave the level as it is if they are not public",
    severity=Severity.NOTE,
)
NO_PERIOD = Rule(
    code="ALM420",
    name="no-period",
    message=(
        "the years '{found}' are no period: the last is before the first, or the "
        "first is missing; they were left out"
    ),
    hint="correct the first and the last year",
    severity=Severity.ERROR,
)
FRAMEWORK_KNOWN = Rule(
    code="ALM421",
    name="framework-known",
    message=("almwp has a framework with the id '{found}' already"),
    hint="give yours another id, unless it is to take the place of that one",
    severity=Severity.WARNING,
)
PARTS_EXCEED_TOTAL = Rule(
    code="ALM422",
    name="parts-exceed-total",
    message=(
        "the parts add up to {found}, more than the total of {other}; no count was read"
    ),
    hint="correct the total or the parts",
    severity=Severity.ERROR,
)
LEVEL_COUNT_DIFFERS = Rule(
    code="ALM423",
    name="level-count-differs",
    message=(
        "nodes that the level is said to have, all of them given here: {found}; "
        "given: {other}"
    ),
    hint="correct the count, or say that not all are given",
    severity=Severity.WARNING,
)
NEGATIVE_WEIGHT = Rule(
    code="ALM440",
    name="negative-weight",
    message="'{label}' is {found}; a weight cannot be negative, so it was left out",
    hint="write 0 for what is not to count, or a number above 0, such as 2 or 0.5",
    severity=Severity.ERROR,
)
