"""What plugins contribute: frozen records, and the types of their functions."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Protocol, Self

from attrs import field, frozen, validators

from almwp.model.fields import frozen_items, is_filled, texts
from almwp.model.manifest import InputFile
from almwp.plugins.patterns import are_patterns, frozen_patterns

if TYPE_CHECKING:  # every start loads the records; what they speak of comes when used
    from importlib.resources.abc import Traversable
    from pathlib import PurePosixPath

    from almwp.catalogue.vocabulary import Vocabulary
    from almwp.findings.remarks import Remarks
    from almwp.findings.rule import Finding
    from almwp.intake.cells import Book
    from almwp.intake.form import Form
    from almwp.intake.limits import Limits
    from almwp.model.framework import Framework
    from almwp.model.report import Report
    from almwp.model.score import Scorecard
    from almwp.model.workplan import WorkPlan
    from almwp.plugins.reportrequest import ReportRequest
    from almwp.scoring.question import Question

_is_name = validators.matches_re(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_is_function: Callable[..., None] = validators.is_callable()


class LoadFramework(Protocol):
    """Give a framework.  The same one at each call."""

    def __call__(self) -> "Framework": ...


@frozen(kw_only=True)
class FrameworkSource:
    """A framework that a plugin brings.

    Attributes:
        id: Its id, such as ``ALM-WP-2021-2025``.
        title: Its title in English.
        load: Gives it.
        file: The user's own file from which it is; None for what a plugin brings.
    """

    id: str = field(validator=is_filled)
    title: str
    load: LoadFramework = field(validator=_is_function)
    file: InputFile | None = None

    @property
    def name(self) -> str:
        """The name under which it is known: its id."""
        return self.id

    @classmethod
    def from_toml(cls, resource: "Traversable") -> Self:
        """Return a framework that is pure data; the file is read whole when loaded.

        Raises:
            ValueError: The file has no id or no title.  Other faults are raised,
                all at once, when the framework is loaded.
        """
        from almwp.catalogue.tomlfile import read_framework
        from almwp.catalogue.tomltable import read_heading

        known, title = read_heading(resource)
        return cls(id=known, title=title, load=cache(partial(read_framework, resource)))


class LoadVocabulary(Protocol):
    """Give the words of a language.  The same ones at each call."""

    def __call__(self) -> "Vocabulary": ...


@frozen(kw_only=True)
class Language:
    """A language in which submissions and messages may be.

    Attributes:
        code: The language (BCP 47), such as ``vi``.
        name: Its own name for itself.
        load: Gives its words.
    """

    code: str = field(validator=validators.matches_re(r"[a-z]{2,3}(-[A-Za-z0-9]+)*"))
    name: str = field(validator=is_filled)
    load: LoadVocabulary = field(validator=_is_function)


class Sniff(Protocol):
    """Say from the first bytes of a file whether it is of this format."""

    def __call__(self, head: bytes, /) -> bool: ...


class Read(Protocol):
    """Read a file's bytes into sheets of cells.

    Raises:
        UnreadableFileError: It could not be read at all; the sentence is for the
            delegate who sent it.
    """

    def __call__(self, content: bytes, name: str, limits: "Limits", /) -> "Book": ...


class SecondOpinion(Protocol):
    """Read a file by other means and say where they differ from the reader.

    Each difference is a finding at its cell.

    Raises:
        UnreadableFileError: The reader itself could not read the file.
        CallError: The other means are not installed.
    """

    def __call__(self, content: bytes, name: str, /) -> "tuple[Finding, ...]": ...


class WriteForm(Protocol):
    """Draw a form to fill in, as the bytes of one file that the reader can read.

    The file is of the first of the reader's patterns.  Pure: same form, same bytes.
    """

    def __call__(self, form: "Form", /) -> bytes: ...


class Annotate(Protocol):
    """Write findings on a copy of a file that the reader can read.

    All else in the file stays as it was, and what an earlier run wrote is taken away
    first.  A file without remarks, old or new, comes back byte for byte.  Pure: same
    file and remarks, same bytes.

    Raises:
        UnreadableFileError: This file cannot be annotated; the sentence is for the
            delegate who sent it.
    """

    def __call__(self, content: bytes, name: str, remarks: "Remarks", /) -> bytes: ...


@frozen(kw_only=True)
class Reader:
    """A format in which submissions may come.

    Attributes:
        name: Its name, shared by all plugins.
        summary: What it reads, in one line.
        patterns: Endings of file names that it takes, such as ``*.xlsx``.
        sniff: Tells from the first 4,096 bytes whether a file is of this format.
        read: Reads a file.
        second_opinion: Reads it by other means and compares; None if there are none.
        annotate: Writes findings on a copy of a file; None where that cannot be done.
        write_form: Draws a form to fill in; None if it cannot.
    """

    name: str = field(validator=_is_name)
    summary: str
    patterns: tuple[str, ...] = field(converter=frozen_patterns, validator=are_patterns)
    sniff: Sniff = field(validator=_is_function)
    read: Read = field(validator=_is_function)
    second_opinion: SecondOpinion | None = field(
        default=None, validator=validators.optional(_is_function)
    )
    annotate: Annotate | None = field(
        default=None, validator=validators.optional(_is_function)
    )
    write_form: WriteForm | None = field(
        default=None, validator=validators.optional(_is_function)
    )


class ScorePlan(Protocol):
    """Score the activities of a plan.  Pure: same plan and question, same scores."""

    def __call__(self, plan: "WorkPlan", question: "Question", /) -> "Scorecard": ...


@frozen(kw_only=True)
class Scorer:
    """A way to score progress.

    Attributes:
        name: Its name, shared by all plugins.
        summary: What it measures, in one line.
        score: Scores a plan.
        counts: What the parts of its scores are: ``activities`` or ``indicators``.
        takes_policy: Whether it follows the policy of the question.
        ignores: Keys of the choices of a policy that it does not use, such as ``cap``;
            a policy that makes one of them says so beside the scores.
    """

    name: str = field(validator=_is_name)
    summary: str
    score: ScorePlan = field(validator=_is_function)
    counts: str = "activities"
    takes_policy: bool = False
    ignores: tuple[str, ...] = field(default=(), converter=frozen_items)


class BuildReport(Protocol):
    """Build a report.  Pure: same request, same report."""

    def __call__(self, request: "ReportRequest", /) -> "Report": ...


@frozen(kw_only=True)
class ReportKind:
    """A kind of report.

    Attributes:
        name: Its name, shared by all plugins.
        summary: What it tells, in one line.
        build: Builds it.
    """

    name: str = field(validator=_is_name)
    summary: str
    build: BuildReport = field(validator=_is_function)


class Render(Protocol):
    """Lay out a report as the bytes of one file.  Pure: same report, same bytes."""

    def __call__(self, report: "Report", /) -> bytes: ...


class RenderOn(Protocol):
    """Lay out a report on a letterhead, which it may refuse as unreadable.  Pure."""

    def __call__(self, report: "Report", letterhead: bytes, /) -> bytes: ...


class RenderFiles(Protocol):
    """Lay out a report as the files of a folder, by their names in it.  Pure."""

    def __call__(self, report: "Report", /) -> "Mapping[PurePosixPath, bytes]": ...


class TellLeftOut(Protocol):
    """Say what of a report its file will not hold as its format wants it, if anything.

    In sentences in the language of the report, for whoever writes the file.  Pure.
    """

    def __call__(self, report: "Report", /) -> tuple[str, ...]: ...


@frozen(kw_only=True)
class Exporter:
    """A format in which reports can be written.

    Attributes:
        name: Its name, shared by all plugins.
        summary: What it is, in one line.
        suffix: Ending of its files, such as ``.docx``.
        render: Lays out a report as one file; a format of several packs them.
        render_on: Lays out a report on a letterhead; None if it takes none.
        render_files: Lays out a report as a folder of files; None for one file.
        settings: Keys of facts that no report holds and a user may give it, such as
            ``reporting-org``; the report that it gets has them in its manifest, with
            its own name and a point before them.
        demanded: Those of the settings without which no file of this format can be
            made; nothing is written until they are told.
        left_out: Says what the file will not hold, to tell whoever writes it; None
            where that stands in the file alone.
    """

    name: str = field(validator=_is_name)
    summary: str
    suffix: str = field(validator=validators.matches_re(r"\.[a-z0-9]+(\.[a-z0-9]+)*"))
    render: Render = field(validator=_is_function)
    render_on: RenderOn | None = field(
        default=None, validator=validators.optional(_is_function)
    )
    render_files: RenderFiles | None = field(
        default=None, validator=validators.optional(_is_function)
    )
    settings: tuple[str, ...] = field(default=(), converter=texts)
    demanded: tuple[str, ...] = field(default=(), converter=texts)
    left_out: TellLeftOut | None = field(
        default=None, validator=validators.optional(_is_function)
    )

    @property
    def folder_suffix(self) -> str:
        """Ending of the folder of a format of several files: that of the ZIP file."""
        return self.suffix.removesuffix(".zip")
