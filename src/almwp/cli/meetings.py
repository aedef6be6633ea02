"""The command ``almwp meetings``: meetings with host, chair and sources."""

import click

from almwp.cli import completing
from almwp.cli.examples import CommandWithExamples
from almwp.cli.options import FORMAT
from almwp.cli.saying import say, table_of


@click.command(cls=CommandWithExamples)
@click.option(
    "--body",
    shell_complete=completing.bodies,
    metavar="NAME",
    help="Only those of one body, such as SLOM.",
)
@FORMAT
def meetings(body: str | None, output: str) -> None:
    """List the meetings that are known from public pages.

    \b
    almwp meetings --body SLOM
    """
    from almwp.catalogue.bodies import bodies, find_body
    from almwp.catalogue.meetings import meetings as known
    from almwp.errors import UnknownNameError

    found = known()
    if body:
        wanted = find_body(body)
        if wanted is None:
            raise UnknownNameError("body", body, tuple(b.id for b in bodies()))
        found = tuple(m for m in found if m.body == wanted.id)
    if output == "json":
        from almwp.cli.records import print_records

        print_records(found)
        return
    rows = [
        (
            meeting.id,
            f"{meeting.start} - {meeting.end}" if meeting.end else str(meeting.start),
            meeting.place,
            meeting.host or "",
            meeting.chair or "",
            meeting.basis.value,
            "" if meeting.number is None else meeting.number_basis.value,
            ", ".join(str(source) for source in meeting.sources),
        )
        for meeting in found
    ]
    headers = ("meeting", "date", "place", "host", "chair", "basis", "number", "source")
    say(table_of(rows, headers))
