"""The command ``almwp frameworks import``: a workbook becomes a framework."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.options import LANGUAGE, LIMIT, MAPPING
from almwp.cli.saying import say, say_finding
from almwp.cli.standardstreams import (
    is_dash,
    with_standard_input,
    write_standard_output,
)

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.findings.rule import Finding
    from almwp.model.framework import Framework
    from almwp.workflow.frameworkimport import AboutMatrix


@click.command("import", cls=CommandWithExamples)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "path",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help=(
        "The file to save the framework in, such as my-framework.toml; - for standard"
        " output."
    ),
)
@click.option("--replace", is_flag=True, help="Write it anew if it is there already.")
@click.option(
    "--partly", is_flag=True, help="Write what could be read, whatever was kept out."
)
@click.option("--id", "name", metavar="ID", help="Of a matrix: id of its framework.")
@click.option("--title", metavar="WORDS", help="Of a matrix: its title in English.")
@click.option(
    "--period", metavar="YEARS", help="Of a matrix: its years, such as 2026-2030."
)
@click.option(
    "--status",
    type=click.Choice(["adopted", "draft", "unknown"]),
    help="Of a matrix: how far it has come.",
)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="ADDRESS",
    help=(
        "Of a matrix: where it was published, an address or the name of a document; "
        "may be given several times. The matrix then counts as reported, and as "
        "confirmed with --status adopted and an address."
    ),
)
@click.option(
    "--level",
    "levels",
    multiple=True,
    metavar="HEADING[=ROLE]",
    help=(
        "Of a matrix: a column that holds a level, from the top down; may be given"
        " several times. Roles: outcome, target, priority area, topic."
    ),
)
@click.option(
    "--complete", is_flag=True, help="Of a matrix: it has all the nodes there are."
)
@MAPPING
@LIMIT
@LANGUAGE
@click.pass_obj
def import_(
    app: App,
    file: Path,
    path: Path,
    replace: bool,
    partly: bool,
    name: str | None,
    title: str | None,
    period: str | None,
    status: str | None,
    sources: tuple[str, ...],
    levels: tuple[str, ...],
    complete: bool,
    mapping: Path | None,
    language: str,
) -> int:
    """Turn a framework workbook, or a published matrix, into a framework.

    FILE is the workbook that almwp template framework writes, filled in; or a matrix
    with columns such as outcome, thematic area and project; - is standard input.

    \b
    almwp frameworks import filled-in.xlsx -o my-framework.toml
    almwp frameworks import matrix.xlsx --id ALM-WP-2026-2030 -o adopted.toml
    almwp score reports --framework adopted.toml
    """
    from almwp.workflow.frameworkimport import (
        framework_bytes,
        import_framework,
        refuse_target,
        write_framework,
    )
    from almwp.workflow.mappings import mapping_from

    translate = app.session.translate(language)
    is_printed = is_dash(path)
    if not is_printed:
        refuse_target(path, replace=replace)  # This is said before the file is read.
    app, (file,) = with_standard_input(app, (file,))
    about = _about(name, title, period, status, sources, levels, complete)
    reading = app.session.reading
    if mapping is not None:
        known = mapping_from(mapping, reading.lexicon)
        reading = evolve(reading, mapping=known)
    imported = import_framework(file, reading, about)
    for finding in imported.findings:
        _print(finding, translate, is_aside=is_printed)
    if imported.framework is None or (imported.has_errors and not partly):
        shown = translate("standard output") if is_printed else path
        sentence = translate(
            "{path} was not written; correct what is wrong, or write what could be read"
            " with --partly"
        )
        say(f"almwp: {sentence.format(path=shown)}", err=True)
        return 1
    if is_printed:
        content = framework_bytes(imported)
        write_standard_output(content, "-o my-framework.toml")
        return int(imported.has_errors)
    write_framework(imported, path, replace=replace)
    say(f"{path}: {_summary(imported.framework, language)}")
    return int(imported.has_errors)


def _about(
    name: str | None,
    title: str | None,
    period: str | None,
    status: str | None,
    sources: tuple[str, ...],
    levels: tuple[str, ...],
    complete: bool,
) -> "AboutMatrix":
    from almwp.model.framework import FrameworkStatus
    from almwp.workflow.frameworkimport import AboutMatrix, asked_level, period_of

    return AboutMatrix(
        id=name,
        title=title,
        period=period_of(period) if period else None,
        status=FrameworkStatus(status) if status else None,
        sources=sources,
        levels=[asked_level(words) for words in levels],
        is_whole=complete,
    )


def _print(finding: "Finding", translate: "Translate", *, is_aside: bool) -> None:
    """Print a finding; on standard error where the framework itself is the result."""
    named = translate(finding.severity)
    message, hint = finding.message(translate), finding.hint(translate)
    words = f"{finding.code}: {message}"
    say_finding(finding.at, finding.severity, named, words, err=is_aside)
    say(f"    {translate('hint')}: {hint}", err=is_aside)
    if not all(near in hint for near in finding.suggestions):
        nearest = ", ".join(finding.suggestions)
        say(f"    {translate('did you mean')}: {nearest}", err=is_aside)


def _summary(framework: "Framework", language: str) -> str:
    """Say how many nodes stand on each level."""
    counts = [
        (
            level.name.in_(language),
            sum(node.level == level.id for node in framework.nodes),
        )
        for level in framework.levels
    ]
    return f"{framework.id}; " + "; ".join(f"{name}: {n}" for name, n in counts)
