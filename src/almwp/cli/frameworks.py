"""The command ``almwp frameworks``: programmes and plans, each fact with its basis."""

from pathlib import Path

import click

from almwp.cli import completing
from almwp.cli.app import App
from almwp.cli.crosswalk import crosswalk, print_coverage
from almwp.cli.examples import GroupWithExamples
from almwp.cli.frameworkimport import import_
from almwp.cli.options import FORMAT, FRAMEWORK, LANGUAGE
from almwp.cli.saying import say, table_of

_SHOW = "show"


class _ShowByDefault(GroupWithExamples):
    """A group that shows a framework, or all of them, where no command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the command there where it was left out."""
        is_named = args and (
            args[0] in self.commands or args[0] in ctx.help_option_names
        )
        return super().parse_args(ctx, args if is_named else [_SHOW, *args])

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show both ways to call it."""
        formatter.write_usage(ctx.command_path, "[ID-or-FILE] [OPTIONS]")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...")


@click.group(cls=_ShowByDefault)
def frameworks() -> None:
    """List the programmes and plans, or tell all that is known of one.

    \b
    almwp frameworks
    almwp frameworks ALM-WP-2026-2030
    almwp frameworks my-framework.toml
    almwp frameworks import filled-in.xlsx -o my-framework.toml
    almwp frameworks crosswalk my-crosswalk.toml --framework my-framework.toml
    """


@frameworks.command(_SHOW)
@click.argument(
    "named",
    required=False,
    metavar="[ID-or-FILE]",
    shell_complete=completing.frameworks_and_commands,
)
@click.option(
    "--crosswalk",
    "crosswalk_path",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Tell which of its nodes this crosswalk speaks of, and which not.",
)
@FRAMEWORK
@FORMAT
@LANGUAGE
@click.pass_obj
def show(
    app: App,
    named: str | None,
    crosswalk_path: Path | None,
    framework: str | None,
    output: str,
    language: str,
) -> int:
    """Tell all that is known of one framework, or list them all.

    \b
    almwp frameworks ALM-WP-2026-2030
    almwp frameworks ALM-WP-2021-2025 --format json
    """
    from almwp.errors import CallError, PluginError
    from almwp.workflow.scoring import load_framework

    if named and (known := app.with_framework(named)):
        app, named = known
    framework = named or framework
    if crosswalk_path is not None:
        if framework is None:
            raise CallError(
                "say of which framework: almwp frameworks ID --crosswalk FILE"
            )
        return print_coverage(app, crosswalk_path, output, language, framework)
    found, exit_code = [], 0
    for name in [framework] if framework else list(app.plugins.frameworks):
        try:
            found.append(load_framework(name, app.plugins))
        except PluginError as error:
            if framework:
                raise
            say(f"almwp: {error}", err=True)
            exit_code = error.exit_code
    if output == "json":
        from almwp.cli.records import print_records

        print_records(found)
    elif framework:
        from almwp.cli.frameworktext import told

        translate = app.session.translate(language)
        say("\n".join(told(found[0], language, translate)))
    else:
        translate = app.session.translate(language)
        rows = [
            (
                f.id,
                f.title.in_(language),
                f.period or "",
                translate(f.status),
                translate(f.basis),
            )
            for f in found
        ]
        headers = (
            translate("id"),
            translate("title"),
            translate("period"),
            translate("status"),
            translate("basis"),
        )
        say(table_of(rows, headers, [None, 70]))
    return exit_code


frameworks.add_command(import_)
frameworks.add_command(crosswalk)
