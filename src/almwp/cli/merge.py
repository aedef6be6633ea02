"""The command ``almwp merge``: put submissions together and save the plan."""

from pathlib import Path

import click

from almwp.cli.app import App
from almwp.cli.options import COUNTRY_OF_FILES, FILES, FRAMEWORK, LANGUAGE, MAPPING
from almwp.cli.reading import plan_for
from almwp.errors import CallError


@click.command()
@FILES
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to save the plan in, such as plan.json.",
)
@LANGUAGE
@FRAMEWORK
@COUNTRY_OF_FILES
@MAPPING
@click.pass_obj
def merge(
    app: App,
    files: tuple[Path, ...],
    path: Path,
    language: str,
    framework: str | None,
    from_country: str | None,
    mapping: Path | None,
) -> int:
    """Put submissions together; contradictions are kept and named.

    \b
    almwp merge examples/submissions -o plan.json
    """
    from almwp.codec import write_plan
    from almwp.workflow.between import conflict_findings
    from almwp.workflow.files import PLAN_SUFFIX
    from almwp.workflow.writing import write_whole

    if path.suffix.lower() != PLAN_SUFFIX:
        # A workbook named here by mistake would be written over.
        raise CallError(
            "a plan is saved in a file ending in {suffix}, not in '{path}'",
            suffix=PLAN_SUFFIX,
            path=path,
        )
    translate = app.session.translate(language)
    read = plan_for(
        app,
        files,
        translate,
        country=from_country,
        framework=framework,
        mapping=mapping,
    )
    write_whole(path, write_plan(read.plan).encode())
    for _, found in conflict_findings(read.plan):
        said = found.message(translate)
        severity = translate(found.severity)
        click.echo(f"{found.at}: {severity} {found.code}: {said}", err=True)
    click.echo(path)
    return read.exit_code
