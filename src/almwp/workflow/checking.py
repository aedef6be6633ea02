"""What ``almwp check`` says of each file, as it is printed for machines."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import asdict, field, frozen

from almwp.errors import Translate, UnreadableFileError, in_english
from almwp.findings import file_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.mapping import FieldMapping
from almwp.model.fields import frozen_items
from almwp.model.ledger import Fate, Ledger, LedgerEntry
from almwp.model.notebook import shown
from almwp.model.rows import Row, several
from almwp.model.submission import Submission
from almwp.model.tabling import TableReading
from almwp.workflow.between import findings_between
from almwp.workflow.reading import FileRead

if TYPE_CHECKING:
    from almwp.model.workplan import WorkPlan


@frozen(kw_only=True)
class CellCounts:
    """How many non-empty cells there are, and what became of them.

    Attributes:
        total: All of them; the sum of the others.
        read: Read into a field.
        heading: Part of a heading.
        extra: Kept as an extra column.
        ignored: Left out for a stated reason.
        refused: Kept out by a finding.
    """

    total: int
    read: int
    heading: int
    extra: int
    ignored: int
    refused: int


@frozen(kw_only=True)
class RecordCounts:
    """How many records were read from a file.

    Attributes:
        activities: Activities.
        proposals: Proposals.
        agenda: Items of an agenda.
        indicators: Indicators.
        asks: What is asked of others, and offered.
        outcomes: Outcomes of the framework that the file describes.
        areas: Priority areas and topics of it.
    """

    activities: int
    proposals: int
    agenda: int
    indicators: int
    asks: int
    outcomes: int
    areas: int


@frozen(kw_only=True)
class CheckedFinding:
    """A finding in the language that was asked for.

    Attributes:
        code: The rule's code.
        name: The code in words.
        severity: error, warning or note.
        message: What is wrong.
        hint: What to type instead.
        sheet: The sheet, or None for the whole file.
        cell: The cell or range, or None for the whole sheet.
        field: Key of the field in question, or None.
        found: What stands there, or None.
        expected: What might stand there, or None.
        suggestions: Near values, nearest first.
    """

    code: str
    name: str
    severity: str
    message: str
    hint: str
    sheet: str | None
    cell: str | None
    field: str | None
    found: str | None
    expected: str | None
    suggestions: tuple[str, ...]


@frozen(kw_only=True)
class CheckedFile:
    """What was found in one file.

    Attributes:
        path: The file, as the user named it.
        sha256: Fingerprint of its bytes, or None where they could not be had.
        kind: ``progress``; ``plan`` for a saved plan; ``unknown`` where no sheet was
            understood; ``unreadable`` where it could not be read at all.
        framework: The programme on which it reports, or None.
        country: Who sends it, or None.
        as_of: The day of which it speaks, or None.
        language: Language of its headings, or None.
        sheets: Names of all its sheets.
        tables: Its tables, and how their headings were understood.
        cells: What became of its cells.
        counts: What was read from it.
        findings: What is wrong or doubtful.
        ledger: What became of each cell; only where it was asked for.
    """

    path: str
    sha256: str | None
    kind: str
    framework: str | None
    country: str | None
    as_of: str | None
    language: str | None
    sheets: tuple[str, ...] = field(converter=frozen_items)
    tables: tuple[TableReading, ...] = field(converter=frozen_items)
    cells: CellCounts
    counts: RecordCounts
    findings: tuple[CheckedFinding, ...] = field(converter=frozen_items)
    ledger: tuple[LedgerEntry, ...] | None = None


@frozen(kw_only=True)
class UsedMapping:
    """The mapping file by which headings were read.

    Attributes:
        name: Its name, without its folder.
        sha256: Fingerprint of its bytes.
    """

    name: str
    sha256: str


@frozen(kw_only=True)
class Checked:
    """What ``almwp check --format json`` prints.

    Attributes:
        files: What was found in each file.
        mapping: The user's own mapping file, where one was given.
    """

    files: tuple[CheckedFile, ...] = field(converter=frozen_items)
    mapping: UsedMapping | None = None

    def rows(self) -> list[Row]:
        """Return everything that was found, in every file, as a row of plain values."""
        rows: list[Row] = []
        for file in self.files:
            for finding in file.findings:
                row: Row = {"path": file.path}
                for key, value in asdict(finding, recurse=False).items():
                    row[key] = several(value) if key == "suggestions" else value or ""
                rows.append(row)
        return rows

    def _repr_html_(self) -> str:
        """Return what was found as a notebook shows it."""
        facts = [f"{len(self.files)} files"]
        columns = ("path", "sheet", "cell", "severity", "code", "message", "hint")
        return shown("Findings", facts, self.rows(), columns, of="findings")


def checked(
    files: Iterable[FileRead],
    translate: Translate = in_english,
    *,
    with_ledger: bool = False,
    mapping: FieldMapping | None = None,
    each_alone: bool = False,
) -> Checked:
    """Return what is said of each of *files*, in the language of *translate*.

    Args:
        files: The files.
        translate: Into the language of the messages.
        with_ledger: Whether to say what became of each cell.
        mapping: The user's own mapping file, where one was given.
        each_alone: Whether to leave out what is found between them.
    """
    known = tuple(files)
    between = {} if each_alone else findings_between(known)
    return Checked(
        files=tuple(
            _checked(file, between.get(place, ()), translate, with_ledger)
            for place, file in enumerate(known)
        ),
        mapping=_used(mapping) if mapping else None,
    )


def _used(mapping: FieldMapping) -> UsedMapping:
    return UsedMapping(name=mapping.name, sha256=mapping.sha256)


def _checked(
    file: FileRead,
    between: tuple[Finding, ...],
    translate: Translate,
    with_ledger: bool,
) -> CheckedFile:
    submission = file.submission
    told = submission or file.plan
    findings = findings_of(file, translate) + between
    return CheckedFile(
        path=file.path.as_posix(),
        sha256=file.sha256 or None,
        kind=_kind(file),
        framework=told.framework if told else None,
        country=submission.country if submission else None,
        as_of=str(submission.as_of) if submission and submission.as_of else None,
        language=submission.language if submission else None,
        sheets=submission.sheets if submission else (),
        cells=_cells(submission.ledger if submission else Ledger()),
        counts=_counts(submission, file.plan),
        findings=tuple(_finding(finding, translate) for finding in findings),
        ledger=submission.ledger.entries if submission and with_ledger else None,
        tables=submission.tables if submission else (),
    )


def findings_of(
    file: FileRead, translate: Translate = in_english
) -> tuple[Finding, ...]:
    """Return all that was found in a file; that it could not be read is a finding."""
    failure = file.failure
    if failure is None:
        own = file.submission.findings if file.submission else ()
        return own + file.differences + file.notes
    if isinstance(failure, UnreadableFileError):
        why = failure.why_in(translate)
    else:
        why = failure.message(translate)
    place = Location(file=file.path.name)
    return (file_rules.UNREADABLE.at(place, found=why),)


def _kind(file: FileRead) -> str:
    if file.failure:
        return "unreadable"
    return file.submission.kind if file.submission else "plan"


def _cells(ledger: Ledger) -> CellCounts:
    fates = ledger.by_fate
    return CellCounts(
        total=ledger.total,
        read=fates[Fate.READ],
        heading=fates[Fate.HEADING],
        extra=fates[Fate.EXTRA],
        ignored=fates[Fate.IGNORED],
        refused=fates[Fate.REFUSED],
    )


def _counts(submission: Submission | None, plan: "WorkPlan | None") -> RecordCounts:
    told = submission or plan
    submissions = (submission,) if submission else plan.submissions if plan else ()
    described = submission.programme if submission else None
    return RecordCounts(
        activities=len(told.activities) if told else 0,
        proposals=sum(len(each.proposals) for each in submissions),
        agenda=sum(len(each.agenda) for each in submissions),
        indicators=len(told.indicators) if told else 0,
        asks=sum(len(each.asks) for each in submissions),
        outcomes=len(described.outcomes) if described else 0,
        areas=len(described.priority_areas + described.topics) if described else 0,
    )


def _finding(finding: Finding, translate: Translate) -> CheckedFinding:
    return CheckedFinding(
        code=finding.code,
        name=finding.rule.name,
        severity=finding.severity.value,
        message=finding.message(translate),
        hint=finding.hint(translate),
        sheet=finding.at.sheet,
        cell=finding.at.cell,
        field=finding.field,
        found=finding.found,
        expected=finding.expected,
        suggestions=finding.suggestions,
    )
