"""What ``import almwp`` offers as functions, each thin over a session.

Each loads the installed plugins anew, or works in the session that it is given.  There
is no session in the background, so calls in several threads do not meet.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from almwp.model.position import Audience
from almwp.model.scopekind import ScopeKind
from almwp.workflow.oneorseveral import path_of
from almwp.workflow.session import Session, started
from almwp.workflow.steps import tell_nobody
from almwp.workflow.unsaid import METHOD

if TYPE_CHECKING:
    from almwp.intake.limits import Limits
    from almwp.model.report import Report
    from almwp.model.score import Scorecard
    from almwp.model.workplan import WorkPlan
    from almwp.workflow.merging import Sent
    from almwp.workflow.oneorseveral import AsOf, Paths, Scopes
    from almwp.workflow.reading import ReadFiles
    from almwp.workflow.steps import OnStep


def read(
    paths: "Paths",
    *,
    country: str | None = None,
    framework: str | None = None,
    cross_read: bool = False,
    mapping: Path | str | None = None,
    limits: "Limits | None" = None,
    on_step: "OnStep" = tell_nobody,
    session: Session | None = None,
) -> "ReadFiles":
    """Read workbooks, saved plans and folders of them.

    A file that cannot be read is among the result's ``failures`` and does not stop the
    others.

    Args:
        paths: A file or a folder, or several.
        country: Who sends files that do not say so, by ISO code or name.
        framework: Id of the programme of files that do not name one.
        cross_read: Whether to compare with the reader's second opinion.
        mapping: The file that says what headings mean.
        limits: How much a file may ask for; as the session says, when not given.
        on_step: Is told each :class:`Step`: before each file, every 500 rows, and when
            all is done.  It stops the work by raising :class:`Cancelled`.
        session: The plugins to use; the installed ones, loaded anew, when not given.

    Raises:
        UnknownNameError: There is no such country or framework.
        CallError: The mapping cannot be meant, or names what is in no file.
        Cancelled: *on_step* stopped the work.

    Example:
        >>> import almwp
        >>> files = almwp.read("examples/submissions")
        >>> files.failures
        ()
    """
    return started(session).read(
        paths,
        country=country,
        framework=framework,
        cross_read=cross_read,
        mapping=mapping,
        limits=limits,
        on_step=on_step,
    )


def merge(sent: "Sent", *, decisions: Path | str | None = None) -> "WorkPlan":
    """Return what was *sent* says together; contradictions are kept, with both owners.

    It needs no plugins, and therefore no session.

    Args:
        sent: The files that were read; or submissions.
        decisions: The file that says what was decided on contradictions; it takes the
            place of what saved plans bring along.

    Raises:
        CallError: The decisions cannot be read, or say what cannot be meant.

    Example:
        >>> import almwp
        >>> plan = almwp.merge(almwp.read(["examples/submissions"]))
        >>> len(plan.activities) == len(plan.rows())
        True
    """
    from almwp.workflow.decisions import read_decisions
    from almwp.workflow.merging import merge_sent

    if decisions is None:
        return merge_sent(sent)
    return merge_sent(sent, read_decisions(path_of(decisions)).decisions)


def score(
    plan: "WorkPlan",
    *,
    method: str = METHOD,
    by: "Scopes" = ScopeKind.OUTCOME,
    as_of: "AsOf | None" = None,
    framework: str | None = None,
    policy: Path | str | None = None,
    session: Session | None = None,
) -> "Scorecard":
    """Score *plan*.  Values are exact fractions, most often shares from 0 to 1.

    Args:
        plan: The plan.
        method: Name of the scorer.
        by: By what to tell scores apart: outcome, area, body, country; or several.
        as_of: A date of any precision or a meeting; the newest reports, when not
            given.
        framework: Id of that by which to roll up; the plan's, when not given.
        policy: The file with the choices on which the scores are to rest.
        session: The plugins to use; the installed ones, loaded anew, when not given.

    Raises:
        UnknownNameError: There is no such scorer, scope or framework.
        CallError: *as_of* is no date or meeting, or *policy* cannot be used.
        PluginError: The scorer broke.

    Example:
        >>> import almwp
        >>> plan = almwp.merge(almwp.read(["examples/submissions"]))
        >>> card = almwp.score(plan, by=["outcome"])
        >>> card.lines[0].score.value
        Fraction(11, 16)
    """
    return started(session).score(
        plan, method=method, by=by, as_of=as_of, framework=framework, policy=policy
    )


def position(
    plan: "WorkPlan",
    *,
    country: str,
    meeting: str,
    date: "AsOf | None" = None,
    audience: Audience | str = Audience.INTERNAL,
    language: str = "en",
    second_language: str = "",
    as_of: "AsOf | None" = None,
    session: Session | None = None,
) -> "Report":
    """Build the national position of *country* for *meeting*.

    Args:
        plan: What the submissions say together.
        country: ISO code or name.
        meeting: Id or name of the meeting.
        date: First day of a meeting that the catalogue does not know.
        audience: Who may read it: internal, delegation or meeting.
        language: Language of headings and fixed phrases.
        second_language: The language that stands beside it; empty for none.
        as_of: The day as of which to tell progress; the newest reports, when not
            given.
        session: The plugins to use; the installed ones, loaded anew, when not given.

    Raises:
        UnknownNameError: There is no such country, meeting, audience or language.
        CallError: *date* is no date, or the meeting is on another day.
        NoActivitiesError: The plan holds nothing to tell of.
        PluginError: The report broke.

    Example:
        >>> import almwp
        >>> plan = almwp.merge(almwp.read(["examples/submissions"]))
        >>> report = almwp.position(plan, country="VN", meeting="slom-21")
        >>> report.audience.value
        'internal'
    """
    return started(session).position(
        plan,
        country=country,
        meeting=meeting,
        date=date,
        audience=audience,
        language=language,
        second_language=second_language,
        as_of=as_of,
    )


def write(
    what: "Report | WorkPlan",
    path: Path | str,
    *,
    format: str | None = None,  # noqa: A002 - the word of the field
    letterhead: Path | str | None = None,
    settings: Mapping[str, str] = MappingProxyType({}),
    on_step: "OnStep" = tell_nobody,
    replaces: str | None = None,
    session: Session | None = None,
) -> Path:
    """Write a report, or save a plan, to the file *path*, whole or not at all.

    The ending of *path* says the form: ``.docx``, ``.html``, ``.md``, ``.json``...  A
    file that is there already is replaced.

    Args:
        what: A report in the form of the ending; or a plan, saved as ``.json``, which
            :func:`read` takes again.
        path: The file; or the folder, for a format that is one.
        format: Name of the exporter; known by the ending, when not given.
        letterhead: The file on whose letterhead to write.
        settings: What only you know and the format asks for, by name, such as
            ``iati.reporting-org``.
        on_step: Is told each :class:`Step` before the file is written.  It stops the
            work by raising :class:`Cancelled`.
        replaces: For a plan, the ``sha256`` of the file that gives way to it, as it was
            read; any other that stands there is another program's, and stays.
        session: The plugins to use; the installed ones, loaded anew, when not given.

    Returns:
        The file that was written.

    Raises:
        UnknownNameError: There is no such format.
        CallError: The ending is that of no format, of several or of another one; or
            the format demands a setting.
        UnreadableFileError: The letterhead cannot be read or taken over.
        UnwritableFileError: The file could not be written.
        PluginError: The exporter broke.
        Cancelled: *on_step* stopped the work.

    Example:
        >>> import almwp
        >>> plan = almwp.merge(almwp.read(["examples/submissions"]))
        >>> almwp.write(plan, "plan.json").name
        'plan.json'
    """
    return started(session).write_file(
        what,
        path,
        format=format,
        letterhead=letterhead,
        settings=settings,
        on_step=on_step,
        replaces=replaces,
    )
