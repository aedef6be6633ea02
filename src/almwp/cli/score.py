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
    MAPPING,
)
from almwp.cli.reading import plan_for


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--method", default="implementation", show_default=True, metavar="NAME")
@click.option(
    "--by",
    metavar="SCOPES",
    help="outcome, area, body, country; separated by commas.  [default: outcome]",
)
@click.option(
    "--published",
    metavar="ID",
    help="Score the count that was published for this framework, without files.",
)
@AS_OF
@FRAMEWORK
@COUNTRY_OF_FILES
@MAPPING
@FORMAT
@LANGUAGE
@click.pass_obj
def score(
    app: App,
    files: tuple[Path, ...],
    method: str,
    by: str | None,
    published: str | None,
    as_of: str | None,
    framework: str | None,
    from_country: str | None,
    mapping: Path | None,
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
    from almwp.workflow.scoring import scoring_of

    if bool(files) == bool(published):
        raise CallError("name files to score or a framework with --published, not both")
    session = app.session
    translate = session.translate(language)
    if by is None:
        by = "" if published else "outcome"
    scopes = [scope.strip() for scope in by.split(",") if scope.strip()]
    # What is wrong with the call is said before files are read.
    scoring_of(method, scopes, as_of, framework)
    session.plugins.scorers[method]
    exit_code = 0
    if published:
        card = session.score_published(published, method=method, by=scopes, as_of=as_of)
    else:
        read = plan_for(
            app,
            files,
            translate,
            country=from_country,
            framework=framework,
            mapping=mapping,
            only_activities=True,
        )
        exit_code = read.exit_code
        card = session.score(
            read.plan, method=method, by=scopes, as_of=as_of, framework=framework
        )
    if output == "json":
        from almwp.codec import to_json

        click.echo(to_json(card), nl=False)
    else:
        print_scorecard(card, language, translate)
    return exit_code
