"""What else ``import almwp`` offers as functions: check, compare, and so on."""

from pathlib import Path
from typing import TYPE_CHECKING

from almwp.model.position import Audience
from almwp.workflow.oneorseveral import path_of
from almwp.workflow.session import Session, started
from almwp.workflow.steps import tell_nobody

if TYPE_CHECKING:
    from almwp.intake.limits import Limits
    from almwp.model.report import Report
    from almwp.model.workplan import WorkPlan
    from almwp.plan.carryover import CarriedOver
    from almwp.workflow.checking import Checked
    from almwp.workflow.compared import Compared
    from almwp.workflow.oneorseveral import AsOf, Paths
    from almwp.workflow.steps import OnStep


def check(
    paths: "Paths",
    *,
    language: str = "en",
    country: str | None = None,
    framework: str | None = None,
    cross_read: bool = False,
    mapping: Path | str | None = None,
    limits: "Limits | None" = None,
    on_step: "OnStep" = tell_nobody,
    session: Session | None = None,
) -> "Checked":
    """Read *paths* and say what was found in each file, cell by cell.

    Args:
        paths: A file or a folder, or several.
        language: Language of messages and hints.
        country: Who sends files that do not say so, by ISO code or name.
        framework: Id of the programme of files that do not name one.
        cross_read: Whether to compare with the reader's second opinion.
        mapping: The file that says what headings mean.
        limits: How much a file may ask for, as :func:`read` takes it.
        on_step: Is told each :class:`Step`, as :func:`read` tells it.  It stops the
            work by raising :class:`Cancelled`.
        session: The plugins to use; the installed ones, loaded anew, when not given.

    Raises:
        UnknownNameError: There is no such language, country or framework.
        CallError: The mapping cannot be meant, or names what is in no file.
        Cancelled: *on_step* stopped the work.

    Example:
        >>> import almwp
        >>> found = almwp.check("examples/submissions")
        >>> {row["severity"] for row in found.rows()} <= {"error", "warning", "note"}
        True
    """
    return started(session).check(
        paths,
        language=language,
        country=country,
        framework=framework,
        cross_read=cross_read,
        mapping=mapping,
        limits=limits,
        on_step=on_step,
    )


def compare(
    old: "Path | str | WorkPlan",
    new: "Path | str | WorkPlan",
    *,
    language: str = "en",
    country: str | None = None,
    framework: str | None = None,
    mapping: Path | str | None = None,
    session: Session | None = None,
) -> "Compared":
    """Say what changed from *old* to *new*: files, folders or plans.

    Args:
        old: The old version.
        new: The new version.
        language: Language of the words.
        country: Whose records to compare; all, when not given.
        framework: Id of the programme of files that do not name one.
        mapping: The file that says what headings mean.
        session: The plugins to use; the installed ones, loaded anew, when not given.

    Raises:
        UnreadableFileError: A file could not be read.
        UnknownNameError: There is no such country, framework or language.

    Example:
        >>> import almwp
        >>> plan = almwp.merge(almwp.read(["examples/submissions"]))
        >>> almwp.compare(plan, plan).revised
        ()
    """
    return started(session).compare(
        old,
        new,
        language=language,
        country=country,
        framework=framework,
        mapping=mapping,
    )


def carry_over(
    plan: "WorkPlan",
    *,
    to: str,
    framework: str | None = None,
    crosswalk: Path | str | None = None,
    country: str | None = None,
    as_of: "AsOf | None" = None,
    language: str = "en",
    session: Session | None = None,
) -> "CarriedOver":
    """Say what each activity of *plan* becomes in the next programme, and why.

    Args:
        plan: The plan.
        to: Id of the next programme.
        framework: Id of the earlier one; found in the files, when not given.
        crosswalk: The file that says what areas and activities become.
        country: Whose activities and proposals to tell of; all, when not given.
        as_of: By when reports and proposals count; all do, when not given.
        language: Language of the words.
        session: The plugins to use; the installed ones, loaded anew, when not given.

    Raises:
        UnknownNameError: There is no such framework, country or language.
        UnreadableFileError: The crosswalk cannot be opened.
        CallError: It cannot be used, or the files report on no programme before *to*.

    Example:
        >>> import almwp
        >>> plan = almwp.merge(almwp.read(["examples/submissions"]))
        >>> carried = almwp.carry_over(plan, to="ALM-WP-2026-2030")
        >>> all(each.fate for each in carried.activities)
        True
    """
    from almwp.workflow.carryover import WantedCarryOver
    from almwp.workflow.crosswalks import read_crosswalk
    from almwp.workflow.meanings import as_of_from, country_of

    file = None if crosswalk is None else path_of(crosswalk)
    wanted = WantedCarryOver(
        to=to,
        framework=framework,
        successions=read_crosswalk(file) if file else (),
        crosswalk=file.name if file else "",
        country=None if country is None else country_of(country).iso2,
        as_of=None if as_of is None else as_of_from(as_of),
        language=language,
    )
    return started(session).carry_over(plan, wanted, language=language)


def report(
    plan: "WorkPlan",
    kind: str,
    *,
    country: str | None = None,
    meeting: str | None = None,
    date: "AsOf | None" = None,
    audience: Audience | str = Audience.INTERNAL,
    language: str = "en",
    second_language: str = "",
    as_of: "AsOf | None" = None,
    session: Session | None = None,
) -> "Report":
    """Build any report from *plan*, as ``almwp export`` does.

    Args:
        plan: The plan.
        kind: Name of the report, such as ``plan``, ``progress`` or ``position``.
        country: ISO code or name; none for a regional report.
        meeting: Id or name of the meeting; none for none.
        date: First day of a meeting that the catalogue does not know.
        audience: Who may read it: internal, delegation or meeting.
        language: Language of headings and fixed phrases.
        second_language: The language that stands beside it; empty for none.
        as_of: The day as of which to tell progress; the newest reports, when not
            given.
        session: The plugins to use; the installed ones, loaded anew, when not given.

    Raises:
        UnknownNameError: There is no such report, country, meeting, audience or
            language.
        CallError: The report lacks something that it needs.
        NoActivitiesError: The plan holds nothing to tell of.
        PluginError: The report broke.

    Example:
        >>> import almwp
        >>> plan = almwp.merge(almwp.read(["examples/submissions"]))
        >>> almwp.report(plan, "plan").audience.value
        'internal'
    """
    from almwp.workflow.reportwanted import wanted_report

    wanted = wanted_report(
        kind,
        country=country,
        meeting=meeting,
        date=date,
        audience=audience,
        language=language,
        second_language=second_language,
        as_of=as_of,
    )
    return started(session).report(plan, wanted)
