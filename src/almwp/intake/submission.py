"""Read a workbook into a submission: every sheet, and a fate for every cell."""

from collections.abc import Iterable
from itertools import pairwise

from attrs import define, evolve, field, frozen

from almwp.findings import file_rules
from almwp.findings.rule import Finding, Location, Rule, Severity
from almwp.intake.cells import Book, Visibility, place_of
from almwp.intake.checks import check_together
from almwp.intake.cover import Cover, read_cover
from almwp.intake.fates import Fates
from almwp.intake.grid import Grid, build_grid
from almwp.intake.headings import HeadingBlock, find_blocks, known_headings
from almwp.intake.lexicon import Lexicon
from almwp.intake.parsed import Spot
from almwp.intake.rows import TableReader
from almwp.intake.tablefindings import find_in_table
from almwp.intake.values import Values
from almwp.model.activity import Activity
from almwp.model.framework import Framework
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


@frozen(kw_only=True)
class _Sheet:
    grid: Grid
    blocks: tuple[HeadingBlock, ...] = ()


@define(kw_only=True)
class _SubmissionReader:
    arrival: Arrival
    lexicon: Lexicon
    _fates: Fates = field(factory=Fates, init=False)
    _findings: list[Finding] = field(factory=list, init=False)
    _cover: Cover = field(factory=Cover, init=False)

    def read(self) -> Submission:
        book = self.arrival.book
        self._findings += book.findings
        grids = [build_grid(sheet) for sheet in book.sheets]
        shown = [g for g in grids if g.sheet.visibility is Visibility.VISIBLE]
        tables, rest = self._sort(shown)
        for grid in grids:
            if grid not in shown:
                self._leave_out(grid, file_rules.HIDDEN_SHEET, "hidden sheet")
        self._read_covers(rest, is_any_table=bool(tables))
        activities = [a for sheet in tables for a in self._read_tables(sheet)]
        self._look_at_whole(grids, tables)
        checked = check_together(activities, self._cover, self.arrival.name)
        self._findings += checked.findings
        for finding in checked.findings:
            if finding.severity is Severity.ERROR and finding.at.cell:
                self._fates.refuse(
                    finding.at.sheet or "", finding.at.cell, finding.code
                )
        return self._submission(grids, tables, checked.activities)

    def _sort(self, grids: Iterable[Grid]) -> tuple[list[_Sheet], list[Grid]]:
        tables, rest = [], []
        for grid in grids:
            blocks = find_blocks(grid, self.lexicon)
            guidance = self.lexicon.meaning("guidance", grid.sheet.name)
            if blocks and not guidance:
                tables.append(_Sheet(grid=grid, blocks=blocks))
            else:
                rest.append(grid)
        return tables, rest

    def _values(self, grid: Grid, language: str = "en") -> Values:
        return Values(
            spot=Spot(file=self.arrival.name, sheet=grid.sheet.name),
            lexicon=self.lexicon,
            language=language,
            starts_1904=self.arrival.book.starts_1904,
        )

    def _read_covers(self, grids: Iterable[Grid], is_any_table: bool) -> None:
        """Read sheets without a table: a cover, an explanation, or neither."""
        for grid in grids:
            if not grid.cells:
                continue
            if self.lexicon.meaning("guidance", grid.sheet.name):
                self._leave_out(grid, file_rules.GUIDANCE_SHEET, "sheet that explains")
                continue
            trial = Fates()
            rows = list(grid.rows.values())
            found = read_cover(self._cover, rows, self._values(grid), trial)
            if found == self._cover or not is_any_table:
                self._leave_out(grid, file_rules.SHEET_LEFT_OUT, "no known headings")
                continue
            self._cover = read_cover(
                self._cover, rows, self._values(grid), self._fates, Fate.IGNORED
            )

    def _leave_out(self, grid: Grid, rule: Rule, why: str) -> None:
        if not grid.cells:
            return
        self._fates.give_all(grid.sheet.name, grid.cells, Fate.IGNORED, why)
        place = Location(file=self.arrival.name, sheet=grid.sheet.name)
        expected = ", ".join(known_headings(self.lexicon))
        self._findings.append(rule.at(place, count=len(grid.cells), expected=expected))

    def _read_tables(self, sheet: _Sheet) -> list[Activity]:
        activities: list[Activity] = []
        grid, blocks = sheet.grid, sheet.blocks
        above = [r for n, r in grid.rows.items() if n < blocks[0].first_row]
        values = self._values(grid, blocks[0].language)
        self._cover = read_cover(self._cover, above, values, self._fates)
        self._cover = self._with_defaults(self._cover)
        ends = [after.first_row for _, after in pairwise(blocks)]
        for block, until in zip(blocks, [*ends, None], strict=True):
            values = evolve(
                values, language=block.language, framework=self._framework()
            )
            self._findings += find_in_table(
                grid, block, until, values, self._fates, is_first=block is blocks[0]
            )
            table = TableReader(
                grid=grid,
                block=block,
                until=until,
                values=values,
                cover=self._cover,
                fates=self._fates,
                sha256=self.arrival.sha256,
            ).read()
            activities += table.activities
            self._findings += table.findings
        return activities

    def _with_defaults(self, cover: Cover) -> Cover:
        return evolve(
            cover,
            country=cover.country or self.arrival.country,
            framework=cover.framework or self.arrival.framework,
        )

    def _framework(self) -> Framework | None:
        known = self.lexicon.frameworks
        return next((f for f in known if f.id == self._cover.framework), None)

    def _look_at_whole(self, grids: list[Grid], tables: list[_Sheet]) -> None:
        whole = Location(file=self.arrival.name)
        expected = ", ".join(known_headings(self.lexicon))
        if not any(grid.cells for grid in grids):
            self._findings.append(file_rules.EMPTY_WORKBOOK.at(whole))
            return
        if not tables:
            self._findings.append(file_rules.NO_TABLE.at(whole, expected=expected))
            return
        self._findings += self._cover.findings
        if not self._cover.country and not self._cover.body:
            example = "Country: Viet Nam"
            self._findings.append(file_rules.SENDER_UNKNOWN.at(whole, expected=example))
        if not self._cover.framework:
            example = "Work programme: ASEAN Labour Ministers' Work Programme 2021-2025"
            self._findings.append(
                file_rules.FRAMEWORK_UNKNOWN.at(whole, expected=example)
            )

    def _submission(
        self, grids: list[Grid], tables: list[_Sheet], activities: tuple[Activity, ...]
    ) -> Submission:
        cover = self._cover
        names = tuple(grid.sheet.name for grid in grids)
        order = {name: place for place, name in enumerate(names)}
        findings = sorted(dict.fromkeys(self._findings), key=lambda f: _place(f, order))
        language = tables[0].blocks[0].language if tables else "en"
        return Submission(
            file=self.arrival.name,
            sha256=self.arrival.sha256,
            kind="progress" if tables else "unknown",
            country=cover.country,
            institution=cover.institution,
            contact=cover.contact,
            framework=cover.framework,
            as_of=cover.as_of,
            meeting=cover.meeting,
            language=language,
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
