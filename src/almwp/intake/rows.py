"""Read the rows below a block of headings into records: activities, proposals..."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from attrs import define, evolve, field, frozen

from almwp.findings import file_rules
from almwp.findings.rule import Finding, Severity
from almwp.intake.bullets import is_bulleted
from almwp.intake.cells import Cell
from almwp.intake.columnevidence import with_evidence
from almwp.intake.cover import Cover
from almwp.intake.earlierstates import with_earlier
from almwp.intake.editions import read_edition
from almwp.intake.extras import read_extras
from almwp.intake.fates import Fates
from almwp.intake.field import Field
from almwp.intake.fieldlist import field_of
from almwp.intake.grid import Grid
from almwp.intake.headings import HeadingBlock
from almwp.intake.keptout import nameless
from almwp.intake.likeheadings import is_like_headings, like_headings
from almwp.intake.maderow import RowMaker
from almwp.intake.markedcolumns import marked_columns
from almwp.intake.rowcells import RowCells
from almwp.intake.rowkinds import RowKind, Table, kind_of
from almwp.intake.roworigin import row_origin
from almwp.intake.rowvalues import RowValues
from almwp.intake.sections import Section, cover_below, read_section
from almwp.intake.strikes import find_strikes
from almwp.intake.textlanguages import Asked, about_languages, row_languages
from almwp.intake.totalclaims import check_totals
from almwp.intake.unfilled import find_unfilled
from almwp.intake.values import Values
from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.ledger import Fate


@frozen(kw_only=True)
class ReadTable:
    """What the rows of one table gave.

    Attributes:
        records: In the order of the rows.
        groups: For each record, the number of the section in which it stands.
        findings: What was found on the way.
    """

    records: tuple[Any, ...] = field(default=(), converter=frozen_items)
    groups: tuple[int, ...] = field(default=(), converter=frozen_items)
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


@define(kw_only=True, eq=False, slots=False)
class TableReader:
    """Reads the rows of one table, from its headings to the next ones.

    Attributes:
        grid: The sheet.
        block: The headings.
        until: The first row that no longer belongs to the table, or None.
        values: Reads cells.
        cover: What the lines above say.
        fates: The fates of the file's cells.
        sha256: Fingerprint of the file.
        make: Makes the record of a row.
        section: The line right above the headings, where it says where all belongs.
    """

    grid: Grid
    block: HeadingBlock
    until: int | None
    values: Values
    cover: Cover
    fates: Fates
    sha256: str
    make: RowMaker
    section: Section = field(factory=Section)
    is_section_open: bool = field(default=False, init=False)
    _records: list[Any] = field(factory=list, init=False)
    _groups: list[int] = field(factory=list, init=False)
    _group: int = field(default=0, init=False)
    _in_group: int = field(default=0, init=False)
    _findings: list[Finding] = field(factory=list, init=False)
    _outside: list[Cell] = field(factory=list, init=False)
    _asked: list[Asked] = field(factory=list, init=False)

    def read(self) -> ReadTable:
        """Read all rows."""
        if not self.block.has_title:
            # The missing column was said once; its rows are kept out for it.
            for row in self._table.rows:
                code = file_rules.MISSING_COLUMN.code
                self._give(self.grid.rows[row].values(), Fate.REFUSED, code)
            return ReadTable()
        self.values = with_evidence(self.values, self._table, self.block)
        footer = self._table.footer(self.values.lexicon)
        for row in self._table.rows:
            self._read_row(row, row in footer)
        self._leave_outside()
        self._findings += about_languages(self._asked, self.values)
        return ReadTable(
            records=self._records, groups=self._groups, findings=self._findings
        )

    @cached_property
    def _table(self) -> Table:
        fields = self.values.lexicon.columns
        chosen = self.block.chosen
        columns: dict[int, Field] = {
            heading.column: field_of(fields, key)
            for key, heading in sorted(chosen.items(), key=lambda c: c[1].column)
        }
        return Table(
            grid=self.grid,
            columns=columns,
            headed=frozenset(h.column for h in self.block.headings),
            rows=tuple(row for row in self.grid.rows if self._is_mine(row)),
            ends_before_headings=self.until is not None,
            titles=self.block.titles,
            marked=marked_columns(self.block, self.values.lexicon),
        )

    @cached_property
    def _cells(self) -> RowCells:
        return RowCells(
            table=self._table,
            values=self.values,
            below=self.block.last_row,
            fates=self.fates,
            findings=self._findings,
        )

    def _is_mine(self, row: int) -> bool:
        if row <= self.block.last_row or (self.until is not None and row >= self.until):
            return False
        return not any(first <= row <= last for first, last in self.block.repeats)

    def _read_row(self, row: int, is_footer: bool) -> None:
        cells = self.grid.rows[row]
        kind = kind_of(row, self._table, self.values)
        if is_footer and not self._is_before_table(kind):
            kind = RowKind.OUTSIDE
        if kind is RowKind.EDITION and not self._has_editions():
            kind = RowKind.ACTIVITY
        if kind is RowKind.ACTIVITY and is_like_headings(row, self._table, self.values):
            kind = RowKind.HEADINGS
        if kind is not RowKind.OUTSIDE:
            self.is_section_open = kind is RowKind.SECTION
        match kind:
            case RowKind.ACTIVITY:
                self._read_record(row, cells)
            case RowKind.TOTAL:
                self._read_total(cells)
            case RowKind.SECTION:
                self._read_section(cells)
            case RowKind.EDITION:
                self._read_edition(cells)
            case RowKind.EMPTY:
                why = "a number without an activity"
                self._give(cells.values(), Fate.IGNORED, why)
            case RowKind.HEADINGS:
                self._begin_group()
                self._findings += like_headings(cells, self.values)
                self._give(cells.values(), Fate.IGNORED, "like headings")
            case RowKind.OUTSIDE:
                self._outside += cells.values()

    def _is_before_table(self, kind: RowKind) -> bool:
        """Say whether a row below the last activity is totals or the next title."""
        is_title = kind is RowKind.SECTION and self.until is not None
        return is_title or kind is RowKind.TOTAL

    def _has_editions(self) -> bool:
        """Say whether bulleted rows can be editions of the activity above.

        In a list in which every title has a bullet they are activities themselves.
        """
        if not self._records or not isinstance(self._records[-1], Activity):
            return False
        titles = [form for _, form in self._records[-1].title.forms]
        return not any(is_bulleted(title) for title in titles)

    def _read_total(self, cells: Mapping[int, Cell]) -> None:
        group = self._records[len(self._records) - self._in_group :]
        above = (group, self._records)
        self._findings += check_totals(cells, self._table.columns, above, self.values)
        self._give(cells.values(), Fate.IGNORED, "row of totals")

    def _read_section(self, cells: Mapping[int, Cell]) -> None:
        """Take a line between the rows for a heading; it may name an outcome."""
        cell = next((c for c in cells.values() if self._is_title(c)), None)
        cell = cell or next(iter(cells.values()))
        read = read_section(cell, self.values, self.section)
        self.section = read.section
        comes_again = any(first == cell.row + 1 for first, _ in self.block.repeats)
        self.cover = cover_below(self.cover, cell, read, self.values, comes_again)
        self._begin_group()
        self._findings += read.findings
        refusal = _refusal(read.findings)
        fate = Fate.REFUSED if refusal else Fate.HEADING
        self._give(cells.values(), fate, refusal or "section")

    def _begin_group(self) -> None:
        self._group, self._in_group = self._group + 1, 0

    def _is_title(self, cell: Cell) -> bool:
        of = self._table.columns.get(cell.column)
        return of is not None and of.key in self.block.titles

    def _read_edition(self, cells: Mapping[int, Cell]) -> None:
        """Add a dated holding to the recurring activity above."""
        parent: Activity = self._records[-1]
        read = read_edition(cells, self._table.columns, self.values)
        timeframe = parent.timeframe
        editions = (*timeframe.editions, read.edition)
        self._records[-1] = evolve(
            parent, timeframe=evolve(timeframe, editions=editions)
        )
        self._findings += read.findings
        self.fates.refuse_for(self.values.spot.sheet, read.findings)
        self._give(cells.values(), Fate.READ, "editions")

    def _read_record(self, row: int, cells: Mapping[int, Cell]) -> None:
        read = self._cells.read(row)
        if self._table.has_strikes:
            self._findings += find_strikes(cells.values(), self.values)
        if not any(map(read.get, self.block.titles)):
            self._keep_out(cells, read)
            return
        spoken = row_languages(read, self.cover.language, self.values)
        self._asked += spoken.asked
        origin = row_origin(read, spoken, self.sha256, self.values)
        extras = read_extras(row, self._table, self.block, self.values)
        made = self.make(
            read,
            cover=self.cover,
            section=self.section,
            origin=origin,
            extras=extras,
            values=self.values,
        )
        self._findings += made.findings
        self.fates.refuse_for(self.values.spot.sheet, made.findings)
        if made.record is None:
            self._refuse(cells, _refusal(made.findings) or read.refusals[0])
            return
        for column, heading in extras.headings.items():
            if column in cells:
                self._give([cells[column]], Fate.EXTRA, heading)
        record = made.record
        if isinstance(record, Activity):
            table, values, earlier = self._table, self.values, self.block.earlier_states
            self._findings += find_unfilled(read, record, table, self.cover, values)
            if earlier:
                whole = with_earlier(record, origin, table, earlier, values, self.fates)
                record = whole.activity
                self._findings += whole.findings
        self._records.append(record)
        self._groups.append(self._group)
        self._in_group += 1

    def _keep_out(self, cells: Mapping[int, Cell], read: RowValues) -> None:
        """Refuse a row without a title, unless its title was refused already."""
        titles = self.block.titles
        refused = next((key for key in titles if read.is_refused(key)), None)
        if refused:
            code = read.refusal(refused)
        else:
            first = next(iter(cells.values()))
            missing = nameless(first, titles[0], self.block, self.values)
            code = missing.code
            self._findings.append(missing)
        self._refuse(cells, code)

    def _refuse(self, cells: Mapping[int, Cell], code: str) -> None:
        for cell in cells.values():
            self.fates.give(self.values.spot.sheet, cell, Fate.REFUSED, code)

    def _leave_outside(self) -> None:
        if self._outside:
            place = self.values.spot.at(self._outside[0])
            count = len(self._outside)
            self._findings.append(file_rules.OUTSIDE_TABLE.at(place, count=count))
            self._give(self._outside, Fate.IGNORED, "outside the table")

    def _give(self, cells: Iterable[Cell], fate: Fate, why: str) -> None:
        self.fates.give_all(self.values.spot.sheet, cells, fate, why)


def _refusal(findings: Iterable[Finding]) -> str:
    """Return the code that keeps a value out, or nothing."""
    return next((f.code for f in findings if f.severity is Severity.ERROR), "")
