"""What holds for all tests: none is timed, and in CI no program may be missing.

Plugins begin with the same examples: as a plan, as a report, and as files in a folder.
"""

import os
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:  # starting pytest must not import what is measured
    from almwp.exporting.filesets import Files
    from almwp.model.report import Report
    from almwp.model.workplan import WorkPlan

# How long an example takes depends on the machine and on what else it does.
# The phase that explains failures traces lines of examples, which takes memory and
# some time, and only adds remarks to a failure.
settings.register_profile(
    "untimed",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
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


@pytest.fixture(scope="session")
def example_plan() -> "WorkPlan":
    """Return the plan of the submissions among the examples."""
    from almwp.workflow.session import Session

    session = Session.start()
    folder = Path(__file__).with_name("examples") / "submissions"
    return session.merge(session.read([folder]).submissions)


@pytest.fixture(scope="session")
def example_report(example_plan: "WorkPlan") -> "Report":
    """Return the report on that plan."""
    from almwp.workflow.reporting import Wanted
    from almwp.workflow.session import Session

    return Session.start().report(example_plan, Wanted(report="plan"))


@pytest.fixture
def in_new_folder(
    tmp_path_factory: pytest.TempPathFactory,
) -> "Callable[[Files], Path]":
    """Return what writes the files of a format of several into a new folder."""

    def write(files: "Files") -> Path:
        folder = tmp_path_factory.mktemp("files")
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        return folder

    return write
