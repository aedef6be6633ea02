"""The command ``almwp score``: a table of scores with coverage and bounds."""

import sys
from pathlib import Path

import click

from almwp.cli import completing
from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.options import (
    AS_OF,
    BY,
    COUNTRY_OF_FILES,
    FILES_IF_ANY,
    FORMAT_OR_TABLE,
    FRAMEWORK,
    LANGUAGE,
    LIMIT,
    MAPPING,
    METHOD,
    POLICY,
    scopes_of,
)
from almwp.cli.reading import plan_for
from almwp.cli.standardstreams import is_dash
from almwp.cli.waiting import busy


@click.command(cls=CommandWithExamples)
@FILES_IF_ANY
@METHOD
@BY
@click.option(
    "--published",
    shell_complete=completing.framework_ids,
    metavar="ID",
    help="Score the count that was published for this framework, without files.",
)
@AS_OF
@FRAMEWORK
@COUNTRY_OF_FILES
@MAPPING
@LIMIT
@POLICY
@FORMAT_OR_TABLE
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write json or csv into this file; - is standard output.",
)
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
    policy: Path | None,
    output: str,
    path: Path | None,
    language: str,
) -> int:
    """Score activities by state, with what is not known as bounds.

    \b
    almwp score examples/submissions --by outcome,country
    almwp score examples/submissions --as-of slom-20
    almwp score examples/submissions --format csv -o scores.csv
    almwp score --published SLOM-WG-WP-2021-2025
    """
    from almwp.cli.scorefile import refuse_other_endings, write_scorecard
    from almwp.cli.scoretable import print_scorecard
    from almwp.cli.sparing import refuse_what_is_read
    from almwp.errors import CallError
    from almwp.workflow.scoring import refuse_unused_policy, scoring_of

    if not files and not published:
        raise CallError(
            "nothing was named to score; name files, or a framework with --published"
        )
    if files and published:
        raise CallError("name files to score or a framework with --published, not both")
    if published and policy:
        raise CallError("--policy is for files; leave it out with --published")
    if is_dash(path):
        path = None
    if path is not None:
        refuse_other_endings(path, output)
        refuse_what_is_read(path, files, app.session.plugins)
    session = app.session
    translate = session.translate(language)
    scopes = scopes_of(by, "" if published else "outcome")
    # What is wrong with the call is said before files are read.
    scoring = scoring_of(method, scopes, as_of, framework, policy)
    scorer = session.plugins.scorers[method]
    refuse_unused_policy(scoring, session.plugins)
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
            only_activities=scorer.counts == "activities",
        )
        exit_code = read.exit_code
        with busy(app, "score"):
            card = session.score(
                read.plan,
                method=method,
                by=scopes,
                as_of=as_of,
                framework=framework,
                policy=policy,
            )
    if output == "text":
        print_scorecard(card, language, translate, with_bars=sys.stdout.isatty())
    else:
        write_scorecard(card, output, path, language)
    return exit_code
