"""Read a workbook into a submission: every sheet, and a fate for every cell."""

from collections.abc import Iterable
from itertools import pairwise

from attrs import define, evolve, field, frozen

from almwp.findings import file_rules
from almwp.findings.rule import Finding, Location, Rule, Severity
from almwp.intake.cells import Book, Visibility, place_of
from almwp.intake.checks import Placed, check_together
from almwp.intake.cover import Cover, CoverReader
from almwp.intake.fates import Fates
from almwp.intake.frameworknames import programme_titles
from almwp.intake.grid import Grid, build_grid
from almwp.intake.headingblocks import find_blocks
from almwp.intake.headings import HeadingBlock, known_headings
from almwp.intake.lexicon import Lexicon
from almwp.intake.parsed import Spot
from almwp.intake.rows import TableReader
from almwp.intake.sections import Section
from almwp.intake.tablefindings import find_in_table, find_no_leads
from almwp.intake.values import Values
from almwp.model.activity import Activity
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.ledger import Fate
from almwp.model.submission import Submission


@frozen(kw_only=True)
class Arrival:
    """A file that has come in.

    Attributes:
        name: Its name without its folder.
        sha256: Fingerprint of its bytes.
        book: What a reader read from it.
        country: Who sends it, where the file itself does not say.
        framework: The programme on which it reports, where the file does not say.
    """

    name: str
    sha256: str
    book: Book
    country: CountryCode | None = None
    framework: FrameworkId | None = None


def read_submission(arrival: Arrival, lexicon: Lexicon) -> Submission:
    """Read all sheets of *arrival*; what is wrong is in its findings."""
    return _SubmissionReader(arrival=arrival, lexicon=lexicon).read()


@frozen(kw_only=True, eq=False)
class _Sheet:
    grid: Grid
    blocks: tuple[HeadingBlock, ...] = ()


@define(kw_only=True, eq=False)
class _SubmissionReader:
    arrival: Arrival
    lexicon: Lexicon
    _fates: Fates = field(factory=Fates, init=False)
    _findings: list[Finding] = field(factory=list, init=False)
    _cover: Cover = field(factory=Cover, init=False)
    _language: str = field(default="en", init=False)

    def read(self) -> Submission:
        book = self.arrival.book
        self._findings += book.findings
        grids = [build_grid(sheet) for sheet in book.sheets]
        tables, rest = self._sort(grids)
        if tables:
            self._language = tables[0].blocks[0].language
        self._read_covers(rest, is_any_table=bool(tables))
        placed = [place for sheet in tables for place in self._read_tables(sheet)]
        self._look_for_leads(tables)
        self._look_at_whole(grids, is_any_table=bool(tables))
        checked = check_together(placed, self.arrival.name)
        self._findings += checked.findings
        for finding in checked.findings:
            if finding.severity is Severity.ERROR and finding.at.cell:
                self._fates.refuse(
                    finding.at.sheet or "", finding.at.cell, finding.code
                )
        return self._submission(bool(tables), checked.activities)

    def _sort(self, grids: Iterable[Grid]) -> tuple[list[_Sheet], list[Grid]]:
        """Part sheets with a table from others; leave out what is hidden."""
        tables, rest = [], []
        for grid in grids:
            name = grid.sheet.name
            self._fates.give_all(name, grid.blanks, Fate.IGNORED, "nothing to be seen")
            if grid.sheet.visibility is not Visibility.VISIBLE:
                self._leave_out(grid, file_rules.HIDDEN_SHEET, "hidden sheet")
                continue
            blocks = find_blocks(grid, self.lexicon)
            if self.lexicon.meaning("guidance", name):
                is_table = any(block.last_row < max(grid.rows) for block in blocks)
                rule = file_rules.GUIDANCE_SHEET
                if is_table:
                    rule = file_rules.GUIDANCE_WITH_TABLE
                self._leave_out(grid, rule, "sheet that explains")
            elif blocks:
                tables.append(_Sheet(grid=grid, blocks=blocks))
            else:
                rest.append(grid)
        return tables, rest

    def _leave_out(self, grid: Grid, rule: Rule, why: str) -> None:
        if not grid.rows:
            return
        self._fates.give_all(grid.sheet.name, grid.cells, Fate.IGNORED, why)
        place = Location(file=self.arrival.name, sheet=grid.sheet.name)
        expected = ", ".join(known_headings(self.lexicon))
        self._findings.append(rule.at(place, count=len(grid.cells), expected=expected))

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
            trial = Fates()
            reader = CoverReader(
                values=self._values(grid, self._language),
                fates=trial,
                before=self._cover,
                title_fate=Fate.IGNORED,
                has_table=False,
            )
            found = reader.read(grid.rows.values())
            if not is_any_table:
                # That no sheet has headings is said once, for the whole file.
                name, cells = grid.sheet.name, grid.cells
                self._fates.give_all(name, cells, Fate.IGNORED, "no known headings")
                continue
            if found == Cover() and not reader.findings:
                self._leave_out(grid, file_rules.SHEET_LEFT_OUT, "no known headings")
                continue
            self._fates.take(trial)
            self._findings += reader.findings
            self._cover = self._cover.or_else(found)

    def _read_tables(self, sheet: _Sheet) -> list[Placed]:
        placed: list[Placed] = []
        grid, blocks = sheet.grid, sheet.blocks
        values = self._values(grid, blocks[0].language)
        reader = CoverReader(values=values, fates=self._fates, before=self._cover)
        first = blocks[0].first_row
        own = reader.read([cells for row, cells in grid.rows.items() if row < first])
        self._findings += reader.findings
        cover = own.or_else(self._with_defaults())
        self._cover = self._cover.or_else(own)
        framework = self.lexicon.framework(cover.framework)
        section = Section()
        ends = [after.first_row for _, after in pairwise(blocks)]
        for block, until in zip(blocks, [*ends, None], strict=True):
            values = evolve(values, language=block.language, framework=framework)
            self._findings += find_in_table(grid, block, until, values, self._fates)
            table = TableReader(
                grid=grid,
                block=block,
                until=until,
                values=values,
                cover=cover,
                fates=self._fates,
                sha256=self.arrival.sha256,
                section=section,
            )
            read = table.read()
            # A line right above the next headings speaks of the next table.
            section = table.section if table.is_section_open else Section()
            self._findings += read.findings
            placed += [
                Placed(activity=activity, group=(grid.sheet.name, until, group))
                for activity, group in zip(read.activities, read.groups, strict=True)
            ]
        return placed

    def _look_for_leads(self, tables: Iterable[_Sheet]) -> None:
        country = self._with_defaults().country
        if country:
            blocks = [
                (block, self._values(sheet.grid, block.language))
                for sheet in tables
                for block in sheet.blocks
            ]
            self._findings += find_no_leads(blocks, country)

    def _is_refused(self, *lines: str) -> bool:
        """Say whether one of these lines is there and was refused: that is enough."""
        return any(
            f.severity is Severity.ERROR and f.field in lines for f in self._findings
        )

    def _look_at_whole(self, grids: list[Grid], is_any_table: bool) -> None:
        whole = Location(file=self.arrival.name)
        expected = ", ".join(known_headings(self.lexicon))
        if not any(grid.rows for grid in grids):
            self._findings.append(file_rules.EMPTY_WORKBOOK.at(whole))
            return
        if not is_any_table:
            self._findings.append(file_rules.NO_TABLE.at(whole, expected=expected))
            return
        cover = self._with_defaults()
        is_named = cover.country or cover.body
        if not is_named and not self._is_refused("country", "body"):
            example = "Country: Viet Nam"
            self._findings.append(file_rules.SENDER_UNKNOWN.at(whole, expected=example))
        if not cover.framework and not self._is_refused("framework"):
            example = f"Work programme: {', '.join(programme_titles(self.lexicon)[:1])}"
            self._findings.append(
                file_rules.FRAMEWORK_UNKNOWN.at(whole, expected=example)
            )

    def _submission(
        self, is_any_table: bool, activities: tuple[Activity, ...]
    ) -> Submission:
        cover = self._with_defaults() if is_any_table else self._cover
        names = tuple(sheet.name for sheet in self.arrival.book.sheets)
        order = {name: place for place, name in enumerate(names)}
        findings = sorted(dict.fromkeys(self._findings), key=lambda f: _place(f, order))
        return Submission(
            file=self.arrival.name,
            sha256=self.arrival.sha256,
            kind="progress" if is_any_table else "unknown",
            country=cover.country,
            institution=cover.institution,
            contact=cover.contact,
            framework=cover.framework,
            as_of=cover.as_of,
            meeting=cover.meeting,
            language=self._language,
            sheets=names,
            activities=activities,
            findings=tuple(findings),
            ledger=self._fates.ledger(names),
        )


def _place(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, str]:
    """Sort findings as one meets them: the file, then sheet by sheet, row by row."""
    sheet = order.get(finding.at.sheet or "", -1)
    row, column = place_of(finding.at.cell) if finding.at.cell else (0, 0)
    return sheet, row, column, finding.code
