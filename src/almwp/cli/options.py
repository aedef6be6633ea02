"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

C = TypeVar("C", bound=Callable[..., Any])

FILES = click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(path_type=Path),
)
"""Workbooks, saved plans, and folders of workbooks."""

FORMAT = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for machines.",
)

LANGUAGE = click.option(
    "--lang",
    "language",
    default="en",
    show_default=True,
    metavar="CODE",
    help="Language of the words: en or vi.",
)

AS_OF = click.option(
    "--as-of",
    metavar="DATE-or-MEETING",
    help="Count what was reported by then: 2025, 2025-10-21 or slom-20.",
)

FRAMEWORK = click.option(
    "--framework",
    metavar="ID",
    help="Programme of files that name none, and by which to roll up.",
)

COUNTRY_OF_FILES = click.option(
    "--from-country",
    metavar="CODE",
    help="Who sends the files that do not say so.",
)

OUTPUT = click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Folder to write to; this one, when not given.",
)


def report_options(command: C) -> C:
    """Add the options of commands that write a report."""
    for option in (
        click.option("--country", metavar="CODE", help="Whose report: VN or Viet Nam."),
        click.option("--meeting", metavar="NAME", help="For which meeting: slom-21."),
        click.option(
            "--date", metavar="DATE", help="First day of a meeting not known to almwp."
        ),
        click.option(
            "--audience",
            type=click.Choice(["internal", "delegation", "meeting"]),
            default="internal",
            show_default=True,
            help="Who may read it.",
        ),
        click.option(
            "--to",
            "formats",
            multiple=True,
            metavar="FORMAT",
            help="Format to write; may be given several times.  [default: docx]",
        ),
        OUTPUT,
        LANGUAGE,
        AS_OF,
        FRAMEWORK,
        COUNTRY_OF_FILES,
        FILES,
    ):
        command = option(command)
    return command
