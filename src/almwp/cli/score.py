"""The command ``almwp score``: a table of scores with coverage and bounds."""

from pathlib import Path

import click

from almwp.cli.app import App
from almwp.cli.options import (
    AS_OF,
    COUNTRY_OF_FILES,
    FORMAT,
    FRAMEWORK,
    LANGUAGE,
)
from almwp.cli.reading import plan_for


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--method", default="implementation", show_default=True, metavar="NAME")
@click.option(
    "--by",
    default="outcome",
    show_default=True,
    metavar="SCOPES",
    help="outcome, area, body, country; separated by commas.",
)
@click.option(
    "--published",
    metavar="ID",
    help="Score the count that was published for this framework, without files.",
)
@AS_OF
@FRAMEWORK
@COUNTRY_OF_FILES
@FORMAT
@LANGUAGE
@click.pass_obj
def score(
    app: App,
    files: tuple[Path, ...],
    method: str,
    by: str,
    published: str | None,
    as_of: str | None,
    framework: str | None,
    from_country: str | None,
    output: str,
    language: str,
) -> int:
    """Score activities by state, with what is not known as bounds.

    \b
    almwp score examples/submissions --by outcome,country
    almwp score examples/submissions --as-of slom-20
    almwp score --published SLOM-WG-WP-2021-2025
    """
    from almwp.cli.scoretable import print_scorecard
    from almwp.errors import CallError

    if bool(files) == bool(published):
        raise CallError("name files to score, or a framework with --published")
    session = app.session
    translate = session.translate(language)
    exit_code = 0
    if published:
        card = session.score_published(published)
    else:
        read = plan_for(
            app, files, translate, country=from_country, framework=framework
        )
        exit_code = read.exit_code
        scopes = [scope.strip() for scope in by.split(",") if scope.strip()]
        card = session.score(
            read.plan, method=method, by=scopes, as_of=as_of, framework=framework
        )
    if output == "json":
        from almwp.codec import to_json

        click.echo(to_json(card), nl=False)
    else:
        print_scorecard(card, language)
    return exit_code
