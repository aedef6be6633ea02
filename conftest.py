"""What holds for all tests: none is timed, and in CI no program may be missing."""

import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes depends on the machine and on what else it does.
settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

ALL_PROGRAMS = "ALMWP_ALL_PROGRAMS"
"""Set where every program is there (.ci/run): no test may miss one then."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Fail a test that would be skipped because a program is not installed."""
    report = yield
    _insist(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[
    None, pytest.CollectReport, pytest.CollectReport
]:
    """Fail a file of tests that would be skipped for the same reason."""
    report = yield
    _insist(report)
    return report


def _insist(report: pytest.TestReport | pytest.CollectReport) -> None:
    if not (report.skipped and os.environ.get(ALL_PROGRAMS)):
        return
    why = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
    if "not installed" in why:
        report.outcome = "failed"
        report.longrepr = f"{why}, and {ALL_PROGRAMS} is set: it must be"
