"""The plugin host: what a plugin may contribute, and how it is loaded.

Each name is imported when it is first used: every start loads every plugin.
"""

TYPE_CHECKING = False  # checkers know the name; typing itself is slow to import

if TYPE_CHECKING:
    from almwp.plugins.hookspecs import hookimpl
    from almwp.plugins.records import (
        Exporter,
        FrameworkSource,
        Language,
        Reader,
        ReportKind,
        Scorer,
    )
    from almwp.plugins.reportrequest import ReportRequest

__all__ = [
    "Exporter",
    "FrameworkSource",
    "Language",
    "Reader",
    "ReportKind",
    "ReportRequest",
    "Scorer",
    "hookimpl",
]

_HOMES = {
    "ReportRequest": "almwp.plugins.reportrequest",
    "hookimpl": "almwp.plugins.hookspecs",
}
"""The modules of those names that are no records."""

if not TYPE_CHECKING:

    def __getattr__(name):
        """Import what is shown here when it is first used."""
        if name not in __all__:
            raise AttributeError(f"module 'almwp.plugins' has no attribute {name!r}")
        from importlib import import_module

        home = import_module(_HOMES.get(name, "almwp.plugins.records"))
        found = globals()[name] = getattr(home, name)
        return found

    def __dir__():
        """Show what plugins need, and nothing else."""
        return sorted(__all__)
