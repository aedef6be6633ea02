"""A session: the plugins that were loaded, and all that can be done with them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Self

from attrs import evolve, frozen

from almwp.errors import PluginError, Translate, UnknownNameError
from almwp.intake.form import Form
from almwp.intake.limits import Limits
from almwp.intake.mapping import FieldMapping
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.moment import Moment
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.model.score import ScopeKind, Scorecard
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import merge
from almwp.plugins.loading import load_plugins
from almwp.plugins.registry import Plugins
from almwp.workflow.annotating import Annotated, annotate_files
from almwp.workflow.checking import Checked, checked
from almwp.workflow.mappings import mapping_from
from almwp.workflow.meanings import country_of, day_from
from almwp.workflow.messages import translation_into
from almwp.workflow.reading import ReadFiles, Reading, read_files
from almwp.workflow.reporting import Wanted, build_report, render_report
from almwp.workflow.reportwriting import write_formats
from almwp.workflow.scoring import METHOD, score_plan, score_published, scoring_of
from almwp.workflow.templates import WantedTemplate, make_template, write_template
from almwp.workflow.words import words_of


def _say_nothing(path: Path) -> None:
    """Do nothing with the file that is being read."""


@frozen(kw_only=True)
class Session:
    """The plugins that were loaded, and what can be done with them.

    Attributes:
        plugins: What was loaded, and what failed.
        reading: What reading needs to know.

    Example:
        ``plan = session.merge(session.read(["examples/submissions"]).submissions)``
    """

    plugins: Plugins
    reading: Reading

    @classmethod
    def start(
        cls,
        *,
        without: Iterable[str] = (),
        strict: bool = False,
        extra: Mapping[str, object] = MappingProxyType({}),
        limits: Limits | None = None,
    ) -> Self:
        """Load plugins and start a session.

        Args:
            without: Names of plugins to leave alone.
            strict: Whether a plugin that fails is fatal.
            extra: Plugin objects by name, for those that are not installed.
            limits: How much a file may ask for.

        Raises:
            UnknownNameError: A name in *without* is not that of a plugin.
            PluginError: A plugin failed, and *strict* was asked for.
        """
        plugins = load_plugins(extra=extra, disabled=without, strict=strict)
        return cls.of(plugins, limits or Limits(), strict=strict)

    @classmethod
    def of(cls, plugins: Plugins, limits: Limits, *, strict: bool = False) -> Self:
        """Start a session with *plugins* that are loaded already.

        A language or a framework that cannot be loaded is among the ``failures`` of
        the session's plugins, and files are read without it.

        Raises:
            PluginError: One of them broke, and *strict* was asked for.
        """
        known, failures = words_of(plugins)
        if strict and failures:
            raise PluginError(failures[0].plugin, failures[0].why)
        plugins = evolve(plugins, failures=(*plugins.failures, *failures))
        reading = Reading(plugins=plugins, lexicon=known, limits=limits)
        return cls(plugins=plugins, reading=reading)

    def translate(self, language: str) -> Translate:
        """Return the translation of messages into *language*.

        Raises:
            UnknownNameError: There is no such language.
        """
        return translation_into(language, self.plugins)

    def read(
        self,
        paths: Iterable[Path | str],
        *,
        country: str | None = None,
        framework: str | None = None,
        cross_read: bool = False,
        mapping: Path | str | FieldMapping | None = None,
        on_file: Callable[[Path], None] = _say_nothing,
    ) -> ReadFiles:
        """Read workbooks, saved plans and folders of workbooks.

        A file that cannot be read is among the result's ``failures`` and does not
        stop the others.

        Args:
            paths: Files and folders.
            country: Who sends files that do not say so, by ISO code or name.
            framework: Id of the programme of files that do not name one.
            cross_read: Whether to compare with the reader's second opinion.
            mapping: What the headings mean, or the file that says it.
            on_file: Is told each file before it is read.

        Raises:
            UnknownNameError: There is no such country or framework.
            CallError: The mapping cannot be meant, or names what is in no file.
        """
        reading = evolve(self.reading, cross_read=cross_read)
        if country is not None:
            code: CountryCode = country_of(country).iso2
            reading = evolve(reading, country=code)
        if framework is not None:
            self.plugins.frameworks[framework]  # an unknown one is said at once
            reading = evolve(reading, framework=FrameworkId(framework))
        if mapping is not None:
            known = mapping_from(mapping, reading.lexicon)
            reading = evolve(reading, mapping=known)
        return read_files([Path(path) for path in paths], reading, on_file)

    def check(
        self,
        paths: Iterable[Path | str],
        *,
        language: str = "en",
        cross_read: bool = False,
        mapping: Path | str | FieldMapping | None = None,
    ) -> Checked:
        """Read *paths* and say what was found in each file, in *language*."""
        if mapping is not None:
            mapping = mapping_from(mapping, self.reading.lexicon)
        read = self.read(paths, cross_read=cross_read, mapping=mapping)
        return checked(read.files, self.translate(language), mapping=mapping)

    def template(self, wanted: WantedTemplate) -> Form:
        """Return a form to fill in, with what was reported last where that is given."""
        return make_template(wanted, self.reading.lexicon, self.plugins)

    def write_form(self, form: Form, path: Path | str) -> None:
        """Write *form* into a new file; one that is there is never written over."""
        write_template(form, Path(path), self.plugins)

    def annotate(
        self, read: ReadFiles, folder: Path | str, *, language: str | None = None
    ) -> Annotated:
        """Write marked copies of files, as :func:`annotate_files` does."""
        return annotate_files(read.files, Path(folder), self.reading, language)

    def merge(self, submissions: Iterable[Submission]) -> WorkPlan:
        """Return what *submissions* say together, contradictions included."""
        return merge(submissions)

    def score(
        self,
        plan: WorkPlan,
        *,
        method: str = METHOD,
        by: Sequence[ScopeKind | str] = (ScopeKind.OUTCOME,),
        as_of: Moment | str | None = None,
        framework: str | None = None,
        policy: Path | str | None = None,
    ) -> Scorecard:
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
        how = scoring_of(method, by, as_of, framework, policy)
        return score_plan(plan, how, self.plugins)

    def score_published(
        self,
        framework: str,
        tally: str | None = None,
        *,
        method: str = METHOD,
        by: Sequence[ScopeKind | str] = (),
        as_of: Moment | str | None = None,
    ) -> Scorecard:
        """Score a count that was published for *framework* without its list."""
        scoring = scoring_of(method, by, as_of, None)
        return score_published(FrameworkId(framework), tally, scoring, self.plugins)

    def position(
        self,
        plan: WorkPlan,
        *,
        country: str,
        meeting: str,
        date: Moment | str | None = None,
        audience: Audience | str = Audience.INTERNAL,
        language: str = "en",
        second_language: str = "",
        as_of: Moment | str | None = None,
    ) -> Report:
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
        day = day_from(date) if isinstance(date, str) else date
        if audience not in set(Audience):
            raise UnknownNameError("audience", audience, tuple(Audience))
        wanted = Wanted(
            report="position",
            country=country,
            meeting=meeting,
            date=day,
            audience=audience,
            language=language,
            second_language=second_language,
            scoring=scoring_of(METHOD, (ScopeKind.OUTCOME,), as_of, None),
        )
        return self.report(plan, wanted)

    def report(self, plan: WorkPlan, wanted: Wanted) -> Report:
        """Build any report from *plan*."""
        return build_report(plan, wanted, self.plugins)

    def render(self, report: Report, exporter: str) -> bytes:
        """Lay out *report* in a format, as the bytes of one file."""
        return render_report(report, exporter, self.plugins)

    def write(
        self,
        report: Report,
        formats: Iterable[str],
        folder: Path | str,
        name: str,
        letterhead: Path | str | None = None,
    ) -> tuple[Path, ...]:
        """Write *report* in each of *formats* into *folder*.

        All formats are laid out before the first is written; each file is written
        whole or not at all.

        Args:
            report: The report.
            formats: Names of exporters.
            folder: Where to; made if need be.
            name: Name of the files, without an ending.
            letterhead: The file on whose letterhead to write.

        Returns:
            The files, in the order of *formats*.

        Raises:
            UnknownNameError: There is no such format.
            CallError: Two formats would be written to the same file, or one takes no
                letterhead.
            UnreadableFileError: The letterhead cannot be read or taken over.
            UnwritableFileError: A file could not be written.
        """
        on = None if letterhead is None else Path(letterhead)
        return write_formats(report, formats, Path(folder) / name, self.plugins, on)
