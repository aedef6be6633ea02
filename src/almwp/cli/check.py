"""The command ``almwp check``: read files and report what is found."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from almwp.cli.app import App
from almwp.cli.options import COUNTRY_OF_FILES, FILES, FORMAT, FRAMEWORK, LANGUAGE
from almwp.cli.reading import read_for

if TYPE_CHECKING:
    from almwp.workflow.checking import Checked, CheckedFile


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
            _print_file(file)
        _print_sum(result)
    codes = [failure.exit_code for failure in read.failures]
    has_errors = any(
        f.severity == "error" for file in result.files for f in file.findings
    )
    return max(codes, default=1 if has_errors else 0)


def _print_file(file: "CheckedFile") -> None:
    cells = file.cells
    name = file.path.rpartition("/")[2]
    if file.kind not in ("unreadable", "plan"):
        click.echo(
            f"{file.path}: {file.counts.activities} activities; {cells.total} cells: "
            f"{cells.read} read, {cells.heading} heading, {cells.extra} extra, "
            f"{cells.ignored} ignored, {cells.refused} refused"
        )
    elif file.kind == "plan":
        click.echo(f"{file.path}: a saved plan, sound")
    for found in file.findings:
        place = "!".join(part for part in (name, found.sheet, found.cell) if part)
        click.echo(f"{place}: {found.severity} {found.code}: {found.message}")
        click.echo(f"    hint: {found.hint}")
    if file.ledger:
        _print_ledger(file)


def _print_ledger(file: "CheckedFile") -> None:
    from tabulate import tabulate  # slow to import, needed only here

    rows = [(e.sheet, e.cells, e.count, str(e.fate), e.why) for e in file.ledger or ()]
    headers = ("sheet", "cells", "count", "fate", "field or reason")
    click.echo(tabulate(rows, headers=headers, disable_numparse=True))


def _print_sum(result: "Checked") -> None:
    severities = [f.severity for file in result.files for f in file.findings]
    counted = ", ".join(
        f"{severities.count(name)} {name}{'' if severities.count(name) == 1 else 's'}"
        for name in ("error", "warning", "note")
    )
    files = len(result.files)
    click.echo(f"{files} file{'' if files == 1 else 's'}: {counted}")
