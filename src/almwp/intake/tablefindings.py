"""What is found about a table as a whole: its headings, columns and hidden rows."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from almwp.catalogue.members import find_member
from almwp.findings import file_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.cells import Cell, column_letters
from almwp.intake.earlierstates import about_earlier
from almwp.intake.fates import Fates
from almwp.intake.fieldlist import field_of
from almwp.intake.grid import Grid
from almwp.intake.headings import Heading, HeadingBlock
from almwp.intake.markedcolumns import about_marks
from almwp.intake.values import Values
from almwp.model.ids import CountryCode
from almwp.model.ledger import Fate

_LIKE = Fraction(7, 10)
"""How alike a heading must be to that of a field to be named beside it."""


def find_in_table(
    grid: Grid, block: HeadingBlock, until: int | None, values: Values, fates: Fates
) -> list[Finding]:
    """Give headings their fate; say what is missing, double, extra or hidden."""
    for first, last in block.stretches:
        for row in range(first, last + 1):
            cells = grid.rows.get(row, {}).values()
            fates.give_all(grid.sheet.name, cells, Fate.HEADING, "heading")
    if not block.has_title:
        return _about_missing(
            block, values
        )  # Of rows that are kept out enough is said.
    return [
        *_about_headings(block, values),
        *about_marks(block, values),
        *_about_missing(block, values),
        *_about_unnamed(grid, block, until, values),
        *_about_hidden(grid, block, until, values),
    ]


def _body(grid: Grid, block: HeadingBlock, until: int | None) -> Iterator[Cell]:
    for row in grid.between(block.last_row + 1, until):
        yield from grid.rows[row].values()


def _about_headings(block: HeadingBlock, values: Values) -> list[Finding]:
    findings = []
    chosen = block.chosen
    for heading in block.headings:
        place = values.spot.at(_cell_of(heading, block))
        if heading.word is None:
            if heading.by != "mapping":  # The user said so, and need not be told.
                findings.append(_about_unknown(heading, place, block, values))
            continue
        if heading.is_marked:
            continue
        key = heading.word.key
        label = _label(key, values)
        if heading in block.earlier_states:
            ref = _cell_of(heading, block)
            findings.append(about_earlier(heading, values, ref))
        elif chosen[key] is not heading:
            other = column_letters(chosen[key].column)
            findings.append(
                file_rules.SECOND_COLUMN.at(
                    place, field=key, found=heading.text, label=label, other=other
                )
            )
        elif heading.near:
            findings.append(
                file_rules.NEAR_HEADING.at(
                    place, field=key, found=heading.text, expected=label
                )
            )
    return findings


def _about_unknown(
    heading: Heading, place: Location, block: HeadingBlock, values: Values
) -> Finding:
    if not heading.rivals:
        like = heading.runner_up
        if heading.runner_up_confidence < _LIKE or not like or like in block.keys:
            return file_rules.EXTRA_COLUMN.at(place, found=heading.text)
        rule, label = file_rules.EXTRA_LIKE_FIELD, _label(like, values)
        return rule.at(place, field=like, found=heading.text, expected=label)
    labels = tuple(_label(key, values) for key in heading.rivals)
    return file_rules.AMBIGUOUS_HEADING.at(
        place, found=heading.text, expected=" / ".join(labels), suggestions=labels
    )


def _label(key: str, values: Values) -> str:
    return field_of(values.lexicon.columns, key).label.in_(values.language)


def _cell_of(heading: Heading, block: HeadingBlock) -> str:
    """Return the address of the lowest cell of a heading."""
    if heading.cells:
        return heading.cells[-1].ref
    return f"{column_letters(heading.column)}{block.last_row}"


def _about_missing(block: HeadingBlock, values: Values) -> list[Finding]:
    findings = []
    place = values.spot.at(_range(block))
    for known in values.lexicon.columns:
        label = known.label.in_(values.language)
        is_there = known.key in block.keys or (
            known.key in block.titles and block.has_title
        )
        if known.required and not is_there:
            findings.append(
                file_rules.MISSING_COLUMN.at(
                    place, field=known.key, label=label, expected=label
                )
            )
        if known.key == "status" and not is_there and block.has_title:
            findings.append(
                file_rules.NO_STATUS_COLUMN.at(place, field=known.key, expected=label)
            )
    if not findings and not block.has_title:  # its rows are kept out: it must be said
        named = [f for f in values.lexicon.columns if f.key in block.titles]
        key = named[0].key if named else None
        label = " / ".join(f.label.in_(values.language) for f in named)
        found = file_rules.MISSING_COLUMN
        findings.append(found.at(place, field=key, label=label, expected=label))
    return findings


def find_no_leads(
    tables: Iterable[tuple[HeadingBlock, Values]], country: CountryCode
) -> list[Finding]:
    """Say once, at the first such table, that *country* cannot say who leads."""
    for block, values in tables:
        if not block.has_title or not block.keys.isdisjoint({"leads", "co_leads"}):
            continue
        known = find_member(country)
        name = known.in_a_sentence(values.language) if known else country
        label = field_of(values.lexicon.columns, "leads").label
        no_column = file_rules.NO_LEAD_COLUMN.at(
            values.spot.at(_range(block)),
            field="leads",
            expected=label.in_(values.language),
            country=name,
        )
        return [no_column]
    return []


def _range(block: HeadingBlock) -> str:
    first, last = block.headings[0].column, block.headings[-1].column
    return (
        f"{column_letters(first)}{block.first_row}:"
        f"{column_letters(last)}{block.last_row}"
    )


def _about_unnamed(
    grid: Grid, block: HeadingBlock, until: int | None, values: Values
) -> list[Finding]:
    """Say which columns between the headings have values but no heading."""
    columns = [heading.column for heading in block.headings]
    between = grid.columns(block.last_row + 1, until).difference(columns)
    unnamed = {column for column in between if columns[0] < column < columns[-1]}
    if not unnamed:
        return []
    first_cells: dict[int, Cell] = {}
    for cell in _body(grid, block, until):
        if cell.column in unnamed:
            first_cells.setdefault(cell.column, cell)
    return [
        file_rules.EXTRA_COLUMN.at(values.spot.at(cell), found=column_letters(column))
        for column, cell in sorted(first_cells.items())
    ]


def _about_hidden(
    grid: Grid, block: HeadingBlock, until: int | None, values: Values
) -> list[Finding]:
    if not any(look.hidden for look in grid.packed.known_looks):
        return []
    hidden = [cell for cell in _body(grid, block, until) if cell.hidden]
    if not hidden:
        return []
    return [file_rules.HIDDEN_ROWS.at(values.spot.at(hidden[0]), count=len(hidden))]
