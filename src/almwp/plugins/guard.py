"""Run code that is not ours, and say whose it is when it breaks."""

from collections.abc import Callable
from typing import TypeVar

from almwp.errors import AlmwpError, PluginError

R = TypeVar("R")


def guard(plugin: str, call: Callable[[], R]) -> R:
    """Return what *call* returns.

    Args:
        plugin: Whose code it is.
        call: The code.

    Raises:
        AlmwpError: As the plugin raised it: a refusal in our own words.
        PluginError: Anything else that went wrong, with the plugin's name.
    """
    try:
        return call()
    except AlmwpError:
        raise
    except Exception as error:
        why = " ".join(str(error).split())
        raise PluginError(plugin, f"{type(error).__name__}: {why}") from error
