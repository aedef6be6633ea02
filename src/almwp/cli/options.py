"""Options that several commands share."""

from pathlib import Path

import click

from almwp.cli import completing
from almwp.cli.app import app_of

_SENT = click.Path(path_type=Path, readable=False)  # reading says what may not be read

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=_SENT)
"""Workbooks, saved plans, and folders of workbooks."""

FILES_IF_ANY = click.argument("files", nargs=-1, metavar="FILE...", type=_SENT)
"""The same for commands that can do without."""

FORMAT = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for machines.",
)

FORMAT_OR_TABLE = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="For people, for machines, or for a spreadsheet.",
)

LANGUAGE = click.option(
    "--lang",
    "language",
    shell_complete=completing.languages,
    default="en",
    show_default=True,
    is_eager=True,  # what is said while other options are read is in it as well
    metavar="CODE",
    help="Language of the words: en or vi.",
)


AS_OF = click.option(
    "--as-of",
    shell_complete=completing.meetings,
    metavar="DATE-or-MEETING",
    help="Count what was reported by then: 2025, 2025-10-21 or slom-20.",
)

METHOD = click.option(
    "--method",
    shell_complete=completing.scorers,
    default="implementation",
    show_default=True,
    metavar="NAME",
    help="How to score; almwp plugins lists the scorers.",
)

BY = click.option(
    "--by",
    shell_complete=completing.scopes,
    metavar="SCOPES",
    help="outcome, area, body, country; separated by commas.  [default: outcome]",
)

POLICY = click.option(
    "--policy",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Say in a TOML file what counts where the data do not decide.",
)


def use_framework(
    context: click.Context, _: click.Parameter, named: str | None
) -> str | None:
    """Return the id of the framework that is named, taken from a file if it is one.

    The command that follows is called with an application that has it.
    """
    app = app_of(context)
    if named is None or app is None or context.resilient_parsing:
        return named
    known = app.with_framework(named)
    if known is None:
        return named
    context.obj, name = known
    return name


FRAMEWORK = click.option(
    "--framework",
    shell_complete=completing.frameworks,
    metavar="ID-or-FILE",
    callback=use_framework,
    help=(
        "Programme of files that name none, and by which to roll up; its id, or a "
        "file of your own: my-framework.toml."
    ),
)

CROSSWALK = click.option(
    "--crosswalk",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Say in a TOML file what areas and activities become in it.",
)
"""What becomes of the programme that is asked about, in the next one."""

COUNTRY_OF_FILES = click.option(
    "--from-country",
    shell_complete=completing.countries,
    metavar="CODE",
    help="Who sends the files that do not say so.",
)

MAPPING = click.option(
    "--mapping",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Say in a TOML file which heading means which field.",
)


def use_limits(
    context: click.Context, _: click.Parameter, told: tuple[str, ...]
) -> tuple[str, ...]:
    """Have the command that follows called with an application under these limits."""
    app = app_of(context)
    if told and app is not None and not context.resilient_parsing:
        context.obj = app.with_limits(told)
    return told


LIMIT = click.option(
    "--limit",
    "limits",
    multiple=True,
    shell_complete=completing.limits,
    metavar="NAME=NUMBER",
    expose_value=False,
    callback=use_limits,
    help=(
        "Allow a file more, or less, than is usual: cells=8000000; may be given several"
        " times."
    ),
)
"""For every command that reads files; it is called with the application alone."""


def scopes_of(by: str | None, default: str = "outcome") -> list[str]:
    """Return the scopes that ``--by`` names."""
    named = default if by is None else by
    return [scope.strip() for scope in named.split(",") if scope.strip()]
