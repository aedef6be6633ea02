"""Say where nothing in a file tells of which day its states are."""

from collections.abc import Iterable

from almwp.findings import file_rules
from almwp.findings.rule import Finding, Location, Severity
from almwp.intake.cover import Cover
from almwp.intake.fieldlist import field_of
from almwp.intake.lexicon import Lexicon
from almwp.model.activity import Activity


def find_undated(
    activities: Iterable[Activity],
    cover: Cover,
    found: Iterable[Finding],
    lexicon: Lexicon,
    file: str,
    language: str,
) -> list[Finding]:
    """Return the finding, or nothing.

    A file is undated where it has states and none has a day; one that is made from a
    template, where any has none: its cover asks for the day.

    Args:
        activities: What it reports.
        cover: What its covers say.
        found: What was found in its cells: a day that was refused is not missed here.
        lexicon: The words of all languages.
        file: Its name.
        language: Language of its headings.
    """
    if any(f.field == "as_of" and f.severity is Severity.ERROR for f in found):
        return []
    dated = [o.as_of is not None for a in activities for o in a.observations]
    if cover.as_of or all(dated) or (any(dated) and not cover.template):
        return []
    label = field_of(lexicon.fields.cover, "as_of").label_in(language)
    return [file_rules.NO_DAY.at(Location(file=file), expected=label)]
