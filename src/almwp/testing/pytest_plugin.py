"""A pytest fixture for plugin authors; pytest finds it by its entry point."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from almwp.plugins.registry import Plugins


@pytest.fixture
def load_only() -> "Callable[..., Plugins]":
    """Return a function that loads the named plugins and no others.

    Installed plugins are given by their names, others as objects with a name; an
    installed one that has no such name is refused.

    Example:
        ``plugins = load_only("core", "slom", brief=almwp_brief)``
    """
    # Imported here: starting pytest must not import almwp, or a plugin author's
    # measure of coverage begins too late.
    from importlib.metadata import entry_points

    from almwp.errors import UnknownNameError
    from almwp.plugins.loading import load_plugins

    def load(*installed: str, **plugins: object) -> "Plugins":
        points = entry_points(group="almwp")
        known = tuple(sorted({point.name for point in points}))
        for name in installed:
            if name not in known:
                raise UnknownNameError("plugin", name, known)
        wanted = [point for point in points if point.name in installed]
        return load_plugins(found=wanted, extra=plugins)

    return load
