"""Rules about between submissions: codes ALM501 and on."""

from almwp.findings.rule import Rule, Severity

CONFLICT = Rule(
    code="ALM501",
    name="conflict",
    message="{label} of '{activity}' differs between the files: {claims}",
    hint="agree on one value and correct the other file",
    severity=Severity.WARNING,
)
SAME_FILE_TWICE = Rule(
    code="ALM502",
    name="same-file-twice",
    message="the file has the same content as {other}; it was counted once",
    hint="send only one of the two",
    severity=Severity.NOTE,
)
STATUS_WENT_BACK = Rule(
    code="ALM503",
    name="status-went-back",
    message=(
        "the status is '{found}' as of {day}, but it was '{expected}' as of {earlier} "
        "({where})"
    ),
    hint="correct the report that is wrong; if both are right, say why in the remarks",
    severity=Severity.WARNING,
)
PERCENT_FELL = Rule(
    code="ALM504",
    name="percentage-fell",
    message=(
        "{found} is done as of {day}, but it was {expected} as of {earlier} ({where})"
    ),
    hint="correct the report that is wrong; if both are right, say why in the remarks",
    severity=Severity.WARNING,
)
NUMBER_OF_TWO = Rule(
    code="ALM505",
    name="number-of-two",
    message=(
        "the number {found} stands for '{activity}' here and for '{other}' in {where}; "
        "they were kept apart"
    ),
    hint="if they are one activity, give both the same title",
    severity=Severity.WARNING,
)
NUMBERS_COUNT_ROWS = Rule(
    code="ALM506",
    name="numbers-count-rows",
    message=(
        "numbers that stand for other activities in {other}: {count}; both files count "
        "their rows from 1, so activities are told apart by their titles"
    ),
    hint="nothing needs to be done",
    severity=Severity.NOTE,
)
