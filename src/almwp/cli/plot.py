"""The command ``almwp plot``: a figure as SVG or PNG."""

from pathlib import Path

import click
from attrs import evolve

from almwp.cli import completing
from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.nextprogramme import with_next_programme
from almwp.cli.options import (
    AS_OF,
    COUNTRY_OF_FILES,
    CROSSWALK,
    FILES,
    FRAMEWORK,
    LIMIT,
    MAPPING,
)
from almwp.cli.reading import plan_for
from almwp.cli.reportoptions import LANGUAGES
from almwp.cli.saying import say
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
@click.option(
    "--into",
    metavar="ID-or-FILE",
    help="The next programme, for carry-over: its id, or a file of your own.",
)
@CROSSWALK
@AS_OF
@FRAMEWORK
@COUNTRY_OF_FILES
@MAPPING
@LIMIT
@LANGUAGES
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["svg", "png"]),
    help="Format to write; may be given several times.  [default: svg]",
)
@click.option(
    "--pages",
    "in_pages",
    is_flag=True,
    help="Part a long figure into several files that fit on a page each.",
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
    into: str | None,
    crosswalk: Path | None,
    as_of: str | None,
    framework: str | None,
    from_country: str | None,
    mapping: Path | None,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    place: Path,
    *,
    in_pages: bool,
) -> int:
    """Draw a figure as SVG or PNG.

    WHAT is progress (by outcome, with bounds), timeline (of activities), members (by
    priority area), indicators (each with its path to the target), carry-over (what
    becomes of each activity in the next programme), or the id, number or name of one
    indicator.

    \b
    almwp plot progress examples/submissions
    almwp plot timeline examples/submissions --country VN --as-of slom-20 -o vn.png
    almwp plot members examples/submissions --lang en --lang vi --to svg --to png
    almwp plot carry-over examples/submissions --into ALM-WP-2026-2030
    """
    from almwp.drawing.missing import refuse_without_matplotlib
    from almwp.workflow.crosswalks import read_crosswalk
    from almwp.workflow.files import find_files
    from almwp.workflow.meanings import country_of
    from almwp.workflow.plotting import (
        WantedPlot,
        plots,
        refuse_other_wishes,
        words_of,
    )
    from almwp.workflow.plotwriting import (
        Target,
        drawn_file,
        refuse_other_places,
        write_plots,
    )
    from almwp.workflow.scoring import scoring_of
    from almwp.workflow.unsaid import METHOD

    # What is wrong with the call is said before files are read.
    wanted = WantedPlot(
        what=what,
        country=country_of(country).iso2 if country else None,
        language=languages[0],
        second_language=languages[1] if len(languages) > 1 else "",
        scoring=scoring_of(METHOD, ("outcome",), as_of, framework),
        into=into,
        crosswalk=crosswalk.name if crosswalk else "",
    )
    refuse_other_wishes(wanted)
    is_printed = is_dash(place)
    if is_printed and len(formats) > 1:
        raise CallError("standard output takes one format; name one with --to")
    target = Target(place=place, formats=formats, in_pages=in_pages)
    if not is_printed:
        refuse_other_places(target)
    refuse_without_matplotlib()
    if crosswalk is not None:
        wanted = evolve(wanted, successions=read_crosswalk(crosswalk))
    reading = app
    if into is not None:
        reading, app, into = with_next_programme(app, into)
        wanted = evolve(wanted, into=into)
    session = app.session
    translate = words_of(wanted, session.plugins)
    read = plan_for(
        reading,
        files,
        session.translate(languages[0]),
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
    inputs = [*find_files(files, session.plugins), *filter(None, (crosswalk, mapping))]
    with busy(app, "draw"):
        written = write_plots(made, evolve(target, inputs=inputs), translate)
    for path in written:
        say(path)
    return read.exit_code
