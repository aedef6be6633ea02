"""The command ``almwp new-plugin``: a distribution to begin a plugin with."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.options import LANGUAGE
from almwp.cli.saying import say
from almwp.workflow.newplugin import plugin_kinds

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.workflow.newplugin import NewPlugin


@click.command("new-plugin", cls=CommandWithExamples)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--kind",
    required=True,
    type=click.Choice(plugin_kinds()),
    help="What the plugin contributes.",
)
@click.option(
    "--name",
    metavar="NAME",
    help="Its name; that of the folder without almwp-, when not given.",
)
@LANGUAGE
@click.pass_obj
def new_plugin(
    app: App, folder: Path, kind: str, name: str | None, language: str
) -> int:
    """Write a new plugin into DIR: a distribution that installs, with a test.

    DIR is new or empty.  The test runs the conformance kit and passes as written.

    \b
    almwp new-plugin almwp-notes --kind exporter
    almwp new-plugin almwp-jv --kind language
    almwp new-plugin work/mine --kind scorer --name begun
    """
    from almwp.workflow.newplugin import name_from, new_plugin
    from almwp.workflow.newpluginwriting import write_new_folder

    translate = app.session.translate(language)
    chosen = name_from(folder) if name is None else name
    made = new_plugin(kind, chosen, app.session.plugins)
    write_new_folder(folder, made.files)
    _say(made, folder, translate)
    return 0


def _say(made: "NewPlugin", folder: Path, translate: "Translate") -> None:
    written = translate("{path}: a new {kind} named '{name}'")
    kind = translate(made.kind)
    say(written.format(path=folder, kind=kind, name=made.name))
    for path in made.files:
        say(f"    {path}")
    say("")
    say(
        translate(
            "type next (on Windows outside of a virtual environment, py instead of "
            "python):"
        )
    )
    quoted = f'"{folder}"' if " " in str(folder) else folder
    steps = (
        *([] if folder.resolve() == Path().resolve() else [f"cd {quoted}"]),
        'python -m pip install -e ".[test]"',
        "python -m pytest",
        "almwp plugins",
        *made.use,
    )
    for step in steps:
        say(f"    {step}")
