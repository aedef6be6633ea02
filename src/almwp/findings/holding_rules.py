"""Rules about papers of one country that do not agree: what they hold back."""

from almwp.findings.rule import Rule, Severity

HELD_BACK = Rule(
    code="ALM346",
    name="held-back",
    message="'{found}' is cleared for the meeting here and is held back: {why}",
    hint=(
        "clear the same words for the meeting wherever the country's files speak of "
        "it, or leave out the file that no longer holds"
    ),
    severity=Severity.WARNING,
)
NEWER_NOT_KNOWN = Rule(
    code="ALM347",
    name="newer-not-known",
    message=(
        "whether this file or '{other}' is the newer version is not known; both "
        "count, and what they do not agree on is held back from the meeting"
    ),
    hint="give each its version and its day on the cover, or leave out the older one",
    severity=Severity.WARNING,
)
MEETING_NOT_KNOWN = Rule(
    code="ALM348",
    name="meeting-not-known",
    message=(
        "which meeting '{found}' is is not known; the file does not count, and what "
        "it contradicts is held back from the meeting"
    ),
    hint="write the meeting as 'almwp meetings' lists it, such as slom-21",
    severity=Severity.WARNING,
)
