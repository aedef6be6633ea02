"""Read a workbook into a submission: every sheet, and a fate for every cell."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from attrs import define, evolve, field

from almwp.findings import file_rules
from almwp.findings.rule import Finding, Location, Rule, Severity
from almwp.intake.arrival import Arrival
from almwp.intake.cells import Visibility
from almwp.intake.checks import Placed, check_together
from almwp.intake.cover import Cover, CoverReader
from almwp.intake.fates import Fates
from almwp.intake.fullness import insist_on_fullness, tables_within
from almwp.intake.gathering import Gathered, gather
from almwp.intake.grid import Grid, build_grids
from almwp.intake.headingchoice import table_reading
from almwp.intake.headings import known_headings
from almwp.intake.lexicon import Lexicon
from almwp.intake.likelyheadings import likely_tables
from almwp.intake.mapping import ANY, TableMapping
from almwp.intake.mappingfindings import find_about_mapping
from almwp.intake.membership import Sender
from almwp.intake.ownsheets import original_of, why_ours
from almwp.intake.parsed import Spot
from almwp.intake.sheetkinds import described_framework
from almwp.intake.sheetreading import SheetReader
from almwp.intake.sidebyside import SheetTables
from almwp.intake.tablefindings import find_no_leads
from almwp.intake.tablekinds import template_of
from almwp.intake.templatestamp import find_about_template
from almwp.intake.undated import find_undated
from almwp.intake.values import Values
from almwp.intake.wholefindings import find_about_whole, find_no_rows, in_order
from almwp.model.framework import Framework
from almwp.model.ledger import Fate
from almwp.model.submission import Submission
from almwp.model.tabling import TableReading

_EXPLAINS = "sheet that explains"


def read_submission(arrival: Arrival, lexicon: Lexicon) -> Submission:
    """Read all sheets of *arrival*; what is wrong is in its findings.

    Raises:
        UnreadableFileError: It holds more than the limits allow.
    """
    return _SubmissionReader(arrival=arrival, lexicon=lexicon).read()


@define(kw_only=True, eq=False)
class _SubmissionReader:
    arrival: Arrival
    lexicon: Lexicon
    _fates: Fates = field(factory=Fates, init=False)
    _findings: list[Finding] = field(factory=list, init=False)
    _cover: Cover = field(factory=Cover, init=False)
    _language: str = field(default="en", init=False)
    _activities: list[Placed] = field(factory=list, init=False)
    _records: dict[str, list[Any]] = field(factory=dict, init=False)
    _programme: Framework | None = field(default=None, init=False)
    _likely: list[TableReading] = field(factory=list, init=False)

    def read(self) -> Submission:
        self._findings += self.arrival.book.findings
        grids = build_grids(self.arrival.book)
        insist_on_fullness(grids, self.arrival.limits, self.arrival.name)
        tables, rest = self._sort(grids)
        if tables:
            self._language = tables[0].blocks[0].language
        self._read_covers(rest, is_any_table=bool(tables))
        for sheet in tables:
            self._read_tables(sheet)
        self._look_for_leads(tables)
        self._findings += find_about_whole(
            grids,
            self._with_defaults() if tables else None,
            self._findings,
            self.lexicon,
            self.arrival.name,
            is_report=template_of(tables, self.lexicon) != "framework",
            language=self._language,
        )
        self._findings += self._look_at_template(tables)
        checked = check_together(self._activities, self.arrival.name, self._sender())
        self._take(checked.findings)
        gathered = gather(checked.activities, self._records, self.arrival.name)
        self._take(gathered.findings)
        self._describe_framework()
        return evolve(self._submission(tables, gathered), copy_of=original_of(grids))

    def _look_at_template(self, tables: Iterable[SheetTables]) -> list[Finding]:
        cover, file = self._with_defaults(), self.arrival.name
        sheets = [block.sheet for sheet in tables for block in sheet.blocks]
        reported = [place.activity for place in self._activities]
        read = [*reported, *chain.from_iterable(self._records.values())]
        known, language = self.lexicon, self._language
        return [
            *(find_no_rows(read, self._findings, file) if sheets else ()),
            *find_about_template(cover, sheets, known, file),
            *find_undated(reported, cover, self._findings, known, file, language),
        ]

    def _take(self, findings: Iterable[Finding]) -> None:
        """Take findings of cells that were read before; an error refuses its cell."""
        for finding in findings:
            self._findings.append(finding)
            if finding.severity is Severity.ERROR and finding.at.cell:
                sheet, cell = finding.at.sheet or "", finding.at.cell
                self._fates.refuse(sheet, cell, finding.code)

    def _describe_framework(self) -> None:
        """Put the sheets that describe a framework together, where there are any."""
        where = (self.arrival.name, self._language)
        if book := described_framework(self._records, self.lexicon, *where):
            self._programme = book.framework
            self._take(book.findings)

    def _sort(self, grids: Iterable[Grid]) -> tuple[list[SheetTables], list[Grid]]:
        """Part sheets with a table from others; leave out what is hidden."""
        tables: list[SheetTables] = []
        rest: list[Grid] = []
        explaining: list[SheetTables] = []
        for grid in grids:
            name = grid.sheet.name
            self._fates.lay_out(name, grid.stored)
            self._fates.give_all(name, grid.blanks, Fate.IGNORED, "nothing to be seen")
            if why := why_ours(grid):
                self._fates.give_rest(name, Fate.IGNORED, why)
                continue
            if grid.sheet.visibility is not Visibility.VISIBLE:
                self._leave_out(grid, file_rules.HIDDEN_SHEET, "hidden sheet")
                continue
            mapped = self.arrival.mapping.of(
                self.arrival.name, name, (s.name for s in self.arrival.book.sheets)
            )
            found = self._tables_of(grid, mapped)
            self._findings += find_about_mapping(
                grid, found.blocks, mapped, Spot(file=self.arrival.name, sheet=name)
            )
            is_meant = any(table.sheet != ANY for table in mapped)
            if self.lexicon.meaning("guidance", name) and not is_meant:
                if any(b.last_row < max(grid.rows) for b in found.blocks):
                    explaining.append(found)
                else:
                    self._leave_out(grid, file_rules.GUIDANCE_SHEET, _EXPLAINS)
            elif found.blocks:
                tables.append(found)
            else:
                rest.append(grid)
        return self._with_only_table(tables, explaining), rest

    def _tables_of(self, grid: Grid, mapped: tuple[TableMapping, ...]) -> SheetTables:
        limits, name = self.arrival.limits, self.arrival.name
        return tables_within(grid, self.lexicon, mapped, limits, name)

    def _with_only_table(
        self, tables: list[SheetTables], explaining: list[SheetTables]
    ) -> list[SheetTables]:
        """Read a sheet that is named as one that explains if it has the only table."""
        if not tables and len(explaining) == 1:
            name = explaining[0].grid.sheet.name
            place = Location(file=self.arrival.name, sheet=name)
            self._findings.append(file_rules.TABLE_ON_NOTES_READ.at(place))
            return explaining
        for sheet in explaining:
            self._leave_out(sheet.grid, file_rules.GUIDANCE_WITH_TABLE, _EXPLAINS)
        return tables

    def _leave_out(self, grid: Grid, rule: Rule, why: str) -> None:
        if not grid.rows:
            return
        self._fates.give_rest(grid.sheet.name, Fate.IGNORED, why)
        place = Location(file=self.arrival.name, sheet=grid.sheet.name)
        expected = ", ".join(known_headings(self.lexicon, self._language))
        self._findings.append(rule.at(place, count=len(grid.packed), expected=expected))

    def _values(self, grid: Grid, language: str) -> Values:
        return Values(
            spot=Spot(file=self.arrival.name, sheet=grid.sheet.name),
            lexicon=self.lexicon,
            language=language,
            framework=self.lexicon.framework(self._with_defaults().framework),
            starts_1904=self.arrival.book.starts_1904,
        )

    def _with_defaults(self) -> Cover:
        given = Cover(country=self.arrival.country, framework=self.arrival.framework)
        return self._cover.or_else(given)

    def _read_covers(self, grids: Iterable[Grid], is_any_table: bool) -> None:
        """Read sheets without a table: covers, or neither table nor cover."""
        for grid in grids:
            if not is_any_table:
                self._likely += likely_tables(grid, self.lexicon)
                # That no sheet has headings is said once, for the whole file.
                name = grid.sheet.name
                self._fates.give_rest(name, Fate.IGNORED, "no known headings")
                continue
            trial = self._fates.trial()
            reader = CoverReader(
                values=self._values(grid, self._language),
                fates=trial,
                before=self._cover,
                title_fate=Fate.IGNORED,
                has_table=False,
            )
            found = reader.read(grid.rows.values())
            if found == Cover() and not reader.findings:
                self._likely += likely_tables(grid, self.lexicon)
                self._leave_out(grid, file_rules.SHEET_LEFT_OUT, "no known headings")
                continue
            self._fates.take(trial)
            # Headings of a table that is none are no lines of a cover.
            self._fates.give_rest(grid.sheet.name, Fate.IGNORED, "no known headings")
            self._findings += reader.findings
            self._cover = self._cover.or_else(found)

    def _read_tables(self, sheet: SheetTables) -> None:
        read = SheetReader(
            tables=sheet,
            values=self._values(sheet.grid, sheet.blocks[0].language),
            before=self._cover,
            defaults=self._with_defaults(),
            fates=self._fates,
            sha256=self.arrival.sha256,
        ).read()
        self._findings += read.findings
        self._cover = self._cover.or_else(read.cover)
        self._activities += read.activities
        for key, records in read.records.items():
            self._records.setdefault(key, []).extend(records)

    def _look_for_leads(self, tables: Iterable[SheetTables]) -> None:
        country = self._with_defaults().country
        if country:
            blocks = [
                (block, self._values(sheet.grid, block.language))
                for sheet in tables
                for block in sheet.blocks
                if block.sheet == "progress"
            ]
            self._findings += find_no_leads(blocks, country)

    def _sender(self) -> Sender:
        cover = self._with_defaults()
        return Sender(country=cover.country, as_of=cover.as_of, language=self._language)

    def _submission(self, tables: list[SheetTables], gathered: Gathered) -> Submission:
        cover = self._with_defaults() if tables else self._cover
        names = tuple(sheet.name for sheet in self.arrival.book.sheets)
        return Submission(
            file=self.arrival.name,
            sha256=self.arrival.sha256,
            kind=template_of(tables, self.lexicon),
            country=cover.country,
            institution=cover.institution,
            contact=cover.contact,
            framework=cover.framework,
            as_of=cover.as_of,
            meeting=cover.meeting,
            **cover.of_a_paper(self._language),
            language=self._language,
            sheets=names,
            tables=[
                table_reading(block, sheet.grid.sheet.name)
                for sheet in tables
                for block in sheet.blocks
            ],
            likely_tables=self._likely,
            activities=gathered.activities,
            indicators=gathered.indicators,
            proposals=gathered.proposals,
            agenda=gathered.agenda,
            asks=gathered.asks,
            programme=self._programme,
            findings=in_order(self._findings, names),
            ledger=self._fates.ledger(names),
        )
