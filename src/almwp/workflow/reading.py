"""Read files into submissions; one that cannot be read does not stop the others."""

import hashlib
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from attrs import field, frozen

from almwp.errors import AlmwpError, CallError, UnreadableFileError
from almwp.findings.rule import Finding
from almwp.intake.cells import Book
from almwp.intake.lexicon import Lexicon
from almwp.intake.limits import Limits
from almwp.intake.mapping import NO_MAPPING, FieldMapping
from almwp.intake.submission import Arrival, read_submission
from almwp.model.decision import Decision
from almwp.model.fields import frozen_items
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan
from almwp.plugins.guard import guard, guard_result
from almwp.plugins.records import Reader
from almwp.plugins.registry import Plugins
from almwp.workflow.books import looked_over
from almwp.workflow.files import PLAN_SUFFIX, find_files, read_bytes, takes
from almwp.workflow.mappinguse import look_for_unused
from almwp.workflow.savedplans import read_saved, sent_in

_HEAD = 4096


@frozen(kw_only=True)
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
    """

    plugins: Plugins
    lexicon: Lexicon
    limits: Limits = Limits()
    country: CountryCode | None = None
    framework: FrameworkId | None = None
    cross_read: bool = False
    mapping: FieldMapping = NO_MAPPING


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
    plan: WorkPlan | None = None
    failure: AlmwpError | None = None
    differences: tuple[Finding, ...] = field(default=(), converter=frozen_items)
    notes: tuple[Finding, ...] = field(default=(), converter=frozen_items)


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
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that stand in saved plans."""
        return tuple(d for file in self.files if file.plan for d in file.plan.decisions)

    @property
    def failures(self) -> tuple[AlmwpError, ...]:
        """Why files could not be read."""
        return tuple(file.failure for file in self.files if file.failure)


def read_files(
    paths: Iterable[Path],
    reading: Reading,
    on_file: Callable[[Path], None] = lambda path: None,
) -> ReadFiles:
    """Read workbooks, saved plans, and folders of workbooks.

    Args:
        paths: Files and folders.
        reading: What reading needs to know.
        on_file: Is told each file before it is read.

    Raises:
        CallError: What was asked for cannot be done with any file.
    """
    read: dict[Path, FileRead] = {}
    left_out: dict[Path, None] = {}
    for path in paths:
        try:
            found = list(find_files([path], reading.plugins, left_out.setdefault))
        except UnreadableFileError as error:
            read.setdefault(path, FileRead(path=path, failure=error))
            continue
        for file in found:
            if file not in read:
                on_file(file)
                read[file] = _read(file, reading)
    if not any(file.failure for file in read.values()):
        # A file that could not be read may be the one that is meant.
        own = [file.submission for file in read.values() if file.submission]
        look_for_unused(reading.mapping, own)
    others = [path for path in left_out if path not in read]
    return ReadFiles(files=read.values(), left_out=others)


@frozen(kw_only=True)
class BookRead:
    """The cells of one file, before anything is made of them.

    Attributes:
        name: The file's name without its folder.
        sha256: Fingerprint of its bytes.
        book: Its cells.
    """

    name: str
    sha256: str
    book: Book


def read_book(path: Path, reading: Reading) -> BookRead:
    """Read the cells of one file.

    Raises:
        UnreadableFileError: It could not be read.
        PluginError: The reader broke.
    """
    try:
        content = read_bytes(path, reading.limits.file_bytes)
        reader = reader_for(path, content, reading.plugins)
        book = _read_book(path, content, reader, reading)
    except UnreadableFileError as error:
        raise error.at(str(path)) from error
    digest = hashlib.sha256(content).hexdigest()
    return BookRead(name=_name_of(path), sha256=digest, book=book)


def _read(path: Path, reading: Reading) -> FileRead:
    sha256 = ""
    try:
        content = read_bytes(path, reading.limits.file_bytes)
        sha256 = hashlib.sha256(content).hexdigest()
        if path.suffix.lower() == PLAN_SUFFIX:
            saved = read_saved(path, content)
            return FileRead(
                path=path, sha256=sha256, plan=saved.plan, notes=saved.notes
            )
        reader = reader_for(path, content, reading.plugins)
        book = _read_book(path, content, reader, reading)
        submission = read_submission(
            Arrival(
                name=_name_of(path),
                sha256=sha256,
                book=book,
                country=reading.country,
                framework=reading.framework,
                mapping=reading.mapping,
            ),
            reading.lexicon,
        )
        differences = _compare(path, content, reader, reading)
    except CallError:
        raise
    except AlmwpError as error:
        return FileRead(path=path, sha256=sha256, failure=_named(path, error))
    return FileRead(
        path=path, sha256=sha256, submission=submission, differences=differences
    )


def _named(path: Path, error: AlmwpError) -> AlmwpError:
    """Name the file as the user did: a reader knows only its last name."""
    if isinstance(error, UnreadableFileError):
        return error.at(str(path))
    return error


def reader_for(path: Path, content: bytes, plugins: Plugins) -> Reader:
    """Return the reader that takes a file by its name, else by its first bytes.

    Raises:
        UnreadableFileError: No reader takes it.
    """
    for reader in plugins.readers.values():
        if takes(reader.patterns, path):
            return reader
    head = content[:_HEAD]
    for name, reader in plugins.readers.items():
        if guard(plugins.readers.provider_of(name), partial(reader.sniff, head)):
            return reader
    known = ", ".join(p for reader in plugins.readers.values() for p in reader.patterns)
    raise UnreadableFileError(
        str(path),
        "no reader is installed for files of this kind (known: {kinds})",
        kinds=known or "none",
    )


def _read_book(path: Path, content: bytes, reader: Reader, reading: Reading) -> Book:
    """Read a file; its rows are read later, and under guard as well."""
    plugin = reading.plugins.readers.provider_of(reader.name)
    name, limits = _name_of(path), reading.limits
    book = guard_result(plugin, Book, lambda: reader.read(content, name, limits))
    return looked_over(book, plugin)


def _compare(
    path: Path, content: bytes, reader: Reader, reading: Reading
) -> tuple[Finding, ...]:
    opinion = reader.second_opinion
    if not reading.cross_read or opinion is None:
        return ()
    plugin = reading.plugins.readers.provider_of(reader.name)
    return guard_result(plugin, tuple, lambda: opinion(content, _name_of(path)))


def _name_of(path: Path) -> str:
    """Return the file's name; bytes of it that are no text cannot be written again."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _sent_in(file: FileRead, plan: WorkPlan) -> tuple[Submission, ...]:
    return sent_in(plan, _name_of(file.path), file.sha256)
