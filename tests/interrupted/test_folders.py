"""Formats of several files: a folder is the old one or the new one, no mixture."""

import sys
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.interrupted.systemcalls import FULL

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="processes are not forked there"
)

ENDS = 36
"""Calls at the beginning and at the end: between them the same five are made for each
of many files."""
FOLDER, ASIDE = "progress.datapackage/", "progress.datapackage.almwp-old/"
TABLE = "progress.csv"


def inside(folder: str, files: Mapping[str, str]) -> dict[str, str]:
    """Return the files of a folder, by their names in it."""
    return {n.removeprefix(folder): f for n, f in files.items() if n.startswith(folder)}


def test_a_run_that_is_killed_leaves_whole_folders(ended: Callable[..., Any]) -> None:
    found = ended("export", at="kill_at", each=[{}], ends=ENDS, again=True)
    old, new = found["old"], found["new"]
    assert inside(FOLDER, old) != inside(FOLDER, new)
    between = 0
    for run in found["runs"]:
        files = run["files"]
        assert run["is_killed"]
        assert files[TABLE] in (old[TABLE], new[TABLE])
        if inside(FOLDER, files):
            assert inside(FOLDER, files) in (inside(FOLDER, old), inside(FOLDER, new))
        else:  # between the two renamings
            between += 1
            assert inside(ASIDE, files) == inside(FOLDER, old)
        assert run["again"] == 0
        later = {n: f for n, f in run["later"].items() if not n.startswith(".almwp-")}
        assert later == new
    assert between == 1


def test_a_disk_that_fails_leaves_all_as_it_was(ended: Callable[..., Any]) -> None:
    found = ended("export", at="fail_at", each=[{"number": FULL}], ends=ENDS)
    for run in found["runs"]:
        call = found["whole"]["made"][run["asked"]["fail_at"]]
        files = {n: f for n, f in run["files"].items() if not n.startswith(".almwp-")}
        if run["code"] == 0 or "does not confirm it" in run["said"]:
            files = {n: f for n, f in files.items() if not n.startswith(ASIDE)}
            assert files == found["new"], run
        else:
            assert (run["code"], files) == (3, found["old"]), run
        assert (run["code"] == 0) == (not run["said"])
        assert len(run["said"].splitlines()) <= 1 or call == "open"
        assert "Traceback" not in run["said"]
