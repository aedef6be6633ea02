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
    hint="write the id of one of its nodes",
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
