"""The command ``almwp plugins``: what is installed, from whom, and what failed."""

from collections.abc import Sequence

import click

from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.saying import say, table_of


@click.command(cls=CommandWithExamples)
@click.pass_obj
def plugins(app: App) -> int:
    """List the plugins, what each contributes, and what could not be used.

    The exit code is 4 if a plugin could not be used.

    \b
    almwp plugins
    almwp --without progress plugins
    """
    # A session has loaded every language and framework, and knows which are broken.
    loaded = app.session.plugins
    rows = [(p.name, p.distribution or "-", p.version or "-") for p in loaded.loaded]
    _print(rows, ("plugin", "distribution", "version"))
    kinds = (
        loaded.readers,
        loaded.scorers,
        loaded.reports,
        loaded.exporters,
        loaded.languages,
        loaded.frameworks,
        loaded.commands,
    )
    contributed = [
        (registry.kind, name, registry.provider_of(name), _summary(registry[name]))
        for registry in kinds
        for name in registry
    ]
    say("")
    _print(contributed, ("kind", "name", "from", "what"))
    if not loaded.failures:
        return 0
    say("")
    failed = [(f.plugin, f.distribution or "-", f.why) for f in loaded.failures]
    _print(failed, ("left out", "distribution", "why"))
    return 4


def _print(rows: Sequence[tuple[str, ...]], headers: tuple[str, ...]) -> None:
    # A version such as 1.10 is no number.
    say(table_of(rows, headers))


def _summary(record: object) -> str:
    """Return what a contribution says of itself."""
    for attribute in ("summary", "title", "help"):
        if said := getattr(record, attribute, None):
            return str(said).strip().splitlines()[0]
    return str(getattr(record, "name", ""))
