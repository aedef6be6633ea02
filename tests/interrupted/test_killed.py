"""A run that is killed leaves each file as it was, or as it shall be."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="processes are not forked there"
)

MOMENTS = 105
"""How often each of two commands is killed: at each call to the system, half way
through each writing, and at random moments besides."""


@pytest.mark.parametrize("what", ["merge", "position"])
def test_a_run_that_is_killed_leaves_no_damaged_file(
    what: str, ended: Callable[..., Any]
) -> None:
    found = ended(
        what,
        at="kill_at",
        each=[{}, {"is_half": True}],
        in_all=MOMENTS,
        again=what == "merge",
    )
    old, new, runs = found["old"], found["new"], found["runs"]
    assert found["whole"]["code"] == 0
    assert len(runs) == MOMENTS
    assert all(run["is_killed"] for run in runs if run["asked"])
    for run in runs:
        files = {n: f for n, f in run["files"].items() if not is_left_over(n)}
        assert set(old) <= set(files) <= set(new), run
        for name, fingerprint in files.items():
            assert fingerprint in (old.get(name), new[name]), (name, run)
        if "again" in run:
            assert run["again"] == 0
            later = {n: f for n, f in run["later"].items() if not is_left_over(n)}
            assert set(later) == set(new)


def is_left_over(name: str) -> bool:
    return name.startswith(".almwp-") and name.endswith((".part", ".lock", ".old"))
