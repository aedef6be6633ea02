"""The command ``almwp carry-over``: what each activity becomes in the next period."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from almwp.cli import completing
from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.nextprogramme import with_next_programme
from almwp.cli.options import (
    AS_OF,
    COUNTRY_OF_FILES,
    CROSSWALK,
    FILES,
    FORMAT_OR_TABLE,
    FRAMEWORK,
    LANGUAGE,
    LIMIT,
    MAPPING,
)
from almwp.cli.reading import plan_for
from almwp.cli.saying import say
from almwp.cli.standardstreams import is_dash, refuse_dash
from almwp.errors import CallError

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.model.workplan import WorkPlan
    from almwp.plan.carryover import CarriedOver


@click.command("carry-over", cls=CommandWithExamples)
@FILES
@click.option(
    "--to",
    shell_complete=completing.frameworks,
    required=True,
    metavar="ID-or-FILE",
    help="The next programme: its id, or a file of your own: my-framework.toml.",
)
@CROSSWALK
@click.option(
    "--country",
    shell_complete=completing.countries,
    metavar="CODE",
    help="Only what this country decides: VN or Viet Nam.",
)
@AS_OF
@FRAMEWORK
@COUNTRY_OF_FILES
@MAPPING
@LIMIT
@FORMAT_OR_TABLE
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write json or csv into this file; it is written anew; - is standard output.",
)
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a workbook of proposals with the undecided activities filled in.",
)
@click.option(
    "--figure",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Draw how many become what, as a file ending in .svg or .png.",
)
@LANGUAGE
@click.pass_obj
def carry_over(
    app: App,
    files: tuple[Path, ...],
    to: str,
    crosswalk: Path | None,
    country: str | None,
    as_of: str | None,
    framework: str | None,
    from_country: str | None,
    mapping: Path | None,
    output: str,
    path: Path | None,
    template: Path | None,
    figure: Path | None,
    language: str,
) -> int:
    """Say what each activity of a programme becomes in the next one, and why.

    \b
    almwp carry-over examples/submissions --to ALM-WP-2026-2030
    almwp carry-over reports proposals.xlsx --to ALM-WP-2026-2030 --country VN
    almwp carry-over plan.json --to my-framework.toml --crosswalk crosswalk.toml
    almwp carry-over plan.json --to ALM-WP-2026-2030 --figure carried.svg
    """
    from almwp.cli.carryoverfile import refuse_other_endings, write_carried
    from almwp.cli.carryoverpicture import refuse_other_pictures, write_picture
    from almwp.cli.carryovertable import print_carried
    from almwp.cli.sparing import refuse_what_is_read
    from almwp.workflow.carryover import WantedCarryOver
    from almwp.workflow.carryover import carry_over as carried_over
    from almwp.workflow.crosswalks import read_crosswalk
    from almwp.workflow.meanings import as_of_from, country_of
    from almwp.workflow.scoring import load_framework

    # What is wrong with the call is said before files are read.
    if is_dash(path):
        path = None
    if path is not None:
        given = [*files, crosswalk] if crosswalk else files
        refuse_other_endings(path, output, given)
        refuse_what_is_read(path, files, app.session.plugins)
    if figure is not None:
        refuse_other_pictures(figure, [p for p in (*files, crosswalk, mapping) if p])
    reading, app, to = with_next_programme(app, to)
    session = app.session
    translate = session.translate(language)
    if framework is not None:
        load_framework(framework, session.plugins)
    wanted = WantedCarryOver(
        to=to,
        framework=framework,
        successions=read_crosswalk(crosswalk) if crosswalk else (),
        crosswalk=crosswalk.name if crosswalk else "",
        country=country_of(country).iso2 if country is not None else None,
        as_of=as_of_from(as_of) if as_of is not None else None,
        language=language,
    )
    if crosswalk and not any(s.new_framework == to for s in wanted.successions):
        raise CallError(
            "{path}: the crosswalk does not lead to {programme}",
            path=crosswalk,
            programme=to,
        )
    refuse_dash(template, "--template")
    if template is not None:
        _refuse_template(app, template)
    read = plan_for(
        reading,
        files,
        translate,
        country=from_country,
        framework=framework,
        mapping=mapping,
    )
    carried = carried_over(read.plan, wanted, session.plugins, translate)
    if output == "text":
        print_carried(carried, language, translate)
    else:
        write_carried(carried, output, path, language)
    if template is not None:
        _write_template(app, carried, read.plan, template, language, translate)
    if figure is not None:
        write_picture(carried, figure, language, translate)
    # What fits nothing is a fault of the crosswalk, as in frameworks crosswalk.
    return read.exit_code or int(any(each.holds_back for each in carried.doubts))


def _refuse_template(app: App, path: Path) -> None:
    """Refuse a template that could not be written, before files are read.

    Raises:
        CallError: It is there already, or no reader writes such files.
    """
    from almwp.workflow.templates import reader_that_writes

    reader_that_writes(path, app.session.plugins)
    if path.exists() or path.is_symlink():
        raise CallError(
            "'{path}' is there already and may be filled in; delete it, or name "
            "another file with --template",
            path=path,
        )


def _write_template(
    app: App,
    carried: "CarriedOver",
    plan: "WorkPlan",
    path: Path,
    language: str,
    translate: "Translate",
) -> None:
    from almwp.cli.template import say_left_out
    from almwp.plan.carryover import ActivityFate
    from almwp.workflow.carryovertemplate import template_of

    session = app.session
    if not carried.becoming(ActivityFate.UNDECIDED):
        said = translate("nothing is undecided; no template was written")
        say(f"almwp: {said}", err=True)
        return
    form = template_of(
        carried, plan, session.reading.lexicon, session.plugins, language, translate
    )
    session.write_form(form, path)
    say_left_out(form, path, translate)
    say(path, err=True)
