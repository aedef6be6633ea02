"""Tell what stands behind a note of a paper: build the paper, find it, print it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from almwp.cli.app import App
from almwp.cli.explaincell import cell_lines
from almwp.cli.reading import plan_for
from almwp.cli.reportoptions import AUDIENCES
from almwp.errors import CallError
from almwp.model.surely import surely

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.model.report import Report
    from almwp.model.workplan import WorkPlan
    from almwp.workflow.explainednote import ExplainedNote, ExplainedStatement
    from almwp.workflow.explaining import Explained
    from almwp.workflow.scoring import Scoring

REPORT = click.option(
    "--report", metavar="NAME", help="Of a note: the kind of its paper."
)
AUDIENCE = click.option(
    "--audience", type=AUDIENCES, help="Of a note: who may read its paper."
)


@frozen(kw_only=True)
class PaperCall:
    """What the options say of the paper whose note is meant.

    Attributes:
        report: The kind of report; ``position``, when not given.
        country: Whose report.
        meeting: For which meeting.
        date: First day of a meeting that almwp does not know.
        audience: Who may read it; internal, when not given.
    """

    report: str | None
    country: str | None
    meeting: str | None
    date: str | None
    audience: str | None


def refuse_paper_options(paper: PaperCall) -> None:
    """Refuse options of a paper where no note is asked for.

    Raises:
        CallError: One of them was given.
    """
    for name in ("report", "country", "meeting", "date", "audience"):
        if getattr(paper, name) is not None:
            raise CallError(
                "--{name} says of which paper a note is; ask for one such as note:12",
                name=name,
            )


def explained_note(
    app: App,
    what: str,
    mark: int,
    files: tuple[Path, ...],
    paper: PaperCall,
    scoring: "Scoring",
    *,
    language: str,
    from_country: str | None,
    mapping: Path | None,
) -> "tuple[Explained, int]":
    """Return what stands behind the note *mark* of a paper, and the exit code.

    Args:
        app: What the command was called with.
        what: The words by which the note was asked for.
        mark: Its number.
        files: A report in JSON, or the files of which the paper is made, or both.
        paper: Which paper is meant.
        scoring: How the paper scores.
        language: Language of the paper and of the answer.
        from_country: Who sends files that do not say so.
        mapping: What the headings of the files mean.

    Raises:
        CallError: No file is named, several reports are, or there is no such note.
        UnreadableFileError: A file could not be read.
    """
    from attrs import evolve

    from almwp.model.workplan import WorkPlan
    from almwp.workflow.explaining import Explained
    from almwp.workflow.explainingnotes import explain_note, read_report
    from almwp.workflow.scoring import score_plan
    from almwp.workflow.storedcells import with_stored

    if not files:
        raise CallError(
            "to explain a note, name the files of its paper as well, or the paper in "
            "JSON"
        )
    session = app.session
    found = {path: report for path in files if (report := read_report(path))}
    if len(found) > 1:
        raise CallError("name one report; {count} were named", count=len(found))
    sources = tuple(path for path in files if path not in found)
    plan, card, exit_code = None, None, 0
    if sources:
        read = plan_for(
            app,
            sources,
            session.translate(language),
            country=from_country,
            framework=scoring.framework,
            mapping=mapping,
        )
        plan, exit_code = read.plan, read.failed
    if found:
        refuse_paper_options(paper)
        (report,) = found.values()
    else:  # no report was given, so a file was
        report = _built(app, surely(WorkPlan, plan), paper, scoring, language)
    if plan is not None:
        card = score_plan(plan, scoring, session.plugins)
    note = explain_note(mark, report, plan, card, language)
    cells = with_stored(note.cells, sources, session.reading) if sources else note.cells
    explained = Explained(
        what=what, notes=[evolve(note, cells=cells)], manifest=report.manifest
    )
    return explained, exit_code


def _built(
    app: App, plan: "WorkPlan", paper: PaperCall, scoring: "Scoring", language: str
) -> "Report":
    from almwp.model.position import Audience
    from almwp.workflow.meanings import day_from
    from almwp.workflow.reporting import Wanted

    wanted = Wanted(
        report=paper.report or "position",
        country=paper.country,
        meeting=paper.meeting,
        date=day_from(paper.date) if paper.date else None,
        audience=Audience(paper.audience or "internal"),
        language=language,
        scoring=scoring,
    )
    return app.session.report(plan, wanted)


def note_lines(note: "ExplainedNote", translate: "Translate") -> Iterator[str]:
    """Give the lines that tell what rests on *note*, and what became of its cells."""
    said = translate("note {mark} of {count}: {paper}")
    yield said.format(mark=note.mark, count=note.of, paper=note.paper)
    yield f"  {translate('stands behind')}:"
    for statement in note.statements:
        yield from _statement(statement, translate)
    for cell in note.cells:
        yield ""
        yield from cell_lines(cell, translate)


def _statement(
    statement: "ExplainedStatement", translate: "Translate"
) -> Iterator[str]:
    place = [translate(statement.kind)]
    if statement.section:
        place.append(statement.section[-1])
    place += [" ".join(w.split()) for w in (statement.row, statement.column) if w]
    yield f"    {' > '.join(place)}"
    yield from (f"      {line}" for line in statement.text.splitlines() if line.strip())
