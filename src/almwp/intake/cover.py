"""Read the lines above a table: who reports, on what, and as of when."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, evolve, field, fields, frozen

from almwp.findings import file_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell
from almwp.intake.coverlines import Line, lines_of
from almwp.intake.covervalues import refusal_of, value_of
from almwp.intake.fates import Fates
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworknames import find_framework
from almwp.intake.institutionlines import as_institution
from almwp.intake.leftabove import LeftRow, sort_left
from almwp.intake.leftout import leave_out
from almwp.intake.titleday import title_day
from almwp.intake.values import Values
from almwp.model.activity import PlanReference
from almwp.model.fields import frozen_items
from almwp.model.ids import BodyId, CountryCode, FrameworkId
from almwp.model.ledger import Fate
from almwp.model.meeting import MeetingFacts
from almwp.model.moment import Moment
from almwp.model.text import Text

OF_A_TABLE = frozenset({"outcome", "area"})
"""Fields that speak of the rows below them only, not of the whole file."""


@frozen(kw_only=True)
class Cover:
    """What the lines above a table say.

    Attributes:
        country: Who reports.
        body: The bodies whose list it is.
        institution: The ministry or agency.
        contact: Whom to ask.
        framework: The programme reported on.
        as_of: The day of which the file speaks.
        meeting: The meeting for which it was made: its id where it is known, else
            its words.
        meeting_number: Which meeting of its body it is.
        meeting_start: Its first day.
        meeting_end: Its last day.
        meeting_place: Where it is held.
        meeting_host: Who hosts it.
        meeting_chair: Who chairs it.
        version: The version of the paper, as its makers count.
        delegation: Who goes there.
        objectives: What the country wants there.
        notice: What is to stand on every page.
        language: Language of the titles.
        outcome: The outcome to which all rows belong.
        area: The area to which all rows belong.
        template: From which template the file was made.
    """

    country: CountryCode | None = None
    body: tuple[BodyId, ...] = field(default=(), converter=frozen_items)
    institution: str = ""
    contact: str = ""
    framework: FrameworkId | None = None
    as_of: Moment | None = None
    meeting: str = ""
    meeting_number: int | None = None
    meeting_start: Moment | None = None
    meeting_end: Moment | None = None
    meeting_place: str = ""
    meeting_host: CountryCode | None = None
    meeting_chair: CountryCode | None = None
    version: str = ""
    delegation: tuple[str, ...] = field(default=(), converter=frozen_items)
    objectives: tuple[str, ...] = field(default=(), converter=frozen_items)
    notice: str = ""
    language: str = ""
    outcome: PlanReference | None = None
    area: PlanReference | None = None
    template: str = ""

    @property
    def sender(self) -> str:
        """Who sends the file, for the ids of its activities."""
        return self.country or next(iter(self.body), "unknown")

    def or_else(self, other: "Cover") -> "Cover":
        """Return this cover; what it leaves open is as *other* says.

        An outcome or an area is never taken over: it belongs to its own table.
        """
        own = {f.name: getattr(self, f.name) for f in fields(Cover)}
        rest = other.without_place()
        return evolve(rest, **{key: value for key, value in own.items() if value})

    def of_a_paper(self, language: str) -> dict[str, Any]:
        """Return what it says of a paper for a meeting, by fields of a submission.

        Args:
            language: That of the headings, where it names none for the texts.
        """
        said_in = self.language or language
        return {
            "meeting_facts": MeetingFacts(
                number=self.meeting_number,
                start=self.meeting_start,
                end=self.meeting_end,
                place=self.meeting_place,
                host=self.meeting_host,
                chair=self.meeting_chair,
            ),
            "version": self.version,
            "delegation": self.delegation,
            "objectives": tuple(Text.of(line, said_in) for line in self.objectives),
            "notice": self.notice,
        }

    def without_place(self) -> "Cover":
        """Return this cover without outcome and area."""
        return evolve(self, outcome=None, area=None)


@define(kw_only=True)
class CoverReader:
    """Reads the lines of one sheet.

    Attributes:
        values: Reads cells; its framework is that of the file so far.
        fates: The fates of the file's cells.
        before: What the file said before.
        title_fate: What becomes of cells that are no label and no value.
        has_table: Whether a table stands below: only then outcome and area count.
    """

    values: Values
    fates: Fates
    before: Cover = field(factory=Cover)
    title_fate: Fate = Fate.HEADING
    has_table: bool = True
    cover: Cover = field(factory=Cover, init=False)
    findings: list[Finding] = field(factory=list, init=False)

    def read(self, rows: Iterable[Mapping[int, Cell]]) -> Cover:
        """Return what the lines of *rows* say."""
        lines: list[Line] = []
        left: list[LeftRow] = []
        for row in rows:
            found = [
                line
                for line in lines_of(row, self.values.lexicon)
                if self._counts(line)
            ]
            lines += found
            taken = {id(cell) for line in found for cell in line.cells}
            rest = [cell for cell in row.values() if id(cell) not in taken]
            labels = (line.cells[0].column for line in found if len(line.cells) > 1)
            is_lined = bool(found)
            left.append(
                LeftRow(cells=rest, is_lined=is_lined, labels=frozenset(labels))
            )
        others = sort_left(left, self.values.lexicon)
        singles = [cells[0] for cells in others.lines if len(cells) == 1]
        titles = sorted([*others.titles, *singles], key=lambda c: (c.row, c.column))
        # The programme comes first: outcomes and areas are those of a programme.
        for line in lines:
            if line.key == "framework":
                self._read_line(line)
        spoke = self._take_framework(titles)
        for line in lines:
            if line.key != "framework" and line.is_sure:
                self._read_line(line)
        spoke |= self._take_day(titles)
        for line in lines:
            if not line.is_sure:
                self._read_day_of_paper(line)
        if self.has_table or self.cover != Cover():
            # A sheet that is no cover either will be spoken of as a whole.
            above = self.has_table
            self.findings += leave_out(
                others, spoke, self.values, self.fates, is_above=above
            )
        self.fates.give_all(self.values.spot.sheet, titles, self.title_fate, "title")
        return self.cover

    def _read_day_of_paper(self, line: Line) -> None:
        """Take the date of the paper for its day where nothing else says the day."""
        if self.cover.as_of is None and self.before.as_of is None:
            self._read_line(line)
            return
        why = "date of the paper"
        self.fates.give_all(self.values.spot.sheet, line.cells, Fate.IGNORED, why)

    def _counts(self, line: Line) -> bool:
        return self.has_table or line.key not in OF_A_TABLE

    def _take_framework(self, titles: list[Cell]) -> set[str]:
        """Take the programme from the titles where no line names it.

        Returns:
            The places of the titles that name it.
        """
        spoke: set[str] = set()
        if self.cover.framework is None:
            lexicon = self.values.lexicon
            found = {
                cell.ref: framework.id
                for cell in titles
                if (framework := find_framework(self.values.words(cell), lexicon))
            }
            if len(set(found.values())) == 1:
                self.cover = evolve(self.cover, framework=next(iter(found.values())))
                spoke = set(found)
        known = self.values.lexicon.framework(self.cover.framework)
        self.values = evolve(self.values, framework=known or self.values.framework)
        return spoke

    def _take_day(self, titles: list[Cell]) -> set[str]:
        """Take the day of the file from the titles where no line says it.

        A sheet that says nothing else of a file is no cover.

        Returns:
            The places of the titles that say a day.
        """
        spoke: set[str] = set()
        is_cover = self.has_table or self.cover != Cover()
        if self.cover.as_of is not None or not is_cover:
            return spoke
        of = field_of(self.values.lexicon.fields.cover, "as_of")
        first: Moment | None = None
        for cell in titles:
            read = title_day(cell, of, self.values)
            if read.value or read.findings:
                spoke.add(cell.ref)
            refusal = refusal_of(read)
            if refusal:
                self.fates.refuse(self.values.spot.sheet, cell.ref, refusal.code)
            elif read.value:
                self._compare(Line(key="as_of", value=cell, cells=(cell,)), read.value)
                if first is not None:
                    continue  # What was said first holds.
                first = read.value
                self.cover = evolve(self.cover, as_of=first)
            self.findings += read.findings
        return spoke

    def _read_line(self, line: Line) -> None:
        parsed = value_of(line, self.values)
        told = as_institution(line, parsed)
        if told is not line:
            line, parsed = told, value_of(told, self.values)
        refusal = refusal_of(parsed)
        fate, why = Fate.READ, line.key
        if refusal:
            fate, why = Fate.REFUSED, refusal.code
        elif getattr(self.cover, line.key):
            fate, why = Fate.IGNORED, "said above already"
        self.findings += parsed.findings
        if not parsed.is_refused and parsed.value:
            self._compare(line, parsed.value)
            if fate is Fate.READ:
                self.cover = evolve(self.cover, **{line.key: parsed.value})
        for cell in line.cells:
            is_value = cell is line.cells[-1]
            self.fates.give(
                self.values.spot.sheet,
                cell,
                fate if is_value else Fate.HEADING,
                why if is_value else line.key,
            )

    def _compare(self, line: Line, value: object) -> None:
        """Report a line that contradicts one before it."""
        said = getattr(self.cover, line.key)
        if not said and line.key == "country":
            said = self.before.country
        if not said or said == value:
            return
        if isinstance(said, PlanReference):
            said = said.words
        if isinstance(said, tuple):
            said = ", ".join(said)
        of = field_of(self.values.lexicon.fields.cover, line.key)
        label = of.label.in_(self.values.language)
        self.findings.append(
            self.values.finding(
                file_rules.SAID_OTHERWISE, of, line.cells[-1], label=label, other=said
            )
        )
