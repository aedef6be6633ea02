"""The plugin host: what a plugin may contribute, and how it is loaded."""

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
