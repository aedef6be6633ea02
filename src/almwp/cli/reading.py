"""Read the files of a command: show progress, and say what could not be read."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from almwp.cli.app import App

if TYPE_CHECKING:
    from collections.abc import Callable

    from almwp.errors import Translate
    from almwp.model.workplan import WorkPlan
    from almwp.workflow.reading import ReadFiles


@frozen(kw_only=True)
class PlanRead:
    """A plan made from the files of a command.

    Attributes:
        plan: What the files that could be read say together.
        exit_code: 3 if a file could not be read, 1 if values were kept out, else 0.
    """

    plan: "WorkPlan"
    exit_code: int


def read_for(
    app: App,
    files: tuple[Path, ...],
    *,
    country: str | None = None,
    framework: str | None = None,
    cross_read: bool = False,
) -> "ReadFiles":
    """Read *files* with a bar on the terminal."""
    session = app.session
    with _bar(files, app) as on_file:
        return session.read(
            files,
            country=country,
            framework=framework,
            cross_read=cross_read,
            on_file=on_file,
        )


@contextmanager
def _bar(files: tuple[Path, ...], app: App) -> Iterator["Callable[[Path], None]"]:
    from almwp.errors import UnreadableFileError
    from almwp.workflow.files import find_files

    if not sys.stderr.isatty():
        yield lambda path: None
        return
    try:
        count = sum(1 for _ in find_files(files, app.plugins))
    except UnreadableFileError:
        count = len(files)
    with click.progressbar(length=count, label="reading", file=sys.stderr) as bar:
        yield lambda path: bar.update(1)


def plan_for(
    app: App,
    files: tuple[Path, ...],
    translate: "Translate",
    *,
    country: str | None = None,
    framework: str | None = None,
) -> PlanRead:
    """Read *files* and merge them; what is wrong is said on standard error.

    Raises:
        AlmwpError: Not one of the files could be read.
    """
    read = read_for(app, files, country=country, framework=framework)
    if read.failures and len(read.failures) == len(read.files):
        for failure in read.failures[:-1]:
            click.echo(f"almwp: {failure.message(translate)}", err=True)
        raise read.failures[-1]
    for failure in read.failures:
        click.echo(f"almwp: {failure.message(translate)}", err=True)
    plan = app.session.merge(read.submissions)
    kept_out = sum(s.has_errors for s in plan.submissions)
    if kept_out:
        sentence = translate(
            "{count} of the files hold values that were kept out; see almwp check"
        )
        click.echo(f"almwp: {sentence.format(count=kept_out)}", err=True)
    codes = [failure.exit_code for failure in read.failures]
    return PlanRead(plan=plan, exit_code=max(codes, default=1 if kept_out else 0))
