"""The command ``almwp check``: read files and report what is found."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from almwp.cli.app import App
from almwp.cli.options import COUNTRY_OF_FILES, FILES, FORMAT, FRAMEWORK, LANGUAGE
from almwp.cli.reading import read_for

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.workflow.checking import Checked, CheckedFile

_FATES = ("read", "heading", "extra", "ignored", "refused")


@click.command()
@FILES
@click.option("--ledger", is_flag=True, help="Show what became of every cell.")
@click.option(
    "--cross-read", is_flag=True, help="Compare with a second, independent reader."
)
@FORMAT
@LANGUAGE
@FRAMEWORK
@COUNTRY_OF_FILES
@click.pass_obj
def check(
    app: App,
    files: tuple[Path, ...],
    ledger: bool,
    cross_read: bool,
    output: str,
    language: str,
    framework: str | None,
    from_country: str | None,
) -> int:
    """Read files and report what is wrong or doubtful, cell by cell.

    FILE is a workbook, a saved plan, or a folder of workbooks.

    \b
    almwp check examples/submissions
    almwp check my-report.xlsx --ledger --lang vi
    """
    from almwp.workflow.checking import checked

    translate = app.session.translate(language)
    read = read_for(
        app, files, country=from_country, framework=framework, cross_read=cross_read
    )
    result = checked(read.files, translate, with_ledger=ledger)
    if output == "json":
        from almwp.codec import to_json

        click.echo(to_json(result), nl=False)
    else:
        for file in result.files:
            _print_file(file, translate)
        _print_sum(result, translate)
    codes = [failure.exit_code for failure in read.failures]
    has_errors = any(
        f.severity == "error" for file in result.files for f in file.findings
    )
    return max(codes, default=1 if has_errors else 0)


def _print_file(file: "CheckedFile", translate: "Translate") -> None:
    cells = file.cells
    name = file.path.rpartition("/")[2]
    if file.kind not in ("unreadable", "plan"):
        said = translate(
            "activities: {activities}; cells: {total} ({read} read, {heading} heading, "
            "{extra} extra, {ignored} ignored, {refused} refused)"
        )
        counts = {n: getattr(cells, n) for n in ("total", *_FATES)}
        words = said.format(activities=file.counts.activities, **counts)
        click.echo(f"{file.path}: {words}")
    elif file.kind == "plan":
        said = translate("a saved plan; activities: {activities}")
        click.echo(f"{file.path}: {said.format(activities=file.counts.activities)}")
    for found in file.findings:
        place = "!".join(part for part in (name, found.sheet, found.cell) if part)
        severity = translate(found.severity)
        click.echo(f"{place}: {severity} {found.code}: {found.message}")
        click.echo(f"    {translate('hint')}: {found.hint}")
        if not all(near in found.hint for near in found.suggestions):
            nearest = ", ".join(found.suggestions)
            click.echo(f"    {translate('did you mean')}: {nearest}")
    if file.ledger:
        _print_ledger(file, translate)


def _print_ledger(file: "CheckedFile", translate: "Translate") -> None:
    from tabulate import tabulate  # slow to import, needed only here

    rows = [
        (e.sheet, e.cells, e.count, translate(str(e.fate)), e.why)
        for e in file.ledger or ()
    ]
    headers = (
        translate("sheet"),
        translate("cells"),
        translate("count"),
        translate("fate"),
        translate("field or reason"),
    )
    click.echo(tabulate(rows, headers=headers, disable_numparse=True))


def _print_sum(result: "Checked", translate: "Translate") -> None:
    counted = Counter(f.severity for file in result.files for f in file.findings)
    said = translate(
        "files: {files}; errors: {error}; warnings: {warning}; notes: {note}"
    )
    severities = {name: counted[name] for name in ("error", "warning", "note")}
    click.echo(said.format(files=len(result.files), **severities))
