"""The command ``almwp plugins``: what is installed, from whom, and what failed."""

import click

from almwp.cli.app import App


@click.command()
@click.pass_obj
def plugins(app: App) -> int:
    """List the plugins, what each contributes, and what could not be used.

    The exit code is 4 if a plugin could not be used.
    """
    from tabulate import tabulate  # slow to import, needed only here

    loaded = app.plugins
    rows = [(p.name, p.distribution or "-", p.version or "-") for p in loaded.loaded]
    click.echo(tabulate(rows, headers=("plugin", "distribution", "version")))
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
    click.echo()
    click.echo(tabulate(contributed, headers=("kind", "name", "from", "what")))
    if not loaded.failures:
        return 0
    click.echo()
    failed = [(f.plugin, f.distribution or "-", f.why) for f in loaded.failures]
    click.echo(tabulate(failed, headers=("left out", "distribution", "why")))
    return 4


def _summary(record: object) -> str:
    """Return what a contribution says of itself."""
    for attribute in ("summary", "title", "help"):
        if said := getattr(record, attribute, None):
            return str(said).strip().splitlines()[0]
    return str(getattr(record, "name", ""))
