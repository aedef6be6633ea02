"""A pytest fixture for plugin authors; pytest finds it by its entry point."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from almwp.plugins.registry import Plugins


@pytest.fixture
def load_only() -> "Callable[..., Plugins]":
    """Return a function that loads the given plugins and no others.

    Example:
        ``plugins = load_only(brief=almwp_brief)``
    """
    # Imported here: starting pytest must not import almwp, or a plugin author's
    # measure of coverage begins too late.
    from almwp.plugins.loading import load_plugins

    def load(**plugins: object) -> "Plugins":
        return load_plugins(found=(), extra=plugins)

    return load
