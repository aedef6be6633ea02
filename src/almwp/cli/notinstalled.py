"""Names that plugins of the project bring which may not be installed, and how to."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from almwp.errors import AlmwpError, UnknownNameError

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.plugins.registry import Plugins

BRINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "almwp-datapackage": {"exporter": ("datapackage",)},
        "almwp-excel": {
            "exporter": ("excel",),
            "reader": ("calamine", "csv", "xlsx"),
        },
        "almwp-iati": {"exporter": ("iati",)},
        "almwp-parquet": {"exporter": ("parquet",)},
        "almwp-pdf": {"exporter": ("pdf",)},
        "almwp-progress": {
            "scorer": (
                "achievement",
                "delivery",
                "implementation",
                "timeliness",
                "trend",
            ),
        },
        "almwp-slom": {
            "exporter": ("docx", "html", "markdown"),
            "report": (
                "alignment",
                "brief",
                "matrix",
                "overlaps",
                "plan",
                "position",
                "progress",
                "talking-points",
            ),
        },
    }
)
"""What each distribution of the project brings, by kind.  A house test keeps it in
step; the core itself knows no plugin, only whoever types a command is told of them."""


def advice_on(error: AlmwpError, translate: "Translate") -> str:
    """Return how to get what was asked for by a name that is not there.

    Empty where no distribution of the project brings it, and where that which does is
    installed: it was left alone then, or could not be used, which is said elsewhere.
    """
    from almwp.installing import install_command

    if not isinstance(error, UnknownNameError):
        return ""
    name = error.name.strip().casefold()
    for distribution, brought in BRINGS.items():
        if name in brought.get(error.kind, ()) and not _is_installed(distribution):
            sentence = translate(
                "'{name}' comes with {distribution}, which is not installed; in the "
                "folder of the project type: {command}"
            )
            command = install_command(f"./plugins/{distribution}")
            return sentence.format(
                name=name, distribution=distribution, command=command
            )
    return ""


def advice_without_readers(plugins: "Plugins", translate: "Translate") -> str:
    """Return how to get what reads files; empty where something does."""
    from almwp.installing import install_command

    brings = [name for name, brought in BRINGS.items() if "reader" in brought]
    if plugins.readers or any(map(_is_installed, brings)):
        return ""
    sentence = translate(
        "files are read and templates written by {distribution}, which is not "
        "installed; in the folder of the project type: {command}"
    )
    command = install_command(f"./plugins/{brings[0]}")
    return sentence.format(distribution=brings[0], command=command)


def _is_installed(distribution: str) -> bool:
    from importlib.metadata import PackageNotFoundError, version

    try:
        version(distribution)
    except PackageNotFoundError:
        return False
    return True
