"""What is found about a file as a whole: nothing in it, no table, no sender."""

from collections.abc import Iterable

from almwp.findings import file_rules, sheet_rules
from almwp.findings.rule import Finding, Location, Severity
from almwp.intake.cells import place_of
from almwp.intake.cover import Cover
from almwp.intake.exampleline import (
    example_country,
    example_line,
    example_programme,
    likely_language,
)
from almwp.intake.grid import Grid
from almwp.intake.headings import known_headings
from almwp.intake.lexicon import Lexicon
from almwp.intake.oddtext import find_odd_text
from almwp.intake.ownsheets import why_ours
from almwp.intake.undermerged import find_under_merged


def in_order(findings: Iterable[Finding], sheets: Iterable[str]) -> tuple[Finding, ...]:
    """Sort findings as one meets them: the file, then sheet by sheet, row by row."""
    order = {name: place for place, name in enumerate(sheets)}

    def place(finding: Finding) -> tuple[int, int, int, str]:
        sheet = order.get(finding.at.sheet or "", -1)
        row, column = place_of(finding.at.cell) if finding.at.cell else (0, 0)
        return sheet, row, column, finding.code

    return tuple(sorted(dict.fromkeys(findings), key=place))


def find_about_whole(
    grids: Iterable[Grid],
    cover: Cover | None,
    found: Iterable[Finding],
    lexicon: Lexicon,
    file: str,
    *,
    is_report: bool = True,
    language: str = "en",
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
        language: Language of its headings.
    """
    whole, sheets = Location(file=file), tuple(grids)
    if not any(grid.rows and not why_ours(grid) for grid in sheets):
        return [file_rules.EMPTY_WORKBOOK.at(whole)]
    known = tuple(found)
    findings = [*find_odd_text(sheets, file), *find_under_merged(sheets, file)]
    if cover is None:
        if any(f.code == file_rules.GUIDANCE_WITH_TABLE.code for f in known):
            return findings  # A table was seen, and why it was left out is said.
        expected = ", ".join(known_headings(lexicon, likely_language(sheets)))
        return [*findings, file_rules.NO_TABLE.at(whole, expected=expected)]
    if not is_report:
        return findings
    refused = {f.field for f in known if f.severity is Severity.ERROR}
    if not (cover.country or cover.body) and refused.isdisjoint({"country", "body"}):
        country = example_country(language)
        example = example_line("country", country, lexicon, language)
        findings.append(file_rules.SENDER_UNKNOWN.at(whole, expected=example))
    if not cover.framework and "framework" not in refused:
        programme = example_programme(sheets, lexicon)
        example = example_line("framework", programme, lexicon, language)
        findings.append(file_rules.FRAMEWORK_UNKNOWN.at(whole, expected=example))
    return findings


def find_no_rows(
    read: Iterable[object], found: Iterable[Finding], file: str
) -> list[Finding]:
    """Say that the tables of a file hold nothing, where no error says why.

    Args:
        read: What was read in its tables.
        found: What was found in the file.
        file: Its name.
    """
    if any(True for _ in read) or any(f.severity is Severity.ERROR for f in found):
        return []
    return [sheet_rules.NO_ROWS.at(Location(file=file))]
