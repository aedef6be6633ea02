"""Read the rows below a block of headings into activities."""

from collections.abc import Iterator, Mapping

from attrs import define, evolve, field, frozen

from almwp.findings import file_rules, value_rules
from almwp.findings.rule import Finding
from almwp.intake.activityrow import make_activity
from almwp.intake.cells import Cell, CellKind, Strike, column_letters
from almwp.intake.cover import Cover
from almwp.intake.dates import column_dates
from almwp.intake.fates import Fates
from almwp.intake.field import Field, FieldType
from almwp.intake.fieldlist import field_of
from almwp.intake.grid import Grid
from almwp.intake.headings import HeadingBlock
from almwp.intake.percentcolumn import column_percents
from almwp.intake.rowkinds import RowKind, edition_of, kind_of
from almwp.intake.rowvalues import RowValues
from almwp.intake.totals import check_totals
from almwp.intake.values import Values
from almwp.model.activity import Activity, Extra, PlanReference, RowOrigin
from almwp.model.fields import frozen_items
from almwp.model.ledger import Fate


@frozen(kw_only=True)
class ReadTable:
    """What the rows of one table gave.

    Attributes:
        activities: In the order of the rows.
        findings: What was found on the way.
    """

    activities: tuple[Activity, ...] = field(default=(), converter=frozen_items)
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


@define(kw_only=True)
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
    """

    grid: Grid
    block: HeadingBlock
    until: int | None
    values: Values
    cover: Cover
    fates: Fates
    sha256: str
    _activities: list[Activity] = field(factory=list, init=False)
    _findings: list[Finding] = field(factory=list, init=False)
    _section: PlanReference | None = field(default=None, init=False)
    _columns: dict[int, Field] = field(factory=dict, init=False)
    _extras: dict[int, str] = field(factory=dict, init=False)

    def read(self) -> ReadTable:
        """Read all rows."""
        self._choose_columns()
        rows = list(self._rows())
        if not self.block.keys & {"title", "title_english"}:
            # The missing column was said once; its rows are kept out for it.
            for row in rows:
                code = file_rules.MISSING_COLUMN.code
                self._give(self.grid.rows[row], Fate.REFUSED, code)
            return ReadTable()
        self.values = self._with_evidence(rows)
        for row in rows:
            self._read_row(row)
        return ReadTable(activities=self._activities, findings=self._findings)

    def _choose_columns(self) -> None:
        fields = self.values.lexicon.fields.progress
        taken: set[str] = set()
        for heading in self.block.headings:
            word = heading.word
            if word and word.key not in taken:
                taken.add(word.key)
                self._columns[heading.column] = field_of(fields, word.key)
            else:
                self._extras[heading.column] = heading.text

    def _rows(self) -> Iterator[int]:
        for row in self.grid.rows:
            if row > self.block.last_row and (self.until is None or row < self.until):
                yield row

    def _with_evidence(self, rows: list[int]) -> Values:
        lexicon, language = self.values.lexicon, self.block.language
        dates, percents = [], []
        for column, of in self._columns.items():
            cells = [c for row in rows if (c := self.grid.rows[row].get(column))]
            if of.type is FieldType.DATE:
                dates.append((column, column_dates(cells, language, lexicon)))
            elif of.type is FieldType.PERCENT:
                percents.append((column, column_percents(cells)))
        return evolve(self.values, dates=dates, percents=percents)

    def _read_row(self, row: int) -> None:
        cells = self.grid.rows[row]
        kind = kind_of(row, self.grid, self._columns, self.values)
        if kind is RowKind.EDITION and not self._activities:
            kind = RowKind.ACTIVITY
        match kind:
            case RowKind.TOTAL:
                self._findings += check_totals(
                    cells.values(), len(self._activities), self.values.spot
                )
                self._give(cells, Fate.IGNORED, "row of totals")
            case RowKind.SECTION:
                self._read_section(cells)
            case RowKind.EDITION:
                self._read_edition(cells)
            case RowKind.ACTIVITY:
                self._read_activity(row, cells)

    def _read_section(self, cells: Mapping[int, Cell]) -> None:
        """Take a line between the rows for a heading; it may name an outcome."""
        (cell, *_) = cells.values()
        of = field_of(self.values.lexicon.fields.progress, "outcome")
        framework = self.values.framework
        if framework and framework.outcomes:
            parsed = self.values.read(of, cell)
            self._section = None if parsed.is_refused else parsed.value
        self._give(cells, Fate.HEADING, "section")

    def _read_edition(self, cells: Mapping[int, Cell]) -> None:
        """Add a dated holding to the recurring activity above."""
        parent = self._activities[-1]
        edition = edition_of(cells, self._columns, self.values)
        timeframe = parent.timeframe
        editions = (*timeframe.editions, edition)
        self._activities[-1] = evolve(
            parent, timeframe=evolve(timeframe, editions=editions)
        )
        self._give(cells, Fate.READ, "editions")

    def _read_activity(self, row: int, cells: Mapping[int, Cell]) -> None:
        read = RowValues()
        for column, of in self._columns.items():
            cell = self.grid.shown(row, column)
            if cell is not None and cell.row >= self.block.last_row + 1:
                self._read_field(read, of, cell, is_own=cell.row == row)
        extras = self._read_extras(row, cells)
        self._look_at_strikes(cells)
        if not read.words("title") and not read.words("title_english"):
            self._keep_out(row, cells, read)
            return
        origin = RowOrigin(
            file=self.values.spot.file,
            sha256=self.sha256,
            sheet=self.values.spot.sheet,
            row=row,
            columns=read.places,
        )
        made = make_activity(
            read,
            cover=self.cover,
            section=self._section,
            origin=origin,
            values=self.values,
        )
        self._findings += made.findings
        self._activities.append(evolve(made.activity, extras=extras))

    def _read_field(self, read: RowValues, of: Field, cell: Cell, is_own: bool) -> None:
        parsed = self.values.read(of, cell)
        place = column_letters(cell.column) if is_own else cell.ref
        read.put(of.key, parsed, cell, place)
        if not is_own:
            return  # The cell itself spoke in its own row.
        self._findings += parsed.findings
        fate = Fate.REFUSED if parsed.is_refused else Fate.READ
        why = of.key
        if parsed.is_refused:
            why = next(f.code for f in parsed.findings if f.severity == "error")
        self.fates.give(self.values.spot.sheet, cell, fate, why)

    def _read_extras(self, row: int, cells: Mapping[int, Cell]) -> tuple[Extra, ...]:
        extras = []
        for column, cell in cells.items():
            if column in self._columns:
                continue
            heading = self._extras.get(column) or f"column {column_letters(column)}"
            words = (
                cell.text if cell.kind is CellKind.ERROR else self.values.words(cell)
            )
            if cell.kind is CellKind.UNCALCULATED:
                words = f"={cell.formula}"
            extras.append(Extra(heading=heading, value=words, cell=cell.ref))
            self.fates.give(self.values.spot.sheet, cell, Fate.EXTRA, heading)
        return tuple(extras)

    def _look_at_strikes(self, cells: Mapping[int, Cell]) -> None:
        spot = self.values.spot
        texts = [c for c in cells.values() if c.kind is CellKind.TEXT]
        if texts and all(cell.strike is Strike.WHOLE for cell in texts):
            label = field_of(self.values.lexicon.fields.progress, "change").label
            expected = label.in_(self.values.language)
            self._findings.append(
                value_rules.STRUCK_ROW.at(spot.at(texts[0]), expected=expected)
            )
            return
        self._findings += [
            value_rules.PARTLY_STRUCK.at(spot.at(cell), found=self.values.words(cell))
            for cell in texts
            if cell.strike is not Strike.NONE
        ]

    def _keep_out(self, row: int, cells: Mapping[int, Cell], read: RowValues) -> None:
        """Refuse a row without a title, unless its title was refused already."""
        code = value_rules.NO_TITLE.code
        if not read.is_refused("title"):
            first = next(iter(cells.values()))
            self._findings.append(
                value_rules.NO_TITLE.at(self.values.spot.at(first), field="title")
            )
        for column, cell in cells.items():
            if column in self._columns or column in self._extras:
                self.fates.give(self.values.spot.sheet, cell, Fate.REFUSED, code)

    def _give(self, cells: Mapping[int, Cell], fate: Fate, why: str) -> None:
        self.fates.give_all(self.values.spot.sheet, cells.values(), fate, why)
