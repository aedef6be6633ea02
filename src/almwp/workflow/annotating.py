"""Write what was found on copies of the senders' own files, in their language."""

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from attrs import evolve, field, frozen

from almwp.catalogue.vocabulary import Vocabulary
from almwp.errors import (
    AlmwpError,
    CallError,
    Translate,
    UnknownNameError,
    UnreadableFileError,
    UnwritableFileError,
    in_english,
)
from almwp.findings.remarks import Remarks, remarks_of
from almwp.findings.rule import Finding
from almwp.model.fields import frozen_items
from almwp.plugins.guard import guard_result
from almwp.plugins.registry import Plugins
from almwp.workflow.between import findings_between
from almwp.workflow.bytereading import read_bytes
from almwp.workflow.checking import findings_of
from almwp.workflow.messages import translation_into
from almwp.workflow.readers import reader_for
from almwp.workflow.reading import FileRead, Reading
from almwp.workflow.staging import sweep
from almwp.workflow.steps import OnStep, Step, tell_nobody
from almwp.workflow.stopped import MarkingStopped
from almwp.workflow.writing import write_whole

_TITLE = "almwp findings"


@frozen(kw_only=True)
class MarkedCopy:
    """A copy of a file with what was found in it.

    Attributes:
        source: The file.
        target: The copy.
    """

    source: Path
    target: Path


@frozen(kw_only=True)
class Annotated:
    """Copies that were written, and why others were not.

    Attributes:
        copies: Those that were written, in the order of the files.
        left_out: Why files cannot be annotated; nothing is wrong with them.
        failures: Why copies could not be made or written.
    """

    copies: tuple[MarkedCopy, ...] = field(default=(), converter=frozen_items)
    left_out: tuple[AlmwpError, ...] = field(default=(), converter=frozen_items)
    failures: tuple[AlmwpError, ...] = field(default=(), converter=frozen_items)


def annotate_files(
    files: Sequence[FileRead],
    folder: Path,
    reading: Reading,
    language: str | None = None,
    on_step: OnStep = tell_nobody,
) -> Annotated:
    """Write a marked copy of each of *files* into *folder*.

    A copy has the name of its file.  Saved plans, and files that could not be read,
    are passed over.  Each copy is written whole or not at all.  An earlier copy of the
    same content is replaced; where something else was written into it since, it is
    kept, and the new copy has a number.

    Args:
        files: Files that were read.
        folder: Where to; made if need be.
        reading: How they were read.
        language: Language of the words; each file's own, when not given.
        on_step: Is told how far it has come.

    Raises:
        CallError: A copy would take the place of one of the files.
        UnknownNameError: There is no such language.
        Cancelled: *on_step* stopped the work.
        MarkingStopped: Somebody did, from the keyboard.
    """
    targets = _targets([file.path for file in files if file.submission], folder)
    _spare_files([file.path for file in files], targets.values())
    between = findings_between(files)
    speech = _Speech(plugins=reading.plugins, language=language)
    copies: list[MarkedCopy] = []
    left_out: list[AlmwpError] = []
    failures: list[AlmwpError] = []
    meant = [(place, file) for place, file in enumerate(files) if file.submission]

    def so_far() -> Annotated:
        return Annotated(copies=copies, left_out=left_out, failures=failures)

    try:
        for done, (place, file) in enumerate(meant):
            on_step(Step(job="mark", done=done, total=len(meant), what=str(file.path)))
            findings = (*findings_of(file), *between.get(place, ()))
            remarks = speech.remarks(findings, file)
            try:
                copies.append(_write_copy(file, remarks, targets, reading))
            except UnwritableFileError as error:
                failures.append(error)
            except UnreadableFileError as error:
                left_out.append(error.at(str(file.path)))
            except AlmwpError as error:
                failures.append(error)
    except KeyboardInterrupt as stop:
        raise MarkingStopped(so_far(), len(meant)) from stop
    on_step(Step(job="mark", done=len(meant), total=len(meant)))
    for copy in copies[:1]:
        sweep(copy.target)
    return so_far()


def _write_copy(
    file: FileRead, remarks: Remarks, targets: Mapping[Path, Path], reading: Reading
) -> MarkedCopy:
    target = targets[file.path]
    content = _content(file, reading)
    marked = _marked(file.path, content, remarks, reading.plugins)
    while _is_other_work(target, marked, remarks, reading):
        target = _next(target, targets.values())
    write_whole(target, marked, is_one_of_many=True)
    return MarkedCopy(source=file.path, target=target)


@frozen(kw_only=True)
class _Speech:
    """In which language to write into which file."""

    plugins: Plugins
    language: str | None
    _known: dict[str, tuple[str, Translate]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        if self.language is not None:
            translation_into(self.language, self.plugins)  # an unknown one is said

    def remarks(self, findings: Iterable[Finding], file: FileRead) -> Remarks:
        """Return *findings* in the language asked for, else in that of *file*."""
        own, copy_of = "en", ""
        if file.submission:
            own, copy_of = file.submission.language, file.submission.copy_of
        language, translate = self._spoken(self.language or own)
        title = self._title(language)
        made = remarks_of(findings, translate, language=language, title=title)
        # A copy that is marked again stays the copy of its first original.
        return evolve(made, original=copy_of or file.sha256)

    def _spoken(self, language: str) -> tuple[str, Translate]:
        """Return *language* if it has messages, else English."""
        if language not in self._known:
            try:
                found = (language, translation_into(language, self.plugins))
            except UnknownNameError:
                found = ("en", in_english)
            self._known[language] = found
        return self._known[language]

    def _title(self, language: str) -> str:
        """Return the usual name of a sheet of findings."""
        if language not in self.plugins.languages:
            return _TITLE
        provider = self.plugins.languages.provider_of(language)
        load = self.plugins.languages[language].load
        words = guard_result(provider, Vocabulary, load)
        return words.guidance.get("findings", (_TITLE,))[0]


def _marked(path: Path, content: bytes, remarks: Remarks, plugins: Plugins) -> bytes:
    reader = reader_for(path, content, plugins)
    annotate = reader.annotate
    if annotate is None:
        raise UnreadableFileError(
            str(path),
            "a file of this kind cannot be marked; save it as an Excel workbook "
            "(.xlsx) to have it back with the findings in its cells",
        )
    name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    plugin = plugins.readers.provider_of(reader.name)
    return guard_result(plugin, bytes, lambda: annotate(content, name, remarks))


def _is_other_work(
    target: Path, marked: bytes, remarks: Remarks, reading: Reading
) -> bool:
    """Say whether what stands at *target* is more than an earlier copy of the file.

    Marked with the same *remarks*, an earlier copy becomes the new one; what somebody
    has corrected since does not.
    """
    try:
        there = read_bytes(target, reading.limits.file_bytes)
    except UnreadableFileError as error:
        # There is none; or it cannot be written, which will be said.
        return "limit" in error.facts
    if there == marked:
        return False
    try:
        return _marked(target, there, remarks, reading.plugins) != marked
    except AlmwpError:
        return True


def _next(target: Path, others: Iterable[Path]) -> Path:
    """Return the next name of a copy that none of *others* has."""
    taken = {other.name.casefold() for other in others}
    stem, _, number = target.stem.rpartition("-")
    if not stem or not number.isdecimal():
        stem, number = target.stem, "1"
    while True:
        number = str(int(number) + 1)
        name = f"{stem}-{number}{target.suffix}"
        if name.casefold() not in taken:
            return target.with_name(name)


def _content(file: FileRead, reading: Reading) -> bytes:
    """Return the bytes of a file: those that were read, and no others."""
    content = reading.content_of(file.path)
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise UnwritableFileError(
            str(file.path),
            "the file was changed while it was being checked; check it again",
        )
    return content


def _targets(paths: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Return where the copy of each file goes; files of one name get a number.

    Names that differ in capitals only are the same on Windows.
    """
    own = {path.name.casefold() for path in paths}
    taken: set[str] = set()
    # It goes on where it ended for the last file of the name.
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(2))
    found = {}
    for path in paths:
        name = path.name
        while name.casefold() in taken or (
            name != path.name and name.casefold() in own
        ):
            number = next(numbers[path.name.casefold()])
            name = f"{path.stem}-{number}{path.suffix}"
        taken.add(name.casefold())
        found[path] = folder / name
    return found


def _spare_files(paths: Iterable[Path], targets: Iterable[Path]) -> None:
    """See that no copy takes the place of a file that was named."""
    spared: dict[str, list[Path]] = {}
    for path in paths:
        spared.setdefault(path.name.casefold(), []).append(path)
    for target in targets:
        same = spared.get(target.name.casefold(), ())
        if any(_is_one(path, target) for path in same):
            raise CallError(
                "the marked copy of '{name}' would replace the file itself; name "
                "another folder than {folder}",
                name=target.name,
                folder=target.parent,
            )


def _is_one(path: Path, other: Path) -> bool:
    """Say whether two paths lead to one file, whatever capitals they are written in."""
    if os.path.realpath(path) == os.path.realpath(other):
        return True
    try:
        return path.samefile(other)
    except OSError:  # one of them is not there
        return False
