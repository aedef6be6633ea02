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
