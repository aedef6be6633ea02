"""Rules about what a position leaves blank, or names in vain."""

from almwp.findings.rule import Rule, Severity

NO_SPEAKER = Rule(
    code="ALM257",
    name="no-speaker",
    message="something is to be said on this item, and '{label}' is blank",
    hint="write who speaks",
    severity=Severity.NOTE,
)
NO_CLEARANCE = Rule(
    code="ALM258",
    name="no-clearance",
    message=(
        "the row says something, and '{label}' is blank; it counts as a draft and "
        "stays out of the meeting's file"
    ),
    hint="write one of: {expected}",
    severity=Severity.NOTE,
)
NOTHING_SAID = Rule(
    code="ALM259",
    name="nothing-said",
    message="nothing is said on this item: no stance, no talking points and no wording",
    hint="write one of: {expected}",
    severity=Severity.NOTE,
)
LINES_UNPAIRED = Rule(
    code="ALM260",
    name="lines-unpaired",
    message=(
        "there are {count} lines here and {others} in '{label}'; the first stands "
        "beside the first, and so on"
    ),
    hint="write the same lines in the same order in both cells",
    severity=Severity.WARNING,
)
ACTIVITY_NOWHERE = Rule(
    code="ALM330",
    name="activity-nowhere",
    message=(
        "no activity in the files that are checked together has the number '{found}'"
    ),
    hint="write the number as it stands in the report, or check that report as well",
    severity=Severity.WARNING,
)
