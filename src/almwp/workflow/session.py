"""A session: the plugins that were loaded, and all that can be done with them.

Each job is imported when it is asked for: a session that reads does not load what
compares, carries over or writes.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from almwp.model.ids import FrameworkId
from almwp.model.position import Audience
from almwp.model.scopekind import ScopeKind
from almwp.workflow.oneorseveral import names_of, path_of, plan_of
from almwp.workflow.sessionreading import SessionReading
from almwp.workflow.steps import tell_nobody
from almwp.workflow.unsaid import METHOD

if TYPE_CHECKING:
    from almwp.intake.form import Form
    from almwp.intake.mapping import FieldMapping
    from almwp.model.report import Report
    from almwp.model.score import Scorecard
    from almwp.model.workplan import WorkPlan
    from almwp.plan.carryover import CarriedOver
    from almwp.workflow.annotating import Annotated
    from almwp.workflow.carryover import WantedCarryOver
    from almwp.workflow.compared import Compared
    from almwp.workflow.merging import Decided, Sent
    from almwp.workflow.oneorseveral import AsOf, Names, Scopes
    from almwp.workflow.reading import ReadFiles
    from almwp.workflow.reporting import Wanted
    from almwp.workflow.steps import OnStep
    from almwp.workflow.templates import WantedTemplate


@frozen(kw_only=True)
class Session(SessionReading):
    """The plugins that were loaded, and what can be done with them.

    Example:
        ``plan = session.merge(session.read(["examples/submissions"]))``
    """

    def template(self, wanted: "WantedTemplate") -> "Form":
        """Return a form to fill in, with what was reported last where that is given."""
        from almwp.workflow.templates import make_template

        return make_template(wanted, self.reading.lexicon, self.plugins)

    def write_form(self, form: "Form", path: Path | str) -> None:
        """Write *form* into a new file; one that is there is never written over."""
        from almwp.workflow.templates import write_template

        write_template(form, path_of(path), self.plugins)

    def annotate(
        self,
        read: "ReadFiles",
        folder: Path | str,
        *,
        language: str | None = None,
        on_step: "OnStep" = tell_nobody,
    ) -> "Annotated":
        """Write marked copies of files, as :func:`annotate_files` does."""
        from almwp.workflow.annotating import annotate_files

        target = path_of(folder)
        return annotate_files(read.files, target, self.reading, language, on_step)

    def merge(self, sent: "Sent", decisions: "Decided" = None) -> "WorkPlan":
        """Return what was *sent* says together, as :func:`merge_sent` does."""
        from almwp.workflow.merging import merge_sent

        return merge_sent(sent, decisions)

    def compare(
        self,
        old: "Path | str | WorkPlan",
        new: "Path | str | WorkPlan",
        *,
        language: str = "en",
        country: str | None = None,
        framework: str | None = None,
        mapping: "Path | str | FieldMapping | None" = None,
    ) -> "Compared":
        """Say what changed from *old* to *new*: files, folders or plans.

        Args:
            old: The old version.
            new: The new version.
            language: Language of the words.
            country: Whose records to compare; all, when not given.
            framework: Id of the programme of files that do not name one.
            mapping: What the headings mean, or the file that says it.

        Raises:
            UnreadableFileError: A file could not be read.
            UnknownNameError: There is no such country, framework or language.
        """
        from almwp.workflow.comparing import compare_paths, compared
        from almwp.workflow.meanings import country_of

        translate = self.translate(language)
        whose = country_of(country).iso2 if country else None

        def read(paths: list[Path]) -> "ReadFiles":
            return self.read(paths, framework=framework, mapping=mapping)

        first, second = compare_paths(old, new, read, self.plugins)
        return compared(first, second, language, translate, country=whose)

    def carry_over(
        self, plan: "WorkPlan", wanted: "WantedCarryOver", *, language: str = "en"
    ) -> "CarriedOver":
        """Say what each activity of *plan* becomes, as :func:`carry_over` does."""
        from almwp.workflow.carryover import carry_over

        return carry_over(plan_of(plan), wanted, self.plugins, self.translate(language))

    def score(
        self,
        plan: "WorkPlan",
        *,
        method: str = METHOD,
        by: "Scopes" = ScopeKind.OUTCOME,
        as_of: "AsOf | None" = None,
        framework: str | None = None,
        policy: Path | str | None = None,
    ) -> "Scorecard":
        """Score *plan*.

        Args:
            plan: The plan.
            method: Name of the scorer.
            by: By what to tell scores apart: outcome, area, body, country.
            as_of: A date of any precision or a meeting; the newest reports, when not
                given.
            framework: Id of that by which to roll up; the plan's, when not given.
            policy: The file with the choices on which the scores are to rest.

        Raises:
            UnknownNameError: There is no such scorer or framework.
            CallError: *as_of* is no date or meeting, or *policy* cannot be used.
        """
        from almwp.workflow.scoring import score_plan, scoring_of

        how = scoring_of(method, by, as_of, framework, policy)
        return score_plan(plan_of(plan), how, self.plugins)

    def score_published(
        self,
        framework: str,
        tally: str | None = None,
        *,
        method: str = METHOD,
        by: "Scopes" = (),
        as_of: "AsOf | None" = None,
    ) -> "Scorecard":
        """Score a count that was published for *framework* without its list."""
        from almwp.workflow.scoring import score_published, scoring_of

        scoring = scoring_of(method, by, as_of, None)
        return score_published(FrameworkId(framework), tally, scoring, self.plugins)

    def position(
        self,
        plan: "WorkPlan",
        *,
        country: str,
        meeting: str,
        date: "AsOf | None" = None,
        audience: Audience | str = Audience.INTERNAL,
        language: str = "en",
        second_language: str = "",
        as_of: "AsOf | None" = None,
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

        Raises:
            UnknownNameError: There is no such country, meeting, audience or language.
            CallError: *date* is no date, or the meeting is on another day.
        """
        from almwp.workflow.reportwanted import wanted_report

        wanted = wanted_report(
            "position",
            country=country,
            meeting=meeting,
            date=date,
            audience=audience,
            language=language,
            second_language=second_language,
            as_of=as_of,
        )
        return self.report(plan, wanted)

    def report(self, plan: "WorkPlan", wanted: "Wanted") -> "Report":
        """Build any report from *plan*."""
        from almwp.workflow.reporting import build_report

        return build_report(plan_of(plan), wanted, self.plugins)

    def render(self, report: "Report", exporter: str) -> bytes:
        """Lay out *report* in a format, as the bytes of one file."""
        from almwp.workflow.layingout import render_report

        return render_report(report, exporter, self.plugins)

    def write(
        self,
        report: "Report",
        formats: "Names",
        folder: Path | str,
        name: str,
        letterhead: Path | str | None = None,
        *,
        is_packed: bool = False,
    ) -> tuple[Path, ...]:
        """Write *report* in each of *formats* into *folder*, as files called *name*.

        All formats are laid out before the first is written; each file is written
        whole or not at all.  They are returned in the order of *formats*.

        Args:
            report: The report.
            formats: The name of an exporter, or several.
            folder: Where to; made if need be.
            name: Name of the files, without an ending.
            letterhead: The file on whose letterhead to write.
            is_packed: Whether a format of several files writes one ZIP file instead of
                a folder.

        Raises:
            UnknownNameError: There is no such format.
            CallError: Two formats would be written to the same file, or one takes no
                letterhead.
            UnreadableFileError: The letterhead cannot be read or taken over.
            UnwritableFileError: A file could not be written.
        """
        from almwp.workflow.reportwriting import write_formats

        on = None if letterhead is None else Path(letterhead)
        target = path_of(folder) / name
        return write_formats(
            report, names_of(formats), target, self.plugins, on, is_packed=is_packed
        )

    def write_file(
        self,
        what: "Report | WorkPlan",
        path: Path | str,
        *,
        format: str | None = None,  # noqa: A002 - the word of the field
        letterhead: Path | str | None = None,
        settings: Mapping[str, str] = MappingProxyType({}),
        on_step: "OnStep" = tell_nobody,
        replaces: str | None = None,
    ) -> Path:
        """Write a report or a plan to one file, as :func:`write_file` does."""
        from almwp.workflow.filewriting import write_file

        on = None if letterhead is None else Path(letterhead)
        told = settings.items()
        return write_file(
            what,
            path_of(path),
            self.plugins,
            format,
            on,
            on_step,
            told,
            replaces,
        )


def started(session: Session | None) -> Session:
    """Return *session*; where none is given, one with the installed plugins."""
    return Session.start() if session is None else session
