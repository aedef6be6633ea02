"""What is found about a user's own mapping: what it names is not on the sheet."""

from collections.abc import Iterator

from almwp.findings import file_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import column_letters
from almwp.intake.display import words_of
from almwp.intake.grid import Grid
from almwp.intake.headings import HeadingBlock
from almwp.intake.headingwords import mapping_key
from almwp.intake.mapping import ANY, TableMapping
from almwp.intake.nearby import near
from almwp.intake.parsed import Spot
from almwp.model.fields import texts


def find_about_mapping(
    grid: Grid,
    blocks: tuple[HeadingBlock, ...],
    mapped: tuple[TableMapping, ...],
    spot: Spot,
) -> Iterator[Finding]:
    """Say which columns and rows a mapping names that the sheet does not have.

    What is said of any sheet needs not be there on each of them.

    Args:
        grid: The sheet.
        blocks: The headings of its tables.
        mapped: What the mapping says of it.
        spot: The sheet.
    """
    headings = [heading for block in blocks for heading in block.headings]
    there = {mapping_key(h.text) for h in headings}
    there |= {mapping_key(words_of(cell)) for h in headings for cell in h.cells}
    letters = {column_letters(heading.column) for heading in headings}
    known = texts(dict.fromkeys(h.text for h in headings))
    for table in mapped:
        if table.sheet == ANY:
            continue
        if table.rows and not _is_filled(grid, table.rows):
            rows = f"{table.rows[0]}-{table.rows[1]}"
            yield file_rules.MAPPED_ROWS.at(spot.at(), found=rows)
            continue
        for column in table.columns:
            if column.column in letters or (
                column.heading and mapping_key(column.heading) in there
            ):
                continue
            yield file_rules.MAPPED_COLUMN.at(
                spot.at(),
                field=column.field,
                found=column.name,
                expected=", ".join(known) or "-",
                suggestions=near(column.name, known),
            )


def _is_filled(grid: Grid, rows: tuple[int, int]) -> bool:
    first, last = rows
    return any(first <= row <= last for row in grid.rows)
