"""Read the files of a command: show progress, and say what could not be read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from almwp.cli.app import App, language_asked
from almwp.cli.saying import on_one_line, say
from almwp.cli.standardstreams import with_standard_input
from almwp.cli.waiting import busy, waiting
from almwp.errors import NoActivitiesError
from almwp.findings.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from almwp.errors import Translate
    from almwp.intake.mapping import FieldMapping
    from almwp.model.decision import Decision
    from almwp.model.submission import Submission
    from almwp.model.workplan import WorkPlan
    from almwp.workflow.reading import ReadFiles


@frozen(kw_only=True)
class PlanRead:
    """A plan made from the files of a command.

    Attributes:
        plan: What the files that could be read say together.
        exit_code: 3 if a file could not be read, 1 if values were kept out, else 0.
        failed: 3 if a file could not be read, else 0: for an answer that is right
            whatever else was kept out.
        unread: The files that could not be read.
    """

    plan: "WorkPlan"
    exit_code: int
    failed: int = 0
    unread: tuple[Path, ...] = ()


def read_for(
    app: App,
    files: tuple[Path, ...],
    *,
    country: str | None = None,
    framework: str | None = None,
    cross_read: bool = False,
    mapping: "Path | FieldMapping | None" = None,
) -> "ReadFiles":
    """Read *files*, ``-`` too; name what was left out in folders."""
    app, files = with_standard_input(app, files)
    with waiting(app) as on_step:
        read = app.session.read(
            files,
            country=country,
            framework=framework,
            cross_read=cross_read,
            mapping=mapping,
            on_step=on_step,
        )
    translate = app.session.translate(language_asked())
    for path in read.left_out:
        said = translate("left out, no reader takes such files: {path}")
        say(f"almwp: {said.format(path=on_one_line(str(path)))}", err=True)
    return read


def plan_for(
    app: App,
    files: tuple[Path, ...],
    translate: "Translate",
    *,
    country: str | None = None,
    framework: str | None = None,
    mapping: Path | None = None,
    only_activities: bool = False,
    decisions: "Iterable[Decision] | None" = None,
) -> PlanRead:
    """Read *files* and merge them; what is wrong is said on standard error.

    Args:
        app: What the command was called with.
        files: The files.
        translate: Into the language of the messages.
        country: Who sends files that do not say so.
        framework: The programme of files that do not name one.
        mapping: What the headings of the files mean.
        only_activities: Whether files without any activity are of no use.
        decisions: What people decided, instead of what saved plans bring along.

    Raises:
        Exit: Not one of the files could be read; why not has been said.
        NoActivitiesError: They hold no activity, and nothing else of use.
    """
    from almwp.workflow.between import each_contradiction

    read = read_for(app, files, country=country, framework=framework, mapping=mapping)
    for failure in read.failures:
        say(f"almwp: {on_one_line(failure.message(translate))}", err=True)
    codes = [failure.exit_code for failure in read.failures]
    if codes and len(codes) == len(read.files):
        raise click.exceptions.Exit(max(codes))
    for file in read.files:
        for note in file.notes:
            sentence = f"{note.message(translate)}; {note.hint(translate)}"
            say(f"almwp: {note.at}: {sentence}", err=True)
    with busy(app, "merge"):
        plan = app.session.merge(read, decisions)
    is_said = say_what_was_kept_out(plan.submissions, translate)
    if plan.conflicts:
        sentence = translate(
            "contradictions between the files: {count}; almwp check names them"
        )
        count = sum(1 for _ in each_contradiction(plan))
        say(f"almwp: {sentence.format(count=count)}", err=True)
    is_empty = not plan.activities and (only_activities or not _holds_more(plan))
    if read.submissions and is_empty:
        if is_said:
            raise click.exceptions.Exit(NoActivitiesError.exit_code)
        raise NoActivitiesError()
    has_errors = any(s.has_errors for s in plan.submissions)
    failed = max(codes, default=0)
    return PlanRead(
        plan=plan,
        exit_code=failed or int(has_errors),
        failed=failed,
        unread=tuple(file.path for file in read.files if file.failure),
    )


def _holds_more(plan: "WorkPlan") -> bool:
    """Say whether a plan without activities has anything else, as a position has."""
    return any(
        s.indicators or s.proposals or s.agenda or s.asks for s in plan.submissions
    )


def say_what_was_kept_out(
    submissions: "Iterable[Submission]", translate: "Translate"
) -> bool:
    """Name what is wrong with a file as a whole; count what is wrong in its cells.

    Returns:
        Whether anything was wrong with a file as a whole.
    """
    is_said = False
    for submission in submissions:
        errors = [f for f in submission.findings if f.severity is Severity.ERROR]
        whole = [f for f in errors if f.at.sheet is None]
        for finding in whole:
            message, hint = finding.message(translate), finding.hint(translate)
            say(f"almwp: {finding.at}: {message}; {hint}", err=True)
            is_said = True
        if len(errors) > len(whole):
            sentence = translate(
                "values that were kept out: {count}; almwp check names them"
            )
            said = sentence.format(count=len(errors) - len(whole))
            say(f"almwp: {submission.file}: {said}", err=True)
    return is_said
