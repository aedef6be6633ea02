"""Read files into submissions; one that cannot be read does not stop the others."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from almwp.errors import AlmwpError, CallError, Cancelled, UnreadableFileError
from almwp.findings.rule import Finding, Severity
from almwp.intake.arrival import Arrival
from almwp.intake.lexicon import Lexicon
from almwp.intake.limits import Limits
from almwp.intake.mapping import NO_MAPPING, FieldMapping
from almwp.model.fields import frozen_items
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.notebook import shown
from almwp.model.rows import Row, moment_cells
from almwp.model.submission import Submission
from almwp.plugins.guard import guard_result
from almwp.plugins.journal import logger_of
from almwp.plugins.records import Reader
from almwp.plugins.registry import Plugins
from almwp.workflow.bytereading import read_bytes
from almwp.workflow.collector import resting_collector
from almwp.workflow.files import find_files
from almwp.workflow.mappinguse import look_for_unused
from almwp.workflow.readers import cells_of, name_of, reader_beside_plans
from almwp.workflow.savedplans import NoSavedPlanError, read_saved, sent_in
from almwp.workflow.steps import OnStep, Step, tell_nobody
from almwp.workflow.stopped import ReadingStopped

if TYPE_CHECKING:  # what saved plans are made of is loaded when one is read
    from almwp.model.decision import Decision
    from almwp.model.workplan import WorkPlan

_LOG = logger_of(__name__)


@frozen(kw_only=True, slots=False)
class Reading:
    """What reading needs to know.

    Attributes:
        plugins: Those that are loaded.
        lexicon: Words of all languages.
        limits: How much a file may ask for.
        country: Who sends files that do not say so.
        framework: The programme of files that do not name one.
        cross_read: Whether to compare with the reader's second opinion.
        mapping: What the user says of the headings of the files.
        given: Files that are on no disk, with their bytes.
    """

    plugins: Plugins
    lexicon: Lexicon
    limits: Limits = Limits()
    country: CountryCode | None = None
    framework: FrameworkId | None = None
    cross_read: bool = False
    mapping: FieldMapping = NO_MAPPING
    given: tuple[tuple[Path, bytes], ...] = field(default=(), converter=frozen_items)

    @cached_property
    def _contents(self) -> Mapping[Path, bytes]:
        return dict(self.given)

    def content_of(self, path: Path) -> bytes:
        """Return the bytes of a file, as :func:`read_bytes` does."""
        known = self._contents.get(path)
        if known is not None:
            return known
        return read_bytes(path, self.limits.file_bytes, "file_bytes")


@frozen(kw_only=True)
class FileRead:
    """One file, read or not.

    Attributes:
        path: The file, as the user named it or as it was found in a folder.
        sha256: Fingerprint of its bytes; empty where they could not be had.
        submission: What it says; None for a saved plan and where it failed.
        plan: The plan, for a saved plan.
        failure: Why it could not be read.
        differences: Where a second reader read it differently.
        notes: What is to be said of a saved plan.
    """

    path: Path
    sha256: str = ""
    submission: Submission | None = None
    plan: "WorkPlan | None" = None
    failure: AlmwpError | None = None
    differences: tuple[Finding, ...] = field(default=(), converter=frozen_items)
    notes: tuple[Finding, ...] = field(default=(), converter=frozen_items)

    def row(self) -> Row:
        """Return the file as a row of plain values."""
        sent, told = self.submission, self.submission or self.plan
        own = sent.findings if sent else ()
        found = Counter(f.severity for f in (*own, *self.differences, *self.notes))
        kind = sent.kind if sent else "plan" if self.plan else "unreadable"
        return {
            "path": self.path.as_posix(),
            "sha256": self.sha256,
            "kind": kind,
            "framework": told.framework or "" if told else "",
            "country": sent.country or "" if sent else "",
            **moment_cells("as_of", sent.as_of if sent else None),
            "language": sent.language if sent else "",
            "activities": len(told.activities) if told else 0,
            "indicators": len(told.indicators) if told else 0,
            "errors": found[Severity.ERROR],
            "warnings": found[Severity.WARNING],
            "notes": found[Severity.NOTE],
            "failure": str(self.failure or ""),
        }


@frozen(kw_only=True)
class ReadFiles:
    """Files that were read, and those that could not be.

    Attributes:
        files: All files that were meant, read or not.
        left_out: Files in folders that no reader takes by their names.
    """

    files: tuple[FileRead, ...] = field(default=(), converter=frozen_items)
    left_out: tuple[Path, ...] = field(default=(), converter=frozen_items)

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """The submissions of all files that could be read."""
        own = [f.submission for f in self.files if f.submission]
        saved = [s for f in self.files if f.plan for s in _sent_in(f, f.plan)]
        return tuple(own + saved)

    @property
    def decisions(self) -> "tuple[Decision, ...]":
        """The decisions that stand in saved plans."""
        return tuple(d for file in self.files if file.plan for d in file.plan.decisions)

    @property
    def failures(self) -> tuple[AlmwpError, ...]:
        """Why files could not be read."""
        return tuple(file.failure for file in self.files if file.failure)

    def rows(self) -> list[Row]:
        """Return every file, read or not, as a row of plain values.

        What was found in them, cell by cell, is in the rows of ``check``.
        """
        return [file.row() for file in self.files]

    def _repr_html_(self) -> str:
        """Return the files as a notebook shows them."""
        columns = ("path", "kind", "framework", "country", "as_of", "activities")
        counts = ("errors", "warnings", "notes", "failure")
        left = f"{len(self.left_out)} files left out" if self.left_out else ""
        rows = self.rows()
        return shown("Files", [left], rows, (*columns, *counts), of="files")


def read_files(
    paths: Iterable[Path],
    reading: Reading,
    on_file: Callable[[Path], None] = lambda path: None,
    on_step: OnStep = tell_nobody,
) -> ReadFiles:
    """Read workbooks, saved plans, and folders of workbooks.

    Args:
        paths: Files and folders.
        reading: What reading needs to know.
        on_file: Is told each file before it is read.
        on_step: Is told how far it has come, also within a file.

    Raises:
        CallError: What was asked for cannot be done with any file.
        Cancelled: *on_step* stopped the work.
        ReadingStopped: Somebody did, from the keyboard.
    """
    left_out: dict[Path, None] = {}
    named = dict.fromkeys(paths)  # a shell may name thousands
    read = _look_for(named, reading.plugins, left_out)
    every = [path for path, file in read.items() if file is None]
    try:
        for done, path in enumerate(every):
            step = Step(job="read", done=done, total=len(every), what=str(path))
            on_step(step)
            on_file(path)

            def on_rows(rows: int, step: Step = step) -> None:
                on_step(evolve(step, rows=rows))

            with resting_collector():
                file = _read(path, reading, on_rows)
            if path not in named and isinstance(file.failure, NoSavedPlanError):
                del read[path]  # nobody asked for it: a folder may hold any JSON
                left_out[path] = None
            else:
                read[path] = file
    except KeyboardInterrupt as stop:
        finished = tuple(file for file in read.values() if file)
        raise ReadingStopped(finished, len(read)) from stop
    on_step(Step(job="read", done=len(every), total=len(every)))
    files = [file for file in read.values() if file]
    if not any(file.failure for file in files):
        # A file that could not be read may be the one that is meant.
        own = [file.submission for file in files if file.submission]
        look_for_unused(reading.mapping, own)
    others = [path for path in left_out if path not in read]
    return ReadFiles(files=files, left_out=others)


def _look_for(
    paths: Iterable[Path], plugins: Plugins, left_out: dict[Path, None]
) -> dict[Path, FileRead | None]:
    """Return every file to read, each once; one that is not there has its failure."""
    found: dict[Path, FileRead | None] = {}
    for path in paths:
        try:
            for file in list(find_files([path], plugins, left_out.setdefault)):
                found.setdefault(file, None)
        except UnreadableFileError as error:
            found.setdefault(path, FileRead(path=path, failure=error))
    return found


def _read(path: Path, reading: Reading, on_rows: Callable[[int], object]) -> FileRead:
    sha256 = ""
    _LOG.debug("reading %s", path)
    try:
        content = reading.content_of(path)
        sha256 = hashlib.sha256(content).hexdigest()
        reader = reader_beside_plans(path, content, reading.plugins)
        if reader is None:
            saved = read_saved(path, content)
            return FileRead(
                path=path, sha256=sha256, plan=saved.plan, notes=saved.notes
            )
        plugins, limits = reading.plugins, reading.limits
        book = cells_of(path, content, reader, plugins, limits, on_rows)
        from almwp.intake.submission import read_submission  # forms need no reading

        submission = read_submission(
            Arrival(
                name=name_of(path),
                sha256=sha256,
                book=book,
                country=reading.country,
                framework=reading.framework,
                mapping=reading.mapping,
                limits=limits,
            ),
            reading.lexicon,
        )
        differences = _compare(path, content, reader, reading)
    except (CallError, Cancelled):
        raise
    except AlmwpError as error:
        _LOG.warning("could not be read: %s", _named(path, error))
        return FileRead(path=path, sha256=sha256, failure=_named(path, error))
    return FileRead(
        path=path, sha256=sha256, submission=submission, differences=differences
    )


def _named(path: Path, error: AlmwpError) -> AlmwpError:
    """Name the file as the user did: a reader knows only its last name."""
    if isinstance(error, UnreadableFileError):
        return error.at(str(path))
    return error


def _compare(
    path: Path, content: bytes, reader: Reader, reading: Reading
) -> tuple[Finding, ...]:
    opinion = reader.second_opinion
    if not reading.cross_read or opinion is None:
        return ()
    plugin = reading.plugins.readers.provider_of(reader.name)
    return guard_result(plugin, tuple, lambda: opinion(content, name_of(path)))


def _sent_in(file: FileRead, plan: "WorkPlan") -> tuple[Submission, ...]:
    return sent_in(plan, name_of(file.path), file.sha256)
