"""Tell a line of the cover that names an institution from one that names a body."""

from attrs import evolve

from almwp.findings import value_rules
from almwp.intake.coverlines import Line
from almwp.intake.parsed import Parsed
from almwp.model.folding import fold

_EITHER = frozenset({"co quan", "badan"})
"""Vietnamese and Indonesian for a body of ASEAN and for an office of a country."""


def as_institution(line: Line, parsed: Parsed[object]) -> Line:
    """Return *line*, as one of an institution where it names surely no body.

    Its label means both, and its words are not near the name of any body.
    """
    label = fold(line.cells[0].text.partition(":")[0])
    unknown = [f for f in parsed.findings if f.rule is value_rules.UNKNOWN_BODY]
    is_near = any(finding.suggestions for finding in unknown)
    if line.key != "body" or label not in _EITHER or not unknown or is_near:
        return line
    return evolve(line, key="institution")
