"""Run code that is not ours, and say whose it is when it breaks."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from almwp.errors import AlmwpError, PluginError

R = TypeVar("R")
_END = object()


def guard(
    plugin: str,
    call: Callable[[], R],
    *,
    passing: tuple[type[BaseException], ...] = (),
) -> R:
    """Return what *call* returns.

    Args:
        plugin: Whose code it is.
        call: The code.
        passing: Kinds of errors that are not a fault of the plugin.

    Raises:
        AlmwpError: As the plugin raised it: a refusal in our own words.
        PluginError: Anything else that went wrong, with the plugin's name.  Only
            ``KeyboardInterrupt`` passes: a plugin does not end the program.
    """
    try:
        return call()
    except BaseException as error:  # whatever a plugin raises, it is named
        if isinstance(error, KeyboardInterrupt):
            raise
        if isinstance(error, (AlmwpError, *passing)):
            raise
        raise PluginError(plugin, _words(error)) from error


def guard_result(plugin: str, wanted: type[R], call: Callable[[], object]) -> R:
    """Return what *call* returns, which must be of the type *wanted*.

    Raises:
        AlmwpError: As the plugin raised it.
        PluginError: It broke, or it returned something else.
    """
    result = guard(plugin, call)
    if isinstance(result, wanted):
        return result
    got = type(result).__name__
    raise PluginError(plugin, f"it returned a {got} instead of a {wanted.__name__}")


def guard_each(plugin: str, call: Callable[[], Iterable[R]]) -> Iterator[R]:
    """Give what the items of *call* are, one at a time, each made under guard.

    Raises:
        AlmwpError: As the plugin raised it.
        PluginError: It broke, at the first item or at a later one.
    """
    items = guard(plugin, lambda: iter(call()))
    while True:
        item = guard(plugin, lambda: next(items, _END))
        if item is _END:
            return
        yield item  # type: ignore[misc]  # a sentinel of our own is no item


def _words(error: BaseException) -> str:
    """Say what went wrong; even the message of an error may be broken."""
    try:
        why = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - the error is a plugin's own
        why = ""
    name = type(error).__name__
    return f"{name}: {why}" if why else name
