"""The command ``almwp export``: any report in any format."""

from typing import TYPE_CHECKING

import click

from almwp.cli.app import App
from almwp.cli.options import ReportCall, report_options
from almwp.cli.reading import plan_for
from almwp.errors import CallError

if TYPE_CHECKING:
    from almwp.workflow.reporting import Wanted


@click.command()
@click.option("--report", required=True, metavar="NAME", help="Kind of report.")
@report_options
def export(app: App, call: ReportCall, report: str) -> int:
    """Write any report in any format; ``almwp plugins`` lists both.

    \b
    almwp export examples/submissions --report progress --to markdown
    """
    return write_report(app, report, call)


def write_report(app: App, name: str, call: ReportCall) -> int:
    """Build the report *name*, write it in each format, and print the files."""
    from almwp.model.ids import FrameworkId
    from almwp.model.moment import Moment
    from almwp.model.position import Audience
    from almwp.workflow.reporting import Wanted, as_of_from
    from almwp.workflow.scoring import Scoring

    session = app.session
    translate = session.translate(call.language)
    # What is wrong with the call is said before files are read.
    for each in call.formats:
        session.plugins.exporters[each]
    session.plugins.reports[name]
    try:
        day = Moment.parse(call.date) if call.date else None
    except ValueError as error:
        raise CallError(
            "'{date}' is no date such as 2026-11-18", date=call.date
        ) from error
    scoring = Scoring(
        as_of=as_of_from(call.as_of) if call.as_of else None,
        framework=FrameworkId(call.framework) if call.framework else None,
    )
    wanted = Wanted(
        report=name,
        country=call.country,
        meeting=call.meeting,
        date=day,
        audience=Audience(call.audience),
        language=call.language,
        scoring=scoring,
    )
    read = plan_for(
        app,
        call.files,
        translate,
        country=call.from_country,
        framework=call.framework,
    )
    built = session.report(read.plan, wanted)
    file_name = _file_name(wanted)
    for path in session.write(built, call.formats, call.folder, file_name):
        click.echo(path)
    return read.exit_code


def _file_name(wanted: "Wanted") -> str:
    """Name the file after what it is, so that no audience's file replaces another's."""
    from almwp.workflow.reporting import country_of, meeting_of

    parts = [wanted.report]
    if wanted.country:
        parts.append(country_of(wanted.country).iso2)
    if wanted.meeting:
        parts.append(meeting_of(wanted.meeting, wanted.date).id)
    if wanted.audience != "internal":
        parts.append(wanted.audience)
    if wanted.language != "en":
        parts.append(wanted.language)
    return "-".join(parts)
