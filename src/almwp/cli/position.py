"""The command ``almwp position``: the national position for a meeting."""

from pathlib import Path

import click

from almwp.cli.app import App
from almwp.cli.export import write_report
from almwp.cli.options import report_options
from almwp.errors import CallError


@click.command()
@report_options
@click.pass_obj
def position(
    app: App,
    files: tuple[Path, ...],
    country: str | None,
    meeting: str | None,
    date: str | None,
    audience: str,
    formats: tuple[str, ...],
    folder: Path,
    language: str,
    as_of: str | None,
    framework: str | None,
    from_country: str | None,
) -> int:
    """Write what a country brings to a meeting.

    \b
    almwp position examples/submissions --country VN --meeting slom-21
    almwp position plan.json --country PH --meeting slom-21 --lang vi --to markdown
    almwp position reports --country VN --meeting "SLOM 22" --date 2026-11
    """
    if not country:
        raise CallError("say whose position it is, for instance --country VN")
    if not meeting:
        raise CallError("say for which meeting it is, for instance --meeting slom-21")
    return write_report(
        app,
        "position",
        files,
        country=country,
        meeting=meeting,
        date=date,
        audience=audience,
        formats=formats or ("docx",),
        folder=folder,
        language=language,
        as_of=as_of,
        framework=framework,
        from_country=from_country,
    )
