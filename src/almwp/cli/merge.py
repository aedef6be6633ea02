"""The command ``almwp merge``: put submissions together and save the plan."""

from pathlib import Path

import click

from almwp.cli.app import App
from almwp.cli.options import COUNTRY_OF_FILES, FILES, FRAMEWORK, LANGUAGE
from almwp.cli.reading import plan_for


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
@click.pass_obj
def merge(
    app: App,
    files: tuple[Path, ...],
    path: Path,
    language: str,
    framework: str | None,
    from_country: str | None,
) -> int:
    """Put submissions together; contradictions are kept and named.

    \b
    almwp merge examples/submissions -o plan.json
    """
    from almwp.codec import write_plan
    from almwp.workflow.writing import write_whole

    translate = app.session.translate(language)
    read = plan_for(app, files, translate, country=from_country, framework=framework)
    write_whole(path, write_plan(read.plan).encode())
    for conflict in read.plan.conflicts:
        claims = "; ".join(
            f"{c.owner}: {c.value} ({c.origin})" for c in conflict.claims
        )
        click.echo(
            f"conflict: {conflict.activity}: {conflict.field}: {claims}", err=True
        )
    click.echo(path)
    return read.exit_code
