"""What is found about a table as a whole: its headings, columns and hidden rows."""

from almwp.findings import file_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell, column_letters
from almwp.intake.fates import Fates
from almwp.intake.fieldlist import field_of
from almwp.intake.grid import Grid
from almwp.intake.headings import Heading, HeadingBlock
from almwp.intake.values import Values
from almwp.model.ledger import Fate


def find_in_table(
    grid: Grid,
    block: HeadingBlock,
    until: int | None,
    values: Values,
    fates: Fates,
    *,
    is_first: bool,
) -> list[Finding]:
    """Give headings their fate; say what is missing, double, extra or hidden."""
    cells = [c for row in _rows_of(block) for c in grid.rows.get(row, {}).values()]
    fates.give_all(grid.sheet.name, cells, Fate.HEADING, "heading")
    findings = _about_headings(block, values)
    if is_first:
        findings += _about_missing(block, values)
    body = [
        c
        for row, r in grid.rows.items()
        for c in r.values()
        if _is_in(row, block, until)
    ]
    return findings + _about_hidden(body, values)


def _rows_of(block: HeadingBlock) -> range:
    return range(block.first_row, block.last_row + 1)


def _is_in(row: int, block: HeadingBlock, until: int | None) -> bool:
    return row > block.last_row and (until is None or row < until)


def _about_headings(block: HeadingBlock, values: Values) -> list[Finding]:
    findings = []
    taken: dict[str, Heading] = {}
    for heading in block.headings:
        place = values.spot.at(f"{column_letters(heading.column)}{block.last_row}")
        if heading.word is None:
            findings.append(file_rules.EXTRA_COLUMN.at(place, found=heading.text))
            continue
        key = heading.word.key
        label = field_of(values.lexicon.fields.progress, key).label.in_(values.language)
        if key in taken:
            other = column_letters(taken[key].column)
            findings.append(
                file_rules.SECOND_COLUMN.at(
                    place, field=key, found=heading.text, label=label, other=other
                )
            )
            continue
        taken[key] = heading
        if heading.near:
            findings.append(
                file_rules.NEAR_HEADING.at(
                    place, field=key, found=heading.text, expected=label
                )
            )
    return findings


def _about_missing(block: HeadingBlock, values: Values) -> list[Finding]:
    findings = []
    place = values.spot.at(_range(block))
    for known in values.lexicon.fields.progress:
        label = known.label.in_(values.language)
        is_title_there = known.key == "title" and "title_english" in block.keys
        if known.required and known.key not in block.keys and not is_title_there:
            findings.append(
                file_rules.MISSING_COLUMN.at(
                    place, field=known.key, label=label, expected=label
                )
            )
        if known.key == "status" and known.key not in block.keys:
            findings.append(
                file_rules.NO_STATUS_COLUMN.at(place, field=known.key, expected=label)
            )
    return findings


def _range(block: HeadingBlock) -> str:
    first, last = block.headings[0].column, block.headings[-1].column
    return (
        f"{column_letters(first)}{block.first_row}:"
        f"{column_letters(last)}{block.last_row}"
    )


def _about_hidden(cells: list[Cell], values: Values) -> list[Finding]:
    hidden = [cell for cell in cells if cell.hidden]
    if not hidden:
        return []
    return [file_rules.HIDDEN_ROWS.at(values.spot.at(hidden[0]), count=len(hidden))]
