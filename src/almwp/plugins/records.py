"""What plugins contribute: frozen records, and the types of their functions."""

from collections.abc import Callable
from functools import cache, partial
from importlib.resources.abc import Traversable
from typing import Protocol, Self

from attrs import field, frozen, validators

from almwp.catalogue.tomlfile import read_framework, read_heading
from almwp.catalogue.vocabulary import Vocabulary
from almwp.errors import Translate, in_english
from almwp.findings.remarks import Remarks
from almwp.findings.rule import Finding
from almwp.intake.cells import Book
from almwp.intake.form import Form
from almwp.intake.limits import Limits
from almwp.model.activity import Activity
from almwp.model.fields import frozen_items, is_filled
from almwp.model.framework import Framework
from almwp.model.manifest import Manifest
from almwp.model.meeting import Meeting
from almwp.model.member import Member
from almwp.model.moment import Moment
from almwp.model.position import Audience, audience_of
from almwp.model.prepared import Prepared
from almwp.model.report import Report
from almwp.model.score import Scorecard
from almwp.model.workplan import WorkPlan
from almwp.plugins.patterns import are_patterns, frozen_patterns
from almwp.scoring.question import Question

_is_name = validators.matches_re(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_is_function: Callable[..., None] = validators.is_callable()


class LoadFramework(Protocol):
    """Give a framework.  The same one at each call."""

    def __call__(self) -> Framework: ...


@frozen(kw_only=True)
class FrameworkSource:
    """A framework that a plugin brings.

    Attributes:
        id: Its id, such as ``ALM-WP-2021-2025``.
        title: Its title in English.
        load: Gives it.
    """

    id: str = field(validator=is_filled)
    title: str
    load: LoadFramework = field(validator=_is_function)

    @property
    def name(self) -> str:
        """The name under which it is known: its id."""
        return self.id

    @classmethod
    def from_toml(cls, resource: Traversable) -> Self:
        """Return a framework that is pure data; the file is read whole when loaded.

        Raises:
            ValueError: The file has no id or no title.  Other faults are raised,
                all at once, when the framework is loaded.
        """
        known, title = read_heading(resource)
        return cls(id=known, title=title, load=cache(partial(read_framework, resource)))


class LoadVocabulary(Protocol):
    """Give the words of a language.  The same ones at each call."""

    def __call__(self) -> Vocabulary: ...


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

    def __call__(self, content: bytes, name: str, limits: Limits, /) -> Book: ...


class SecondOpinion(Protocol):
    """Read a file by other means and say where they differ from the reader.

    Each difference is a finding at its cell.

    Raises:
        UnreadableFileError: The reader itself could not read the file.
        CallError: The other means are not installed.
    """

    def __call__(self, content: bytes, name: str, /) -> tuple[Finding, ...]: ...


class WriteForm(Protocol):
    """Draw a form to fill in, as the bytes of one file that the reader can read.

    The file is of the first kind among the reader's patterns.  Pure: same form, same
    bytes.
    """

    def __call__(self, form: Form, /) -> bytes: ...


class Annotate(Protocol):
    """Write findings on a copy of a file that the reader can read.

    All else in the file stays as it was, and what an earlier run wrote is taken away
    first.  A file without remarks, old or new, comes back byte for byte.  Pure: same
    file and remarks, same bytes.

    Raises:
        UnreadableFileError: This file cannot be annotated; the sentence is for the
            delegate who sent it.
    """

    def __call__(self, content: bytes, name: str, remarks: Remarks, /) -> bytes: ...


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

    def __call__(self, plan: WorkPlan, question: Question, /) -> Scorecard: ...


@frozen(kw_only=True)
class Scorer:
    """A way to score progress.

    Attributes:
        name: Its name, shared by all plugins.
        summary: What it measures, in one line.
        score: Scores a plan.
        counts: What the parts of its scores are: ``activities`` or ``indicators``.
        takes_policy: Whether it follows the policy of the question.
    """

    name: str = field(validator=_is_name)
    summary: str
    score: ScorePlan = field(validator=_is_function)
    counts: str = "activities"
    takes_policy: bool = False


def _no_score(plan: WorkPlan) -> Scorecard:
    return Scorecard(method="none")


@frozen(kw_only=True)
class ReportRequest:
    """What a report is to be made from, and for whom.

    Attributes:
        plan: What the submissions say together of the programme under review.
        elsewhere: Activities that report on other programmes only.
        prepared: What the country has prepared for the meeting.
        framework: The framework under review; None where none is known.
        country: The country whose report it is; None for a regional one.
        meeting: The meeting for which it is; None for none.
        members: The members of ASEAN on the first day of the meeting.
        all_members: Every member ever, for names.
        as_of: The day as of which to tell progress; None for the newest reports.
        audience: Who may read it.
        language: In which language.
        second_language: The other language of a paper in two; empty for one.
        translate: Gives fixed phrases in that language.
        score: Scores a plan, or a part of one, by the method that was asked for.
        manifest: From what the plan came.
    """

    plan: WorkPlan
    elsewhere: tuple[Activity, ...] = field(default=(), converter=frozen_items)
    prepared: Prepared = field(factory=Prepared)
    framework: Framework | None = None
    country: Member | None = None
    meeting: Meeting | None = None
    members: tuple[Member, ...] = field(default=(), converter=frozen_items)
    all_members: tuple[Member, ...] = field(default=(), converter=frozen_items)
    as_of: Moment | None = None
    audience: Audience = field(default=Audience.INTERNAL, converter=audience_of)
    language: str = "en"
    second_language: str = ""
    translate: Translate = in_english
    score: Callable[[WorkPlan], Scorecard] = _no_score
    manifest: Manifest = Manifest()


class BuildReport(Protocol):
    """Build a report.  Pure: same request, same report."""

    def __call__(self, request: ReportRequest, /) -> Report: ...


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

    def __call__(self, report: Report, /) -> bytes: ...


class RenderOn(Protocol):
    """Lay out a report on a letterhead, which it may refuse as unreadable.  Pure."""

    def __call__(self, report: Report, letterhead: bytes, /) -> bytes: ...


@frozen(kw_only=True)
class Exporter:
    """A format in which reports can be written.

    Attributes:
        name: Its name, shared by all plugins.
        summary: What it is, in one line.
        suffix: Ending of its files, such as ``.docx``.
        render: Lays out a report.
        render_on: Lays out a report on a letterhead; None if it takes none.
    """

    name: str = field(validator=_is_name)
    summary: str
    suffix: str = field(validator=validators.matches_re(r"\.[a-z0-9]+(\.[a-z0-9]+)*"))
    render: Render = field(validator=_is_function)
    render_on: RenderOn | None = field(
        default=None, validator=validators.optional(_is_function)
    )
