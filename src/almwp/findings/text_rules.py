"""Rules about texts that hold more, or less, than can be seen."""

from almwp.findings.rule import Rule, Severity

TURNED_TEXT = Rule(
    code="ALM170",
    name="turned-text",
    message=(
        "marks that turn text round make this cell read otherwise than it is stored; "
        "they were left out (such cells on the sheet: {count})"
    ),
    hint="check that the words stand in the order in which they are to be read",
    severity=Severity.WARNING,
)
UNSEEN_CHARACTERS = Rule(
    code="ALM171",
    name="unseen-characters",
    message=(
        "the cell holds characters that nobody sees: {expected}; a paper shows \ufffd "
        "in their place (such cells on the sheet: {count})"
    ),
    hint="type the words anew; text from other programs may bring such characters",
    severity=Severity.WARNING,
)
FULL_CELL = Rule(
    code="ALM172",
    name="full-cell",
    message=(
        "the text has {count} characters, and a cell of Excel holds {expected}; its "
        "end may have been cut off"
    ),
    hint="look at its end, and put what is missing into a file of its own",
    severity=Severity.WARNING,
)
