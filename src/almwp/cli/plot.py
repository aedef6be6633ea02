"""The command ``almwp plot``: a figure as SVG or PNG."""

from pathlib import Path

import click

from almwp.cli.app import App
from almwp.cli.options import (
    AS_OF,
    COUNTRY_OF_FILES,
    FILES,
    FRAMEWORK,
    LANGUAGE,
    MAPPING,
)
from almwp.cli.reading import plan_for


@click.command()
@click.argument("what", metavar="WHAT")
@FILES
@click.option(
    "--country",
    metavar="CODE",
    help="Whose activities or indicators: VN or Viet Nam; all, when not given.",
)
@AS_OF
@FRAMEWORK
@COUNTRY_OF_FILES
@MAPPING
@LANGUAGE
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["svg", "png"]),
    help="Format to write; may be given several times.  [default: svg]",
)
@click.option(
    "-o",
    "--output",
    "place",
    metavar="FILE-or-DIR",
    type=click.Path(path_type=Path),
    default=Path(),
    help="File ending in .svg or .png, or a folder; this one, when not given.",
)
@click.pass_obj
def plot(
    app: App,
    what: str,
    files: tuple[Path, ...],
    country: str | None,
    as_of: str | None,
    framework: str | None,
    from_country: str | None,
    mapping: Path | None,
    language: str,
    formats: tuple[str, ...],
    place: Path,
) -> int:
    """Draw a figure as SVG or PNG.

    WHAT is progress (by outcome, with bounds), timeline (of activities), members (by
    priority area), indicators (each with its path to the target), or the id, number
    or name of one indicator.

    \b
    almwp plot progress examples/submissions
    almwp plot timeline examples/submissions --country VN --as-of slom-20 -o vn.png
    almwp plot members examples/submissions --lang vi --to svg --to png -o figures
    """
    from almwp.drawing.missing import refuse_without_matplotlib
    from almwp.workflow.files import find_files
    from almwp.workflow.meanings import country_of
    from almwp.workflow.plotting import (
        Target,
        WantedPlot,
        plots,
        refuse_other_places,
        write_plots,
    )
    from almwp.workflow.scoring import METHOD, scoring_of

    session = app.session
    translate = session.translate(language)
    # What is wrong with the call is said before files are read.
    wanted = WantedPlot(
        what=what,
        country=country_of(country).iso2 if country else None,
        language=language,
        scoring=scoring_of(METHOD, ("outcome",), as_of, framework),
    )
    refuse_other_places(Target(place=place, formats=formats))
    refuse_without_matplotlib()
    read = plan_for(
        app,
        files,
        translate,
        country=from_country,
        framework=framework,
        mapping=mapping,
    )
    made = plots(read.plan, wanted, session.plugins)
    inputs = find_files(files, session.plugins)
    target = Target(place=place, formats=formats, inputs=tuple(inputs))
    for path in write_plots(made, target, translate):
        click.echo(path)
    return read.exit_code
