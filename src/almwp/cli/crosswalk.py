"""The command ``almwp frameworks crosswalk``: what a crosswalk covers, and what not."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.options import FORMAT, LANGUAGE
from almwp.cli.saying import say

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.workflow.crosswalks import Coverage, CoveredNode


@click.command(cls=CommandWithExamples)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--framework",
    "frameworks",
    multiple=True,
    metavar="FILE",
    help="A framework of your own, my-framework.toml; may be given several times.",
)
@FORMAT
@LANGUAGE
@click.pass_obj
def crosswalk(
    app: App, file: Path, frameworks: tuple[str, ...], output: str, language: str
) -> int:
    """Tell which nodes of two frameworks a crosswalk links, and which it leaves open.

    FILE is a crosswalk, or a framework of your own with successions.

    \b
    almwp frameworks crosswalk my-crosswalk.toml --framework my-framework.toml
    """
    for named in frameworks:
        if known := app.with_framework(named):
            app, _ = known
    return print_coverage(app, file, output, language)


def print_coverage(
    app: App, path: Path, output: str, language: str, framework: str | None = None
) -> int:
    """Print what the crosswalk in a file covers; 1 if it names what is not there."""
    from almwp.workflow.crosswalks import coverage_of, crosswalk_in, of_framework

    translate = app.session.translate(language)
    plugins, links = crosswalk_in(path, app.plugins)
    if framework is not None:
        links = of_framework(links, framework)
    found = coverage_of(links, plugins, translate, language)
    if output == "json":
        from almwp.cli.records import print_records

        print_records(found)
    else:
        say("\n\n".join("\n".join(_told(c, translate)) for c in found))
    return int(any(coverage.unknown for coverage in found))


def _told(coverage: "Coverage", translate: "Translate") -> Iterator[str]:
    said = translate("{old} to {new}: successions: {count}")
    yield said.format(
        old=coverage.old_framework,
        new=coverage.new_framework,
        count=coverage.successions,
    )
    without = translate("nobody says what becomes of it")
    yield from _side(coverage.old_framework, coverage.old, without, translate)
    without = translate("nobody says where it comes from or that it is new")
    yield from _side(coverage.new_framework, coverage.new, without, translate)
    if coverage.unknown:
        yield translate("no such node: {names}").format(
            names="; ".join(coverage.unknown)
        )
    for doubt in coverage.doubts:
        yield translate("doubtful: {what}").format(what=doubt)


def _side(
    framework: str,
    nodes: "Iterable[CoveredNode]",
    without: str,
    translate: "Translate",
) -> Iterator[str]:
    given = tuple(nodes)
    told = sum(1 for node in given if node.kinds)
    said = translate("{framework}: nodes: {total}; in the crosswalk: {told}")
    yield said.format(framework=framework, total=len(given), told=told)
    for node in given:
        kinds = ", ".join(translate(str(kind)) for kind in node.kinds) or without
        number = f"{node.number} " if node.number else ""
        yield f"  {number}{node.title} [{node.id}]: {kinds}"
