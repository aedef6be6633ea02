"""Rules about files that describe a framework: codes ALM424 and on."""

from almwp.findings.rule import Rule, Severity

TOO_FEW_NODES = Rule(
    code="ALM424",
    name="succession-with-too-few-nodes",
    message=(
        "'{kind}' takes at least {expected} in '{label}', and {found} are named; the "
        "row was kept out"
    ),
    hint="name the other nodes in '{label}', or choose another kind",
    severity=Severity.ERROR,
)
TOO_MANY = Rule(
    code="ALM425",
    name="succession-with-too-many-nodes",
    message=(
        "'{kind}' takes no more than {expected} in '{label}', and {found} are named; "
        "the row was kept out"
    ),
    hint="take the others out of '{label}', or choose another kind",
    severity=Severity.ERROR,
)
OLD_FRAMEWORK_UNKNOWN = Rule(
    code="ALM426",
    name="old-framework-unknown",
    message=(
        "almwp knows no framework '{found}'; the nodes before were kept as they are "
        "written"
    ),
    hint="write the id of a framework; almwp frameworks lists them",
    severity=Severity.WARNING,
)
NO_NODE_TO_LINK = Rule(
    code="ALM427",
    name="no-node-to-link",
    message="'{found}' is not one node of {framework}; the row was kept out",
    hint=(
        "write the id of one of its nodes; several stand one on each line, or as ids or"
        " numbers with commas between them"
    ),
    severity=Severity.ERROR,
)
SUCCEEDS_ITSELF = Rule(
    code="ALM428",
    name="framework-succeeds-itself",
    message=(
        "'{found}' is this framework itself, and not the one before; the row was kept "
        "out"
    ),
    hint="write into '{label}' the id of the framework before",
    severity=Severity.ERROR,
)
ORPHAN_NODE = Rule(
    code="ALM429",
    name="orphan-node",
    message="the node '{found}' belongs to no other, and others stand above its level",
    hint="write into '{label}' the id of the node to which it belongs",
    severity=Severity.NOTE,
)
PARENT_NOT_ABOVE = Rule(
    code="ALM430",
    name="parent-not-above",
    message=(
        "'{found}' stands on the level '{other}', which is not above that of this row;"
        " the link was left out"
    ),
    hint=(
        "write the id of a node on a higher level, or correct the level of one of them"
    ),
    severity=Severity.ERROR,
)
SEVERAL_PARENTS = Rule(
    code="ALM431",
    name="several-nodes-of-that-name",
    message="'{found}' names several nodes; the link was left out",
    hint="write the id of the one that is meant: {expected}",
    severity=Severity.ERROR,
)
INDICATOR_OF_NO_NODE = Rule(
    code="ALM432",
    name="indicator-of-no-node",
    message="'{found}' is not one node of this framework; the indicator follows none",
    hint="write the id of one of its nodes",
    severity=Severity.ERROR,
)
LEVEL_HAS_MORE = Rule(
    code="ALM433",
    name="level-has-more",
    message="nodes that the level is said to have: {found}; given: {other}",
    hint="correct the count, or take out what is no node of this level",
    severity=Severity.WARNING,
)
PERIOD_MISSING = Rule(
    code="ALM434",
    name="period-missing",
    message="the framework has no years, so no time frame can be checked against it",
    hint="write the first and the last year, if they are known",
    severity=Severity.NOTE,
)
NUMBER_ELSEWHERE = Rule(
    code="ALM447",
    name="number-of-another-branch",
    message=(
        "the number '{found}' begins like that of '{other}', to which the node does "
        "not belong"
    ),
    hint="see whether the number or '{label}' is wrong",
    severity=Severity.NOTE,
)
CLOSED_AND_GOES_ON = Rule(
    code="ALM448",
    name="closed-and-goes-on",
    message=(
        "'{found}' is closed in one row and goes on in another (row {other}); this row"
        " was kept out"
    ),
    hint="keep the row that is right, and delete the other",
    severity=Severity.ERROR,
)
NEW_AND_SUCCEEDS = Rule(
    code="ALM449",
    name="new-and-succeeds",
    message=(
        "'{found}' is new in one row and has a predecessor in another (row {other}); "
        "this row was kept out"
    ),
    hint="keep the row that is right, and delete the other",
    severity=Severity.ERROR,
)
LINK_TWICE = Rule(
    code="ALM324",
    name="succession-twice",
    message="the link from {found} to {expected} stands in row {other} too",
    hint="delete one of the rows",
    severity=Severity.WARNING,
)
NO_LEVELS = Rule(
    code="ALM325",
    name="no-levels",
    message=(
        "the row is on the level '{found}', and the workbook describes no level; the "
        "row was kept out"
    ),
    hint="fill in the sheet '{expected}': one row for each level",
    severity=Severity.ERROR,
)
