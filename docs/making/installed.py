"""The plugins of this repository, so that no page tells of others on the machine."""

import re
from functools import cache
from pathlib import Path

from almwp.cli.commands import COMMANDS
from almwp.plugins.loading import load_plugins
from almwp.plugins.registry import Plugins

ROOT = Path(__file__).resolve().parents[2]
_OWN = re.compile(r"^-e \./plugins/([\w-]+)", re.MULTILINE)


def own_distributions() -> tuple[str, ...]:
    """Return the core and each plugin that a developer's environment has."""
    texts = [
        (ROOT / name).read_text(encoding="utf-8")
        for name in ("requirements.txt", "requirements-dev.txt")
    ]
    return ("almwp", *sorted({name for text in texts for name in _OWN.findall(text)}))


@cache
def own_plugins() -> Plugins:
    """Load the plugins of this repository and no others.

    Raises:
        SystemExit: One of them is not installed, or broke.
    """
    own = own_distributions()
    every = load_plugins(own_commands=COMMANDS)
    others = [each.name for each in every.loaded if each.distribution not in own]
    plugins = load_plugins(own_commands=COMMANDS, disabled=others) if others else every
    missing = set(own) - {each.distribution for each in plugins.loaded}
    if missing or plugins.failures:
        told = [*sorted(missing), *map(str, plugins.failures)]
        raise SystemExit(
            f"the reference needs every plugin of the repository: {', '.join(told)};"
            " run pip install -r requirements-dev.txt"
        )
    return plugins
