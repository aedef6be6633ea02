"""The command ``almwp explain``: why something is what it is."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from almwp.cli import completing
from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.explainnote import (
    AUDIENCE,
    REPORT,
    PaperCall,
    explained_note,
    refuse_paper_options,
)
from almwp.cli.options import (
    AS_OF,
    BY,
    COUNTRY_OF_FILES,
    FILES_IF_ANY,
    FORMAT,
    FRAMEWORK,
    LANGUAGE,
    LIMIT,
    MAPPING,
    METHOD,
    POLICY,
    scopes_of,
)
from almwp.cli.reading import plan_for, read_for
from almwp.cli.reportoptions import COUNTRY, DATE, MEETING
from almwp.cli.saying import say

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.findings.rule import Finding


@click.command(cls=CommandWithExamples)
@click.argument("what", metavar="WHAT", shell_complete=completing.codes)
@FILES_IF_ANY
@METHOD
@BY
@AS_OF
@FRAMEWORK
@COUNTRY_OF_FILES
@MAPPING
@LIMIT
@POLICY
@REPORT
@COUNTRY
@MEETING
@DATE
@AUDIENCE
@FORMAT
@LANGUAGE
@click.pass_obj
def explain(
    app: App,
    /,
    what: str,
    files: tuple[Path, ...],
    method: str,
    by: str | None,
    as_of: str | None,
    framework: str | None,
    from_country: str | None,
    mapping: Path | None,
    policy: Path | None,
    output: str,
    language: str,
    **paper: str | None,
) -> int:
    """Tell why a finding, an activity, an indicator or a figure is what it is.

    WHAT is a code or the name of a rule; or, with files, the id, number or title of
    an activity or an indicator; or a figure: all, programme, or a kind and an id or
    title, and after / the name of a share or a group; or a cell, as findings and
    papers name it; or a note of a paper by its mark.

    \b
    almwp explain ALM207
    almwp explain "ASEAN-OSHNET Conference" examples/submissions
    almwp explain outcome:1 examples/submissions
    almwp explain "country=Viet Nam/ongoing" examples/submissions --lang vi
    almwp explain "Labour productivity" reports --policy policy.toml
    almwp explain "programme/sex: women" reports --method achievement
    almwp explain 'ph-report-slom21.xlsx!SLOM 21!E11' examples/submissions
    almwp explain note:12 examples/submissions --country VN --meeting slom-21
    """
    from attrs import evolve

    from almwp.cli.explaintext import print_explained
    from almwp.errors import NoActivitiesError
    from almwp.workflow.explaining import (
        explain_in_plan,
        explain_rules,
        refuse_without_files,
    )
    from almwp.workflow.explainingcells import names_a_cell
    from almwp.workflow.explainingnotes import note_wanted
    from almwp.workflow.explainingrules import rules_named
    from almwp.workflow.namedinplan import named_in_plan
    from almwp.workflow.scoring import refuse_unused_policy, scoring_of
    from almwp.workflow.storedcells import with_stored

    plugins = app.session.plugins
    translate = app.session.translate(language)
    # What is wrong with the call is said before files are read.
    scoring = scoring_of(method, scopes_of(by), as_of, framework, policy)
    scorer = plugins.scorers[method]
    refuse_unused_policy(scoring, plugins)
    exit_code = 0
    explained = None
    mark = note_wanted(what)
    if mark is not None:
        explained, exit_code = explained_note(
            app,
            what,
            mark,
            files,
            PaperCall(**paper),
            scoring,
            language=language,
            from_country=from_country,
            mapping=mapping,
        )
    else:
        refuse_paper_options(PaperCall(**paper))
    if mark is None and rules_named(what, plugins):
        found, exit_code = _findings(
            app, files, translate, from_country, framework, mapping
        )
        explained = explain_rules(what, plugins, translate, language, found)
    if explained is None and not files:
        raise refuse_without_files(what, plugins)
    if explained is None:
        read = plan_for(
            app,
            files,
            translate,
            country=from_country,
            framework=framework,
            mapping=mapping,
        )
        named = named_in_plan(read.plan, what, translate)
        is_of_plan = not (named or names_a_cell(what))
        if scorer.counts == "activities" and is_of_plan and not read.plan.activities:
            raise NoActivitiesError()
        exit_code = read.failed
        explained = explain_in_plan(
            what, read.plan, scoring, plugins, translate, language
        )
        cells = with_stored(explained.cells, files, app.session.reading)
        explained = evolve(explained, cells=cells)
    if output == "json":
        from almwp.codec.text import to_json

        say(to_json(explained), nl=False)
    else:
        print_explained(explained, translate, language)
    return exit_code


def _findings(
    app: App,
    files: tuple[Path, ...],
    translate: "Translate",
    country: str | None,
    framework: str | None,
    mapping: Path | None,
) -> "tuple[tuple[Finding, ...], int]":
    """Return what was found in *files* and between them, and the exit code."""
    from almwp.workflow.between import findings_between
    from almwp.workflow.checking import findings_of

    if not files:
        return (), 0
    read = read_for(app, files, country=country, framework=framework, mapping=mapping)
    for failure in read.failures:
        say(f"almwp: {failure.message(translate)}", err=True)
    found = [each for file in read.files for each in findings_of(file, translate)]
    for each in findings_between(read.files).values():
        found += each
    return tuple(found), max((f.exit_code for f in read.failures), default=0)
