"""The command ``almwp export``: any report in any format."""

from typing import TYPE_CHECKING

import click

from almwp.cli import completing
from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.reading import plan_for
from almwp.cli.reportoptions import ReportCall, report_options
from almwp.cli.saying import hand_on, say
from almwp.cli.standardstreams import is_dash, write_standard_output
from almwp.cli.waiting import busy, waiting

if TYPE_CHECKING:
    from almwp.model.workplan import WorkPlan
    from almwp.workflow.reporting import Wanted


@click.command(cls=CommandWithExamples)
@click.option(
    "--report",
    required=True,
    shell_complete=completing.reports,
    metavar="NAME",
    help="Kind of report.",
)
@click.option(
    "--print",
    "is_printed",
    is_flag=True,
    help="Print the report instead of writing a file; in one format of text.",
)
@report_options
def export(app: App, call: ReportCall, report: str, *, is_printed: bool) -> int:
    """Write any report in any format; ``almwp plugins`` lists both.

    \b
    almwp export examples/submissions --report progress --to markdown
    almwp export examples/submissions --report overlaps --to json --print
    """
    return write_report(app, report, call, is_printed=is_printed)


def write_report(
    app: App, name: str, call: ReportCall, *, is_printed: bool = False
) -> int:
    """Build the report *name* and write it in each format, or print it in one.

    Raises:
        CallError: What is to be printed is in several formats, or is no text.
    """
    from almwp.catalogue.meetings import find_meeting
    from almwp.cli.sparing import refuse_what_is_read
    from almwp.errors import CallError
    from almwp.model.nationalposition import NationalPosition
    from almwp.model.position import Audience
    from almwp.workflow.heldback import what_is_held_back
    from almwp.workflow.layingout import exporters_of
    from almwp.workflow.meanings import country_of, day_from, meeting_of
    from almwp.workflow.reporting import Wanted
    from almwp.workflow.reportsettings import (
        left_out_of,
        refuse_untold,
        settings_of,
        with_settings,
    )
    from almwp.workflow.reportwriting import (
        file_bytes,
        refuse_letterhead,
        write_formats,
    )
    from almwp.workflow.scoring import scoring_of
    from almwp.workflow.unsaid import METHOD

    session = app.session
    for language in call.languages[1:]:
        session.translate(language)
    translate = session.translate(call.language)
    # What is wrong with the call is said before files are read.
    exporters = exporters_of(call.formats, session.plugins)
    is_handed_on = is_dash(call.folder)
    if (is_printed or is_handed_on) and len(exporters) != 1:
        raise CallError("name one format to print, with --to")
    if call.letterhead is not None:
        refuse_letterhead(exporters, session.plugins)
    session.plugins.reports[name]
    settings = settings_of(call.told, exporters)
    refuse_untold(exporters, settings)
    if call.country is not None:
        country_of(call.country)
    if call.meeting is not None and find_meeting(call.meeting):
        meeting_of(call.meeting, day_from(call.date) if call.date else None)
    wanted = Wanted(
        report=name,
        country=call.country,
        meeting=call.meeting,
        date=day_from(call.date) if call.date else None,
        audience=Audience(call.audience),
        language=call.language,
        second_language=call.second_language,
        scoring=scoring_of(METHOD, ("outcome",), call.as_of, call.framework),
    )
    read = plan_for(
        app,
        call.files,
        translate,
        country=call.from_country,
        framework=call.framework,
        mapping=call.mapping,
    )
    file_name = _file_name(wanted, read.plan)
    with busy(app, "build"):
        built = with_settings(session.report(read.plan, wanted), settings)
        left_out = left_out_of(built, exporters, session.plugins)
    for sentence in left_out:
        say(f"almwp: {sentence}", err=True)
    if isinstance(built.data, NationalPosition):
        for finding in what_is_held_back(read.plan, wanted):
            said = f"{finding.at}: {finding.message(translate)}"
            say(f"almwp: {said}; {finding.hint(translate)}", err=True)
    if is_handed_on:
        (exporter,) = exporters
        with waiting(app) as on_step:
            content = file_bytes(
                built, exporter.name, session.plugins, call.letterhead, on_step
            )
        write_standard_output(content, f"-o {file_name}{exporter.suffix}")
        return read.exit_code
    if is_printed:
        content = session.render(built, exporters[0].name)
        try:
            content.decode()
        except UnicodeDecodeError:
            raise CallError(
                "{format} is no text; leave --print out, or add --to markdown",
                format=exporters[0].name,
            ) from None
        hand_on(content)
        return read.exit_code
    for each in exporters:
        target = call.folder / f"{file_name}{each.suffix}"
        refuse_what_is_read(target, call.files, session.plugins)
    with waiting(app) as on_step:
        written = write_formats(
            built,
            call.formats,
            call.folder / file_name,
            session.plugins,
            call.letterhead,
            is_packed=call.is_packed,
            on_step=on_step,
        )
    for path in written:
        say(path)
    return read.exit_code


def _file_name(wanted: "Wanted", plan: "WorkPlan") -> str:
    """Name the file after what it is, so that no audience's file replaces another's."""
    from almwp.workflow.meanings import country_of
    from almwp.workflow.reporting import meeting_for

    parts = [wanted.report]
    if wanted.country is not None:
        parts.append(country_of(wanted.country).iso2)
    meeting = meeting_for(plan, wanted)
    if meeting is not None:
        parts.append(meeting.id)
    if wanted.scoring.as_of:
        parts.append(f"as-of-{wanted.scoring.as_of}")
    if wanted.audience != "internal":
        parts.append(wanted.audience)
    languages = [code for code in (wanted.language, wanted.second_language) if code]
    if languages != ["en"]:
        parts += languages
    return "-".join(parts)
