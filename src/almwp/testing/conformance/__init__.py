"""The promises that every plugin keeps, as plain functions for any test runner.

Each raises an AssertionError that names the promise that is not kept.
"""

from almwp.testing.conformance.exporters import check_exporter
from almwp.testing.conformance.frameworks import check_framework
from almwp.testing.conformance.languages import check_language
from almwp.testing.conformance.readers import check_reader
from almwp.testing.conformance.reports import check_report
from almwp.testing.conformance.scorers import check_scorer

__all__ = [
    "check_exporter",
    "check_framework",
    "check_language",
    "check_reader",
    "check_report",
    "check_scorer",
]
