"""Options of the commands that write a report, and what they say together."""

from collections.abc import Callable
from functools import update_wrapper
from pathlib import Path
from typing import Any

import attrs
import click
from attrs import frozen

from almwp.cli import completing
from almwp.cli.app import App
from almwp.cli.options import (
    AS_OF,
    COUNTRY_OF_FILES,
    FILES,
    FRAMEWORK,
    LIMIT,
    MAPPING,
)
from almwp.errors import CallError


def _languages(
    context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the languages of a report, each once: ``en,vi`` names two."""
    named = (code.strip() for codes in given for code in codes.split(","))
    found = tuple(dict.fromkeys(code for code in named if code)) or ("en",)
    if len(found) > 2:
        raise CallError(
            "a report is in one language or in two side by side; {count} were named",
            count=len(found),
        )
    return found


LANGUAGES = click.option(
    "--lang",
    "languages",
    shell_complete=completing.languages,
    multiple=True,
    default=("en",),
    show_default="en",
    callback=_languages,
    metavar="CODE",
    help="Language of the words: en or vi; given twice, both side by side.",
)
"""The language of a report, or two."""

OUTPUT = click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help=(
        "Folder to write to; this one, when not given; - for standard output, in one"
        " format."
    ),
)


@frozen(kw_only=True)
class ReportCall:
    """What the options of commands that write a report say.

    Attributes:
        files: Workbooks, saved plans, and folders of workbooks.
        country: Whose report it is.
        meeting: For which meeting.
        date: First day of a meeting that almwp does not know.
        audience: Who may read it.
        formats: Names of exporters.
        folder: Where to write.
        languages: In which language, or which two side by side.
        as_of: The day or meeting as of which progress is told.
        framework: Programme by which to roll up.
        from_country: Who sends the files that do not say so.
        mapping: The file that says what the headings mean.
        letterhead: The file on whose letterhead to write.
        told: Facts that a format asks for and only the user knows, by name.
        is_packed: Whether formats of several files are packed.
    """

    files: tuple[Path, ...]
    country: str | None
    meeting: str | None
    date: str | None
    audience: str
    formats: tuple[str, ...]
    folder: Path
    languages: tuple[str, ...]
    as_of: str | None
    framework: str | None
    from_country: str | None
    mapping: Path | None
    letterhead: Path | None
    told: tuple[tuple[str, str], ...]
    is_packed: bool

    @property
    def language(self) -> str:
        """The first language."""
        return self.languages[0]

    @property
    def second_language(self) -> str:
        """The language that stands beside it; empty for none."""
        return "".join(self.languages[1:])


def _told(
    _: click.Context, __: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Return names and values, taken apart at the first sign of equality."""
    pairs = [each.partition("=") for each in given]
    for name, sign, value in pairs:
        if not (name.strip() and sign and value.strip()):
            raise click.BadParameter("write NAME=VALUE")
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


COUNTRY = click.option(
    "--country",
    shell_complete=completing.countries,
    metavar="CODE",
    help="Whose report: VN or Viet Nam.",
)
MEETING = click.option(
    "--meeting",
    shell_complete=completing.meetings,
    metavar="NAME",
    help="For which meeting: slom-21.",
)
DATE = click.option(
    "--date", metavar="DATE", help="First day of a meeting not known to almwp."
)
AUDIENCES = click.Choice(["internal", "delegation", "meeting"])

_REPORT_OPTIONS = (
    COUNTRY,
    MEETING,
    DATE,
    click.option(
        "--audience",
        type=AUDIENCES,
        default="internal",
        show_default=True,
        help="Who may read it.",
    ),
    click.option(
        "--to",
        "formats",
        shell_complete=completing.formats,
        multiple=True,
        default=("docx",),
        show_default=True,
        metavar="FORMAT",
        help=(
            "Format to write, by its name or by the ending of its files: excel or "
            "xlsx; may be given several times."
        ),
    ),
    click.option(
        "--letterhead",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Take styles, header and footer from this Word document.",
    ),
    click.option(
        "--set",
        "told",
        multiple=True,
        callback=_told,
        metavar="NAME=VALUE",
        help="Tell a format what only you know: iati.reporting-org=XM-...",
    ),
    click.option(
        "--zip",
        "is_packed",
        is_flag=True,
        help="Write formats of several files as one ZIP file.",
    ),
    OUTPUT,
    LANGUAGES,
    AS_OF,
    FRAMEWORK,
    COUNTRY_OF_FILES,
    MAPPING,
    LIMIT,
    FILES,
)


def report_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options of commands that write a report.

    The command is called with the application and a :class:`ReportCall`, and with its
    own options by name.
    """

    def call(app: App, /, **options: Any) -> int:
        own = {name: options.pop(name) for name in attrs.fields_dict(ReportCall)}
        return command(app, ReportCall(**own), **options)

    called: Callable[..., int] = update_wrapper(click.pass_obj(call), command)

    for option in reversed(_REPORT_OPTIONS):
        called = option(called)
    return called
