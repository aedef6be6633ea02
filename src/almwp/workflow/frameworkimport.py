"""Turn a framework workbook, or a published matrix, into a framework."""

import re
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve, field, frozen

from almwp.catalogue.tomlwriting import framework_text
from almwp.errors import CallError
from almwp.findings import describing_rules, framework_rules, matrix_rules
from almwp.findings.rule import Finding, Location, Severity
from almwp.intake.arrival import Arrival
from almwp.intake.frameworkmatrix import Matrix, read_matrix
from almwp.intake.lexicon import Lexicon
from almwp.intake.matrixlevels import AskedLevel
from almwp.intake.sourcelines import read_source
from almwp.intake.submission import read_submission
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework, FrameworkStatus, Role
from almwp.model.ids import FrameworkId
from almwp.model.manifest import InputFile
from almwp.model.moment import Period
from almwp.model.source import Basis, Source
from almwp.model.text import Text
from almwp.workflow.bookreading import read_book
from almwp.workflow.files import PLAN_SUFFIX
from almwp.workflow.frameworkfiles import SUFFIX
from almwp.workflow.reading import Reading
from almwp.workflow.writing import NOTHING, write_whole

_KIND = "framework"
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s/.]+(?:\.[^\s/.]+)+(?:[/:?#]\S*)?", re.I)
_NAMES = re.compile(r"\.(?:pdf|docx?|xlsx?|odt|ods|pptx?)\b|\d", re.I)
"""What tells a document from other words: the name of a file, a number or a year."""
_YEARS = re.compile(r"(?P<first>\d{4})\s*[-–]\s*(?P<last>\d{4})?")


@frozen(kw_only=True)
class AboutMatrix:
    """What a published matrix does not say of itself.

    Attributes:
        id: Id of its framework.
        title: Its title.
        period: Its first and last year.
        status: How far it has come.
        sources: Addresses at which it was published, or documents that are named.
        levels: The columns that hold the levels, from the top down.
        is_whole: Whether it has all the nodes there are.
    """

    id: str | None = None
    title: str | None = None
    period: Period | None = None
    status: FrameworkStatus | None = None
    sources: tuple[str, ...] = field(default=(), converter=frozen_items)
    levels: tuple[AskedLevel, ...] = field(default=(), converter=frozen_items)
    is_whole: bool = False


@frozen(kw_only=True)
class ImportedFramework:
    """A framework that was read from a workbook.

    Attributes:
        framework: The framework; None where the workbook describes none.
        findings: What is wrong or doubtful, each at its cell.
        file: The workbook's name, and the fingerprint of its bytes.
    """

    framework: Framework | None = None
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)
    file: InputFile

    @property
    def has_errors(self) -> bool:
        """Whether anything of the workbook was kept out."""
        return any(f.severity is Severity.ERROR for f in self.findings)


def import_framework(
    path: Path, reading: Reading, about: AboutMatrix | None = None
) -> ImportedFramework:
    """Return the framework that a workbook describes, and what was found.

    Raises:
        CallError: The file can be no such workbook, or nobody says what a matrix is of.
        UnreadableFileError: The file could not be read.
    """
    about = about or AboutMatrix()
    if path.suffix.lower() == SUFFIX:
        raise CallError("{path} is a framework already; use it as it is", path=path)
    if path.suffix.lower() == PLAN_SUFFIX:
        raise CallError(
            "{path} is a saved plan, which describes no framework", path=path
        )
    read = read_book(path, reading)
    file = InputFile(name=read.name, sha256=read.sha256)
    arrival = Arrival(
        name=read.name, sha256=read.sha256, book=read.book, mapping=reading.mapping
    )
    submission = read_submission(arrival, reading.lexicon)
    if submission.kind == _KIND:
        if about != AboutMatrix():
            raise CallError(
                "{path} is a framework workbook, which says itself what it describes; "
                "leave out --id, --title, --period, --status, --source, --level and "
                "--complete",
                path=path,
            )
        return ImportedFramework(
            framework=submission.programme, findings=submission.findings, file=file
        )
    # The words of a matrix are those of a framework that is not known yet.
    unknowing = evolve(reading.lexicon, frameworks=())
    seen = read_submission(arrival, unknowing)
    given = _described(path, about, reading.lexicon)
    matrix = Matrix(
        file=read.name,
        sha256=read.sha256,
        book=read.book,
        tables=seen.tables,
        levels=about.levels,
        is_whole=about.is_whole,
    )
    book = read_matrix(matrix, given, unknowing)
    findings = [*book.findings, *_about_call(given, reading.lexicon, read.name)]
    return ImportedFramework(framework=book.framework, findings=findings, file=file)


def _described(path: Path, about: AboutMatrix, lexicon: Lexicon) -> Framework:
    """Return what a matrix is of, without its levels and nodes.

    Of a framework that almwp knows already only the id need be given.

    Raises:
        CallError: The id is missing, or the title of what is not known.
    """
    if not about.id:
        raise CallError(
            "{path} is a matrix and no framework workbook; say what it is of: --id "
            "ALM-WP-2026-2030, or another id with --title and --period",
            path=path,
        )
    known = lexicon.framework(FrameworkId(about.id))
    if known is None and not about.title:
        raise CallError(
            "almwp knows no framework {id}; say what it is called: --title", id=about.id
        )
    sources = tuple(map(source_of, about.sources))
    status = about.status or FrameworkStatus.UNKNOWN
    basis = _basis(status, sources)
    if known is None:
        return Framework(
            id=FrameworkId(about.id),
            title=Text.of(about.title or about.id),
            kind="work-programme",
            period=about.period,
            status=status,
            basis=basis,
            sources=sources,
        )
    return Framework(
        id=known.id,
        title=Text.of(about.title) if about.title else known.title,
        aliases=known.aliases,
        kind=known.kind,
        period=about.period or known.period,
        status=status,
        parent=known.parent,
        bodies=known.bodies,
        country=known.country,
        basis=basis,
        sources=sources,
    )


def _basis(status: FrameworkStatus, sources: tuple[Source, ...]) -> Basis:
    """Return on what a matrix stands that the user says is that of *sources*.

    almwp read the user's file and not the source: what stands in it is reported.  It
    counts as confirmed only where the user vouches that it is the adopted text and
    names the address at which anybody can compare it.
    """
    if not sources:
        return Basis.UNKNOWN
    is_public = any(_ADDRESS.fullmatch(source.address) for source in sources)
    if status is FrameworkStatus.ADOPTED and is_public:
        return Basis.CONFIRMED
    return Basis.REPORTED


def source_of(words: str) -> Source:
    """Read where a matrix was published: an address, or a document that is named.

    Raises:
        CallError: It is neither.
    """
    plain = words.strip()
    source = read_source(plain) if plain else None
    is_named = source and (source.title or " " in plain or "." in plain)
    if source and (
        _ADDRESS.fullmatch(source.address)
        or ("://" not in plain and is_named and _NAMES.search(plain))
    ):
        return source
    raise CallError(
        "'{source}' is no address and names no document; write https://..., or what it "
        "is called with its number or year",
        source=words,
    )


def _about_call(given: Framework, lexicon: Lexicon, file: str) -> Iterable[Finding]:
    place = Location(file=file)
    if lexicon.framework(given.id):
        yield framework_rules.FRAMEWORK_KNOWN.at(place, found=given.id)
    if not given.sources:
        yield matrix_rules.MATRIX_WITHOUT_SOURCE.at(place)
    if given.period is None:
        yield describing_rules.PERIOD_MISSING.at(place)


def asked_level(words: str) -> AskedLevel:
    """Read a level that the user names: ``Outcome``, or ``Goal=outcome``.

    Raises:
        CallError: The role is none.
    """
    heading, equals, role = (part.strip() for part in words.rpartition("="))
    if not equals:
        return AskedLevel(heading=words.strip())
    if role not in set(Role):
        raise CallError(
            "'{role}' is no role of a level; write one of: {known}",
            role=role,
            known=", ".join(Role),
        )
    return AskedLevel(heading=heading, role=Role(role))


def period_of(words: str) -> Period:
    """Read the years of a framework: ``2026-2030``.

    Raises:
        CallError: They are none.
    """
    match = _YEARS.fullmatch(words.strip())
    if match and int(match["first"]) <= int(match["last"] or match["first"]):
        last = int(match["last"]) if match["last"] else None
        return Period(int(match["first"]), last)
    raise CallError("'{words}' are no years; write 2026-2030", words=words)


def refuse_target(path: Path, *, replace: bool) -> None:
    """See that a framework can be written to *path*.

    Raises:
        CallError: It ends otherwise, or a file is there that is not to be replaced.
    """
    if path.suffix.lower() != SUFFIX:
        # A workbook named here by mistake would be written over.
        raise CallError(
            "a framework is saved in a file ending in {suffix}, not in '{path}'",
            suffix=SUFFIX,
            path=path,
        )
    if not replace and (path.exists() or path.is_symlink()):
        raise CallError(
            "{path} is there already; give another name, or --replace to write it anew",
            path=path,
        )


def write_framework(
    imported: ImportedFramework, path: Path, *, replace: bool = True
) -> None:
    """Write the framework whole, as TOML; a file gives way only if it may.

    Raises:
        CallError: There is none.
        UnwritableFileError: It could not be written.
    """
    stood = None if replace else NOTHING
    write_whole(path, framework_bytes(imported), stood=stood)


def framework_bytes(imported: ImportedFramework) -> bytes:
    """Return the framework as the bytes of a TOML file.

    Raises:
        CallError: There is none.
    """
    if imported.framework is None:
        raise CallError("no framework was found in {file}", file=imported.file.name)
    made = f"Made by almwp frameworks import from {imported.file.name}"
    about = (made, f"(SHA-256 {imported.file.sha256}).")
    return framework_text(imported.framework, about).encode("utf-8")
