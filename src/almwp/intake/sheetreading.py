"""Read the tables of one sheet: the lines above them, and the rows of each."""

from collections.abc import Mapping
from typing import Any

from attrs import define, evolve, field, frozen

from almwp.findings.rule import Finding, Severity
from almwp.intake.cells import Cell
from almwp.intake.checks import Placed
from almwp.intake.cover import Cover, CoverReader
from almwp.intake.dayofcolumn import find_day
from almwp.intake.fates import Fates
from almwp.intake.grid import Grid
from almwp.intake.headings import HeadingBlock
from almwp.intake.lexicon import Lexicon
from almwp.intake.rows import TableReader
from almwp.intake.sections import Section
from almwp.intake.sheetkinds import maker_of
from almwp.intake.sidebyside import SheetTables, Strand
from almwp.intake.tablefindings import find_in_table
from almwp.intake.values import Values
from almwp.model.fields import frozen_items


@frozen(kw_only=True)
class ReadSheet:
    """What the tables of one sheet gave.

    Attributes:
        cover: What the lines above the tables say.
        activities: Its activities, each with its place.
        records: What other tables hold, by their key.
        findings: What was found on the way.
    """

    cover: Cover
    activities: tuple[Placed, ...] = field(default=(), converter=frozen_items)
    records: Mapping[str, list[Any]] = field(factory=dict)
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


@define(kw_only=True, eq=False)
class SheetReader:
    """Reads the tables of one sheet.

    Attributes:
        tables: The tables.
        values: Reads cells; its framework is that of the file so far.
        before: What the file said before.
        defaults: What is so where nothing says otherwise.
        fates: The fates of the file's cells.
        sha256: Fingerprint of the file.
    """

    tables: SheetTables
    values: Values
    before: Cover
    defaults: Cover
    fates: Fates
    sha256: str
    _findings: list[Finding] = field(factory=list, init=False)
    _activities: list[Placed] = field(factory=list, init=False)
    _records: dict[str, list[Any]] = field(factory=dict, init=False)

    def read(self) -> ReadSheet:
        """Read the lines above and all tables."""
        first = self.tables.first_row
        own = self._read_lines(
            _rows(self.tables.grid, 1, first), self.values, self.before
        )
        cover = own.or_else(self.defaults)
        section = Section()
        for level in self.tables.levels:
            ends = [self._read_strand(s, first, cover, section) for s in level]
            # A line right above the next headings speaks of the next table.
            section = ends[0] if len(ends) == 1 else Section()
            cover = cover.without_place()
            first = level[0].until or first
        return ReadSheet(
            cover=own,
            activities=self._activities,
            records=self._records,
            findings=self._findings,
        )

    def _read_lines(
        self, rows: list[Mapping[int, Cell]], values: Values, before: Cover
    ) -> Cover:
        reader = CoverReader(values=values, fates=self.fates, before=before)
        cover = reader.read(rows)
        self._findings += reader.findings
        return cover

    def _read_strand(
        self, strand: Strand, first: int, cover: Cover, section: Section
    ) -> Section:
        """Read tables below one another; return the section that is open at the end."""
        top = strand.blocks[0].first_row
        above = _rows(strand.grid, first, top)
        if above and top > first:
            known = self.values.lexicon.framework(cover.framework)
            values = evolve(self.values, framework=known)
            lines = self._read_lines(above, values, cover)
            together = lines.or_else(cover)
            # An outcome above all tables is that of each which names none.
            cover = evolve(
                together,
                outcome=lines.outcome or cover.outcome,
                area=lines.area or cover.area,
            )
        for block, until in strand.stretches:
            section = self._read_table(strand, block, until, cover, section)
            # An outcome above a table is not that of the next table below.
            cover = cover.without_place()
        return section

    def _read_table(
        self,
        strand: Strand,
        block: HeadingBlock,
        until: int | None,
        cover: Cover,
        section: Section,
    ) -> Section:
        words: Lexicon = self.values.lexicon
        values = evolve(
            self.values,
            language=block.language,
            framework=words.framework(cover.framework),
            lexicon=words.of(block.sheet).in_language(block.language),
        )
        grid = strand.grid
        self._findings += find_in_table(grid, block, until, values, self.fates)
        cover = self._with_day(block, values, cover)
        table = TableReader(
            grid=grid,
            block=block,
            until=until,
            values=values,
            cover=cover,
            fates=self.fates,
            sha256=self.sha256,
            make=maker_of(block.sheet),
            section=section,
        )
        read = table.read()
        self._findings += read.findings
        if block.sheet == "progress":
            place = (grid.sheet.name, block.first_row, block.headings[0].column)
            self._activities += [
                Placed(activity=activity, group=(*place, group))
                for activity, group in zip(read.records, read.groups, strict=True)
            ]
        else:
            self._records.setdefault(block.sheet, []).extend(read.records)
        return table.section if table.is_section_open else Section()

    def _with_day(self, block: HeadingBlock, values: Values, cover: Cover) -> Cover:
        """Take the day in the heading of the status for that of the reports below."""
        day = find_day(block, values)
        said, stretch = cover.as_of, day.value
        is_within = said and stretch and stretch.start <= said.start <= stretch.end
        if block.earlier_states and is_within:
            return cover  # The line above says it more precisely.
        self._findings += day.findings
        for finding in day.findings:
            if finding.severity is Severity.ERROR and finding.at.cell:
                self.fates.refuse(values.spot.sheet, finding.at.cell, finding.code)
        if day.value or day.is_refused:
            return evolve(cover, as_of=day.value)
        return cover


def _rows(grid: Grid, first: int, until: int) -> list[Mapping[int, Cell]]:
    """Return the rows from *first* up to *until* that hold cells."""
    return [grid.rows[row] for row in grid.between(first, until)]
