"""The command ``almwp compare``: what changed between two versions."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from almwp.cli import completing
from almwp.cli.app import App
from almwp.cli.comparetext import text_of
from almwp.cli.examples import CommandWithExamples
from almwp.cli.options import (
    COUNTRY_OF_FILES,
    FORMAT,
    FRAMEWORK,
    LANGUAGE,
    LIMIT,
    MAPPING,
)
from almwp.cli.reading import read_for, say_what_was_kept_out
from almwp.cli.saying import say
from almwp.cli.standardstreams import is_dash, with_standard_input
from almwp.cli.waiting import busy
from almwp.errors import CallError

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.workflow.comparing import Version

_SUFFIXES = {"text": ".txt", "json": ".json"}
_VERSION = click.Path(path_type=Path, readable=False)


@click.command(cls=CommandWithExamples)
@click.argument("old", metavar="OLD", type=_VERSION)
@click.argument("new", metavar="NEW", type=_VERSION)
@FORMAT
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=(
        "Write it into this file: .txt, or .json with --format json; - is standard"
        " output."
    ),
)
@click.option(
    "--country",
    shell_complete=completing.countries,
    metavar="CODE",
    help="Only what this country sends, leads or co-leads.",
)
@LANGUAGE
@FRAMEWORK
@COUNTRY_OF_FILES
@MAPPING
@LIMIT
@click.pass_obj
def compare(
    app: App,
    old: Path,
    new: Path,
    output: str,
    path: Path | None,
    country: str | None,
    language: str,
    framework: str | None,
    from_country: str | None,
    mapping: Path | None,
) -> int:
    """Say what changed between two versions, and what of it looks like an accident.

    OLD and NEW are each a workbook, a folder of workbooks or a saved plan.

    \b
    almwp compare sent-in-may.xlsx sent-in-june.xlsx
    almwp compare slom-20 slom-21 --country VN
    almwp compare plan.json inbox --format json -o changes.json
    """
    from almwp.cli.sparing import refuse_what_is_read
    from almwp.workflow.comparing import compared, versions_of
    from almwp.workflow.meanings import country_of
    from almwp.workflow.writing import write_whole

    translate = app.session.translate(language)
    whose = country_of(country).iso2 if country else None
    if is_dash(path):
        path = None
    app, (old, new) = with_standard_input(app, (old, new))
    if path is not None:
        _refuse_other_endings(path, output)
        refuse_what_is_read(path, (old, new), app.session.plugins)
    read = read_for(
        app, (old, new), country=from_country, framework=framework, mapping=mapping
    )
    for failure in read.failures:
        say(f"almwp: {failure.message(translate)}", err=True)
    codes = [failure.exit_code for failure in read.failures]
    before, after = versions_of(read, (old, new), app.plugins)
    for version in (before, after):
        if all(file.failure for file in version.files):
            return max(codes, default=3)
    has_errors = _say_what_is_wrong(before, after, translate)
    with busy(app, "compare"):
        found = compared(before, after, language, translate, country=whose)
    if output == "json":
        from almwp.codec.text import to_json

        text = to_json(found)
    else:
        text = text_of(found, translate)
    if path is None:
        say(text, nl=False)
    else:
        write_whole(path, text.encode())
        say(path)
    is_wrong = has_errors or any(s.severity != "note" for s in found.suspicions)
    return max(codes, default=int(is_wrong))


def _say_what_is_wrong(
    before: "Version", after: "Version", translate: "Translate"
) -> bool:
    """Name what was kept out of either version; say whether anything was."""
    sent = {
        submission.sha256: submission
        for version in (before, after)
        for submission in version.plan.submissions
    }
    say_what_was_kept_out(sent.values(), translate)
    return any(submission.has_errors for submission in sent.values())


def _refuse_other_endings(path: Path, output: str) -> None:
    """Refuse a file that is not named for what would be written into it.

    Raises:
        CallError: It is not; a workbook named by mistake would be written over.
    """
    suffix = _SUFFIXES[output]
    if path.suffix.lower() != suffix:
        raise CallError(
            "the comparison is written to a file ending in {suffix}, not to '{path}'",
            suffix=suffix,
            path=path,
        )
