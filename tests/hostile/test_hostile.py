"""Every hostile file is refused or read by a stated rule, and nothing else happens.

Each is given to the real command in a process of its own; those that ask for little are
given twenty at a time, so that one bad file among many is seen not to stop the others.
What is bounded are seconds of the processor, not of the clock: the machine may be busy.
"""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.hostile.corpus import all_files
from tests.hostile.hostile import CHECK, Hostile
from tests.hostile.running import Ended, binding, run, run_together

SECONDS = 10
"""Where the bound was set; a machine that is slower is given more in proportion."""
MEMORY = 500_000_000
LONGEST_LINE = 2_500
"""More than this is no sentence that anybody reads."""
TOGETHER = 20
SMALL = (
    *("zip", "xml", "links", "sheet", "xls", "xlsb", "ods", "csv"),
    *("value", "text", "plan"),
)
"""Families of which each file asks for little."""
LARGE = ("bomb", "millions", "layout", "name", "object", "setting", "letterhead")
ORDERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FILES = list(all_files())
ALONE = [h for h in FILES if h.family in LARGE or h.call != CHECK]
FEW = [h for h in FILES if h not in ALONE]
BATCHES = [FEW[at : at + TOGETHER] for at in range(0, len(FEW), TOGETHER)]


def why_not_here(hostile: Hostile) -> str:
    """Say why a file cannot be tried on this machine; empty where it can."""
    for need in hostile.needs:
        if need == "posix" and sys.platform == "win32":
            return "Windows has no such files or names"
        if need == "linux" and sys.platform != "linux":
            return "names of files are text here"
        if need == "no root" and binding() is None:
            return "whoever runs the tests may open everything"
    return ""


def code_said(said: str) -> int:
    """Return the exit code to which what was said of a file leads."""
    if "error ALM100:" in said:
        return 3
    return int(": error " in said)


def faults_of(hostile: Hostile, said: str) -> list[str]:
    """Return what is not as it is due in what was said of a file."""
    faults = [f"not said: {words}" for words in hostile.says if words not in said]
    faults += [f"said: {words!r}" for words in hostile.never if words in said]
    if hostile.code == 3 and hostile.content and said.count("error ALM100:") > 1:
        faults.append("not one sentence")
    is_shown = hostile.file.isprintable() and (hostile.code or hostile.call == CHECK)
    if is_shown and hostile.file not in said:
        faults.append("the file is not named")
    if order := ORDERS.search(said.replace("\r\n", "\n")):
        faults.append(f"an order to the terminal: {order[0]!r}")
    if max(map(len, said.split("\n"))) > LONGEST_LINE:
        faults.append("a sentence without end")
    return [f"{hostile.name}: {fault}" for fault in faults]


def insist_on_bounds(ended: Ended) -> None:
    assert not ended.overran, "it hung"
    assert "Traceback" not in ended.said
    if ended.seconds is not None and ended.bytes is not None:
        assert ended.seconds <= SECONDS * ended.slowness
        assert ended.bytes <= MEMORY


def test_the_corpus_holds_every_family() -> None:
    families = Counter(hostile.family for hostile in FILES)
    assert set(families) == {*SMALL, *LARGE}
    assert min(families.values()) >= 5
    assert sum(families.values()) >= 150
    names = Counter(hostile.name for hostile in FILES)
    assert names.most_common(1)[0][1] == 1


@pytest.mark.parametrize("family", ["zip", "xlsb", "ods", "letterhead"])
def test_hostile_files_are_the_same_bytes_each_time(family: str) -> None:
    for hostile in FILES:
        if hostile.family == family and hostile.content is not None:
            assert hostile.content() == hostile.content(), hostile.name


@pytest.mark.parametrize("hostile", ALONE, ids=lambda hostile: hostile.name)
def test_a_hostile_file_comes_to_its_stated_end(
    hostile: Hostile, tmp_path: Path
) -> None:
    if why := why_not_here(hostile):
        pytest.skip(why)
    ended = run(hostile, tmp_path)
    insist_on_bounds(ended)
    assert ended.code == hostile.code, ended.said[:LONGEST_LINE]
    assert faults_of(hostile, ended.said) == []


@pytest.mark.parametrize(
    "batch", BATCHES, ids=lambda batch: f"{batch[0].name}...{batch[-1].name}"
)
def test_hostile_files_do_not_stop_each_other(
    batch: list[Hostile], tmp_path: Path
) -> None:
    ended, said = run_together(batch, tmp_path)
    insist_on_bounds(ended)
    faults = []
    for hostile, words in zip(batch, said, strict=True):
        faults += faults_of(hostile, words)
        if code_said(words) != hostile.code:
            told = f"code {code_said(words)}, due is {hostile.code}"
            faults.append(f"{hostile.name}: {told}: {words}")
    assert faults == []
    assert ended.code == max(hostile.code for hostile in batch), ended.said
