"""The command ``almwp export``: any report in any format."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from almwp.cli.app import App
from almwp.cli.options import report_options
from almwp.cli.reading import plan_for
from almwp.errors import CallError

if TYPE_CHECKING:
    from almwp.workflow.reporting import Wanted


@click.command()
@click.option("--report", required=True, metavar="NAME", help="Kind of report.")
@report_options
@click.pass_obj
def export(
    app: App,
    report: str,
    files: tuple[Path, ...],
    country: str | None,
    meeting: str | None,
    date: str | None,
    audience: str,
    formats: tuple[str, ...],
    folder: Path,
    language: str,
    as_of: str | None,
    framework: str | None,
    from_country: str | None,
) -> int:
    """Write any report in any format; ``almwp plugins`` lists both.

    \b
    almwp export examples/submissions --report progress --to markdown
    """
    return write_report(
        app,
        report,
        files,
        country=country,
        meeting=meeting,
        date=date,
        audience=audience,
        formats=formats or ("docx",),
        folder=folder,
        language=language,
        as_of=as_of,
        framework=framework,
        from_country=from_country,
    )


def write_report(
    app: App,
    name: str,
    files: tuple[Path, ...],
    *,
    country: str | None,
    meeting: str | None,
    date: str | None,
    audience: str,
    formats: tuple[str, ...],
    folder: Path,
    language: str,
    as_of: str | None,
    framework: str | None,
    from_country: str | None,
) -> int:
    """Build the report *name*, write it in each of *formats*, and print the files."""
    from almwp.model.ids import FrameworkId
    from almwp.model.moment import Moment
    from almwp.model.position import Audience
    from almwp.workflow.reporting import Wanted, as_of_from
    from almwp.workflow.scoring import Scoring

    session = app.session
    translate = session.translate(language)
    # What is wrong with the call is said before files are read.
    for each in formats:
        session.plugins.exporters[each]
    session.plugins.reports[name]
    try:
        day = Moment.parse(date) if date else None
    except ValueError as error:
        raise CallError("'{date}' is no date such as 2026-11-18", date=date) from error
    scoring = Scoring(
        as_of=as_of_from(as_of) if as_of else None,
        framework=FrameworkId(framework) if framework else None,
    )
    wanted = Wanted(
        report=name,
        country=country,
        meeting=meeting,
        date=day,
        audience=Audience(audience),
        language=language,
        scoring=scoring,
    )
    read = plan_for(app, files, translate, country=from_country, framework=framework)
    built = session.report(read.plan, wanted)
    for path in session.write(built, formats, folder, _file_name(wanted)):
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
