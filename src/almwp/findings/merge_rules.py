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
LIKELY_VERSION = Rule(
    code="ALM507",
    name="likely-version",
    message=(
        "this may be {other} corrected: sender, day and name are the same; both were "
        "counted"
    ),
    hint=(
        "say which of them counts: almwp merge --write-decisions decisions.toml "
        "prepares it"
    ),
    severity=Severity.WARNING,
)
REPLACED_FILE = Rule(
    code="ALM508",
    name="replaced-file",
    message=(
        "this file takes the place of {other}, whose reports no longer count: {why}"
    ),
    hint="if both are to count, say so in a decisions file",
    severity=Severity.NOTE,
)
CHANGED_BY_CORRECTION = Rule(
    code="ALM509",
    name="changed-by-correction",
    message="{label} of '{activity}' was '{expected}' in {other} and is '{found}' now",
    hint="see whether this was meant; if not, correct the newer file",
    severity=Severity.NOTE,
)
NEW_IN_CORRECTION = Rule(
    code="ALM510",
    name="new-in-correction",
    message="'{activity}' was not in {other} and is here now",
    hint="see whether this was meant; if not, correct the newer file",
    severity=Severity.NOTE,
)
GONE_IN_CORRECTION = Rule(
    code="ALM511",
    name="gone-in-correction",
    message="'{activity}' was in {other}; it is not here, and no longer counts",
    hint="if it was left out by mistake, put its row back",
    severity=Severity.WARNING,
)
MAY_BE_SAME = Rule(
    code="ALM512",
    name="may-be-same-activity",
    message=(
        "'{found}' may be '{expected}' of {where}: their titles are alike by {alike} "
        "of 100; they were counted as two"
    ),
    hint=(
        "if they are one activity, give both the same title, or say so in a decisions "
        "file"
    ),
    severity=Severity.NOTE,
)
OWNER_UNCLEAR = Rule(
    code="ALM513",
    name="owner-unclear",
    message=(
        "'{activity}' was reported by {found}, whose duties went to several "
        "institutions; its title does not tell to which: {candidates}"
    ),
    hint="say in a decisions file who carries it today",
    severity=Severity.NOTE,
)
DECISION_NAMES_NOTHING = Rule(
    code="ALM514",
    name="decision-names-nothing",
    message="the decision on {what} was not applied: no file has '{found}'",
    hint="correct the name, or leave the decision out",
    severity=Severity.WARNING,
)
DECISION_NAMES_SEVERAL = Rule(
    code="ALM515",
    name="decision-names-several",
    message="the decision on {what} was not applied: it may mean several",
    hint=(
        "write the title beside the id, or the beginning of its fingerprint beside the "
        "file"
    ),
    severity=Severity.WARNING,
)
DECISION_NOT_NEEDED = Rule(
    code="ALM516",
    name="decision-not-needed",
    message=(
        "the decision on {what} was not applied: the files do not contradict each "
        "other there"
    ),
    hint="leave the decision out",
    severity=Severity.WARNING,
)
DECISION_OUTDATED = Rule(
    code="ALM517",
    name="decision-outdated",
    message=("the decision on {what} was not applied: {why}; there are: {found}"),
    hint="decide anew among the values that there are",
    severity=Severity.WARNING,
)
DECISIONS_CONTRADICT = Rule(
    code="ALM518",
    name="decisions-contradict",
    message="the decision on {what} was not applied: another decision contradicts it",
    hint="keep one of the two",
    severity=Severity.WARNING,
)
OLDER_PLAN = Rule(
    code="ALM519",
    name="older-plan",
    message=(
        "an earlier almwp saved this plan, in version {found} of its form; it was read "
        "as version {expected}"
    ),
    hint="save it anew with almwp merge",
    severity=Severity.NOTE,
)
