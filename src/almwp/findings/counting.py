"""Count findings by severity and by code."""

from collections import Counter
from collections.abc import Iterable, Mapping

from almwp.findings.rule import Finding, Severity


def by_severity(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    """Return how many findings there are of each severity, none left out."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in Severity}


def by_code(findings: Iterable[Finding]) -> Mapping[str, int]:
    """Return how often each code was found, in the order of the codes."""
    counted = Counter(finding.code for finding in findings)
    return dict(sorted(counted.items()))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
