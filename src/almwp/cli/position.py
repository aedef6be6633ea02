"""The command ``almwp position``: the national position for a meeting."""

import click

from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.export import write_report
from almwp.cli.reportoptions import ReportCall, report_options
from almwp.errors import CallError


@click.command(cls=CommandWithExamples)
@report_options
def position(app: App, call: ReportCall) -> int:
    """Write what a country brings to a meeting.

    \b
    almwp position examples/submissions --country VN --meeting slom-21
    almwp position plan.json --country PH --meeting slom-21 --lang vi --to markdown
    almwp position plan.json --country VN --meeting slom-21 --lang en --lang vi
    almwp position reports --country VN --meeting "SLOM 22" --date 2026-11
    """
    if call.country is None:
        raise CallError("say whose position it is, for instance --country VN")
    if call.meeting is None:
        raise CallError("say for which meeting it is, for instance --meeting slom-21")
    return write_report(app, "position", call)
