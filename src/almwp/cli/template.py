"""The command ``almwp template``: a workbook to fill in."""

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from almwp.cli import completing
from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.options import FRAMEWORK, LIMIT
from almwp.cli.reading import read_for, say_what_was_kept_out
from almwp.cli.saying import say
from almwp.cli.standardstreams import is_dash, write_standard_output

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.intake.form import Form


@click.command(cls=CommandWithExamples)
@click.argument("kind", shell_complete=completing.forms)
@FRAMEWORK
@click.option(
    "--country",
    shell_complete=completing.countries,
    metavar="CODE",
    help="Who fills it in: VN or Viet Nam.",
)
@click.option(
    "--lang",
    "language",
    shell_complete=completing.languages,
    default="en",
    show_default=True,
    metavar="CODE",
    help=(
        "Its language; English stands beside it.  All of a form is there in en and vi; "
        "in others its headings are, as far as they are known."
    ),
)
@click.option(
    "--from",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Fill in what these reported last; may be given several times.",
)
@LIMIT
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help=(
        "The file to write, its folder made if need be; alm-KIND-COUNTRY.xlsx in this "
        "folder, when not given; - for standard output."
    ),
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
    from almwp.workflow.templates import (
        WantedTemplate,
        file_name,
        phrases_in,
        template_bytes,
    )

    session = app.session
    translate = phrases_in(language, session.plugins)
    read = read_for(app, files, framework=framework) if files else None
    for failure in read.failures if read else ():
        say(f"almwp: {failure.message(translate)}", err=True)
    codes = [failure.exit_code for failure in read.failures] if read else []
    if read and codes and len(codes) == len(read.files):
        return max(codes)
    submissions = read.submissions if read else ()
    say_what_was_kept_out(submissions, translate)
    wanted = WantedTemplate(
        kind=kind,
        framework=framework,
        country=country,
        language=language,
        submissions=submissions,
    )
    form = session.template(wanted)
    name = Path(file_name(kind, country, session.plugins))
    target = name if path is None or is_dash(path) else path
    if is_dash(path):
        content = template_bytes(form, target, session.plugins)
        write_standard_output(content, f"-o {name}")
    else:
        session.write_form(form, target)
        say(target)
    say_left_out(form, target, translate)
    has_errors = any(submission.has_errors for submission in submissions)
    return max(codes, default=int(has_errors))


def say_left_out(form: "Form", target: Path, translate: "Translate") -> None:
    """Say what could not be filled in: one value in one column once, with its rows."""
    one = translate("{row}: '{label}' could not be filled in; type it anew: {value}")
    several = translate(
        "'{label}' could not be filled in; type it anew: {value} ({count} rows: {rows})"
    )
    rows: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for lost in form.left_out:
        rows[lost.table, lost.label, lost.value].append(lost.row)
    for (table, label, value), about in rows.items():
        said = several if len(about) > 1 else one
        words = said.format(
            row=about[0],
            rows="; ".join(about),
            count=len(about),
            label=label,
            value=value,
        )
        say(f"{target.name}!{table}: {words}", err=True)
    if form.unnumbered:
        said = translate(
            "rows without the number that they had: {count}; another row has the same, "
            "so they are told by their titles"
        )
        say(f"{target.name}: {said.format(count=form.unnumbered)}", err=True)
