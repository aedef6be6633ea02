"""What is found about a file as a whole: nothing in it, no table, no sender."""

from collections.abc import Iterable

from almwp.findings import file_rules
from almwp.findings.rule import Finding, Location, Severity
from almwp.intake.cover import Cover
from almwp.intake.frameworknames import programme_titles
from almwp.intake.grid import Grid
from almwp.intake.headings import known_headings
from almwp.intake.lexicon import Lexicon
from almwp.intake.ownsheets import why_ours


def find_about_whole(
    grids: Iterable[Grid],
    cover: Cover | None,
    found: Iterable[Finding],
    lexicon: Lexicon,
    file: str,
    *,
    is_report: bool = True,
) -> list[Finding]:
    """Say what is wrong with a file as a whole.

    Args:
        grids: Its sheets.
        cover: What its covers say; None where no sheet has a table.
        found: What was found in its cells: what was refused there is not missed here.
        lexicon: The words of all languages.
        file: Its name.
        is_report: Whether it reports, and so has a sender and a programme; a file
            that describes a framework needs none.
    """
    whole = Location(file=file)
    if not any(grid.rows and not why_ours(grid) for grid in grids):
        return [file_rules.EMPTY_WORKBOOK.at(whole)]
    if cover is None:
        expected = ", ".join(known_headings(lexicon))
        return [file_rules.NO_TABLE.at(whole, expected=expected)]
    if not is_report:
        return []
    refused = {f.field for f in found if f.severity is Severity.ERROR}
    findings = []
    if not (cover.country or cover.body) and refused.isdisjoint({"country", "body"}):
        example = "Country: Viet Nam"
        findings.append(file_rules.SENDER_UNKNOWN.at(whole, expected=example))
    if not cover.framework and "framework" not in refused:
        example = f"Work programme: {', '.join(programme_titles(lexicon)[:1])}"
        findings.append(file_rules.FRAMEWORK_UNKNOWN.at(whole, expected=example))
    return findings
