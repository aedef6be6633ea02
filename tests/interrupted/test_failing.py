"""A disk that is full or broken at any moment damages no file, and it is said."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.interrupted.systemcalls import BROKEN, FULL

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="processes are not forked there"
)

TAKES_ROOM = ["open", "write", "fsync", "link", "mkdir"]
WAYS = {
    "full once": {"number": FULL},
    "broken once": {"number": BROKEN},
    "full from then on": {"number": FULL, "goes_on": True, "only": TAKES_ROOM},
    "broken from then on": {"number": BROKEN, "goes_on": True},
}
SAID = ("there is no room left", "the disk or the network does not answer")


@pytest.mark.parametrize("what", ["merge", "position"])
def test_a_disk_that_fails_damages_no_file(
    what: str, ended: Callable[..., Any]
) -> None:
    found = ended(what, at="fail_at", each=[*WAYS.values()])
    old, new, made = found["old"], found["new"], found["whole"]["made"]
    assert {"write", "fsync", "replace"} <= set(made)
    assert len(found["runs"]) == len(made) * len(WAYS)
    for run in found["runs"]:
        call = made[run["asked"].pop("fail_at")]
        (way,) = (way for way, asked in WAYS.items() if run["asked"] == asked)
        files = {n: f for n, f in run["files"].items() if not n.startswith(".almwp-")}
        left = {n: f for n, f in run["files"].items() if n.startswith(".almwp-")}
        said = run["said"]
        assert not run["is_killed"]
        assert "Traceback" not in said
        if run["code"] == 0:
            assert (said, files) == ("", new), run
        elif "does not confirm it" in said:
            assert (run["code"], files) == (3, new), run
        elif "is kept in" in said:  # then nothing at all can be put right any more
            assert run["code"] == 3
            assert way == "broken from then on"
            for name, fingerprint in old.items():
                assert files[name] == fingerprint or fingerprint in left.values()
            assert set(files.values()) <= {*old.values(), *new.values()}
        else:
            assert (run["code"], files) == (3, old), run
        if run["code"]:
            lines = said.splitlines()
            assert all(line.startswith("almwp: ") for line in lines), said
            assert any(words in said for words in SAID) or "is kept in" in said
            assert len(lines) == 1 or call == "open"  # an input that was not read, too
        if way != "broken from then on" and call not in ("unlink", "rmdir"):
            assert not left, run
