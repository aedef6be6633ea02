"""For plugin authors: the conformance kit and samples, imported when asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from almwp.testing.conformance.exporters import check_exporter
    from almwp.testing.conformance.frameworks import check_framework
    from almwp.testing.conformance.languages import check_language
    from almwp.testing.conformance.readers import check_reader
    from almwp.testing.conformance.reports import check_report
    from almwp.testing.conformance.scorers import check_scorer
    from almwp.testing.samplerequest import sample_request
    from almwp.testing.samples import sample_framework, sample_plan, sample_reports

__all__ = [
    "check_exporter",
    "check_framework",
    "check_language",
    "check_reader",
    "check_report",
    "check_scorer",
    "sample_framework",
    "sample_plan",
    "sample_reports",
    "sample_request",
]

_DEFINED_IN = {
    "check_exporter": "conformance.exporters",
    "check_framework": "conformance.frameworks",
    "check_language": "conformance.languages",
    "check_reader": "conformance.readers",
    "check_report": "conformance.reports",
    "check_scorer": "conformance.scorers",
    "sample_framework": "samples",
    "sample_plan": "samples",
    "sample_reports": "samples",
    "sample_request": "samplerequest",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for: pytest imports this package when it starts."""
    if name == "strategies":  # brings Hypothesis, which is not installed everywhere
        return import_module(f"{__name__}.strategies")
    if name not in _DEFINED_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_DEFINED_IN[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "strategies"]
