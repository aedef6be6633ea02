"""The command ``almwp plot``: a figure as SVG or PNG."""

from pathlib import Path

import click

from almwp.cli import completing
from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.options import (
    AS_OF,
    COUNTRY_OF_FILES,
    FILES,
    FRAMEWORK,
    LANGUAGE,
    MAPPING,
)
from almwp.cli.reading import plan_for
from almwp.cli.standardstreams import is_dash, write_standard_output
from almwp.cli.waiting import busy
from almwp.errors import CallError


@click.command(cls=CommandWithExamples)
@click.argument("what", metavar="WHAT", shell_complete=completing.figures)
@FILES
@click.option(
    "--country",
    shell_complete=completing.countries,
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
    help=(
        "File ending in .svg or .png, or a folder; this one, when not given; - for"
        " standard output."
    ),
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
        drawn_file,
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
    is_printed = is_dash(place)
    if is_printed and len(formats) > 1:
        raise CallError("standard output takes one format; name one with --to")
    if not is_printed:
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
    with busy(app, "draw"):
        made = plots(read.plan, wanted, session.plugins)
    if is_printed:
        name = formats[0] if formats else "svg"
        (figure, *others) = made
        if others:
            raise CallError(
                "there are {count} figures; name a folder for them with -o",
                count=len(made),
            )
        content = drawn_file(figure.figure, name, translate)
        write_standard_output(content, f"-o {figure.name}.{name}")
        return read.exit_code
    inputs = find_files(files, session.plugins)
    target = Target(place=place, formats=formats, inputs=tuple(inputs))
    with busy(app, "draw"):
        written = write_plots(made, target, translate)
    for path in written:
        click.echo(path)
    return read.exit_code
