"""What is said where the library that draws figures is not installed."""

from collections.abc import Iterator
from contextlib import contextmanager

from almwp.errors import CallError
from almwp.installing import install_command


@contextmanager
def needs_matplotlib() -> Iterator[None]:
    """Say how to install matplotlib where it cannot be imported.

    Raises:
        CallError: It is not installed.
    """
    try:
        yield
    except ImportError as error:
        raise CallError(
            "figures are drawn by matplotlib, which is not installed; type: {command}",
            command=install_command("almwp[figures]"),
        ) from error


def refuse_without_matplotlib() -> None:
    """Refuse to draw where nothing can be drawn, before long work is begun.

    Raises:
        CallError: matplotlib is not installed.
    """
    with needs_matplotlib():
        import matplotlib  # noqa: F401
