"""The command ``almwp members``: member states and their labour ministries."""

from datetime import date

import click

from almwp.cli.examples import CommandWithExamples
from almwp.cli.options import FORMAT, LANGUAGE
from almwp.cli.saying import say
from almwp.errors import CallError


@click.command(cls=CommandWithExamples)
@click.option(
    "--on",
    "day",
    metavar="DATE",
    help="Members and ministries of that day; all members ever, when not given.",
)
@FORMAT
@LANGUAGE
def members(day: str | None, output: str, language: str) -> None:
    """List the member states, their labour ministries, and on what each fact stands.

    \b
    almwp members --on 2025-10-21
    """
    from almwp.catalogue import members as catalogue

    try:
        on = date.fromisoformat(day) if day else None
    except ValueError as error:
        raise CallError("'{day}' is no day such as 2025-10-21", day=day) from error
    found = catalogue.members_on(on) if on else catalogue.members()
    if output == "json":
        from almwp.cli.records import print_records

        print_records(found)
        return
    for member in found:
        observer = (
            f", observer from {member.observer_from}" if member.observer_from else ""
        )
        sources = ", ".join(str(source) for source in member.sources)
        say(
            f"{member.iso2} {member.name.in_(language)}: member since {member.joined}"
            f"{observer} ({sources})"
        )
        for ministry in member.ministries:
            if on and not ministry.stands_on(on):
                continue
            since = f" from {ministry.valid_from}" if ministry.valid_from else ""
            until = f" to {ministry.valid_until}" if ministry.valid_until else ""
            duties = f" [{ministry.duties}]" if ministry.duties else ""
            where = ", ".join(str(source) for source in ministry.sources) or "no source"
            say(
                f"    {ministry.name.in_(language)}{duties}{since}{until}"
                f" ({ministry.basis}: {where})"
            )
        for statement in member.statements:
            say(f"    {statement.about}: {statement.text} ({statement.basis})")
    say(f"{len(found)} members" + (f" on {on}" if on else ""))
