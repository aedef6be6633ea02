"""All frameworks that plugins bring and that can be loaded."""

from collections.abc import Mapping

from almwp.errors import PluginError
from almwp.model.framework import Framework
from almwp.model.ids import FrameworkId
from almwp.plugins.guard import guard_result
from almwp.plugins.registry import Plugins


def frameworks_known(plugins: Plugins) -> Mapping[FrameworkId, Framework]:
    """Return all frameworks that can be loaded, by id."""
    found = {}
    for name, source in plugins.frameworks.items():
        provider = plugins.frameworks.provider_of(name)
        try:
            known = guard_result(provider, Framework, source.load)
        except PluginError:
            continue  # a broken framework is told of where it is asked for
        found[known.id] = known
    return found
