"""The command ``almwp template``: a workbook to fill in."""

from pathlib import Path

import click

from almwp.cli.app import App
from almwp.cli.reading import read_for


@click.command()
@click.argument("kind")
@click.option("--framework", metavar="ID", help="Programme on which to report.")
@click.option("--country", metavar="CODE", help="Who fills it in: VN or Viet Nam.")
@click.option(
    "--lang",
    "language",
    default="en",
    show_default=True,
    metavar="CODE",
    help="Its language; English stands beside it.",
)
@click.option(
    "--from",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Fill in what these reported last; may be given several times.",
)
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; alm-KIND-COUNTRY.xlsx in this folder, when not given.",
)
@click.pass_obj
def template(
    app: App,
    kind: str,
    framework: str | None,
    country: str | None,
    language: str,
    files: tuple[Path, ...],
    path: Path | None,
) -> int:
    """Write a workbook to fill in: progress, proposals, position or framework.

    A file that is there already is never written over.

    \b
    almwp template progress --framework ALM-WP-2021-2025 --country VN --lang vi
    almwp template progress --country VN --from plan.json -o next-report.xlsx
    """
    from almwp.workflow.templates import WantedTemplate, file_name, phrases_in

    session = app.session
    translate = phrases_in(language, session.plugins)
    read = read_for(app, files) if files else None
    for failure in read.failures if read else ():
        click.echo(f"almwp: {failure.message(translate)}", err=True)
    codes = [failure.exit_code for failure in read.failures] if read else []
    if read and codes and len(codes) == len(read.files):
        return max(codes)
    wanted = WantedTemplate(
        kind=kind,
        framework=framework,
        country=country,
        language=language,
        submissions=read.submissions if read else (),
    )
    form = session.template(wanted)
    target = path or Path(file_name(kind, country, session.plugins))
    session.write_form(form, target)
    said = translate("{row}: '{label}' could not be filled in; type it anew: {value}")
    for lost in form.left_out:
        place = f"{target.name}!{lost.table}"
        words = said.format(row=lost.row, label=lost.label, value=lost.value)
        click.echo(f"{place}: {words}", err=True)
    click.echo(target)
    return max(codes, default=0)
