"""The table of what was measured is put in its place, and two of them are compared."""

import subprocess
import sys
from pathlib import Path

import pytest

import almwp

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
SETTING = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from bars import Bar
from measuring import Compared
from table import differing, save, table
def bar(*ratios, what="one / other"):
    return Bar(code="P1", what=what, most=1.0, found=Compared.of(ratios))
"""
PAGE = "# Speed\n\n<!-- The table begins: benchmarks/run.py --save writes it. -->\n"
END = "<!-- The table ends. -->\n\nMore.\n"


def run(work: str, *words: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SETTING + work, str(BENCHMARKS), *map(str, words)],
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_table_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(f"{PAGE}old{END}", encoding="utf-8")
    for _ in range(2):
        run("save(Path(sys.argv[2]), table([bar(0.5, 0.6, 0.7)]))", page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith(PAGE)
    assert text.endswith(END)
    assert "old" not in text
    assert text.count("| P1 | one / other") == 1
    assert "| 0.60" in text
    assert "| 0.50 to 0.70" in text


def test_a_page_without_a_place_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "other.md"
    page.write_text("# Other\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="has no place for the table"):
        run("save(Path(sys.argv[2]), 'x')", page)
    assert page.read_text(encoding="utf-8") == "# Other\n"


@pytest.mark.parametrize(
    ("now", "agrees"),
    [("0.5, 0.6", True), ("0.69, 0.8", True), ("0.75, 0.8", True), ("0.9, 1.0", False)],
)
def test_runs_agree_where_their_spreads_meet(now: str, agrees: bool) -> None:
    said = run(f"print(*differing(table([bar(0.5, 0.7)]), [bar({now})]))").strip()
    assert said == "" if agrees else said.startswith("one / other: 0.50 to 0.70 before")


def test_what_was_not_measured_before_is_no_difference() -> None:
    work = "print(*differing(table([bar(0.5)]), [bar(9.0, what='new')]))"
    assert run(work).strip() == ""


def test_thousands_of_returns_are_of_their_senders_and_without_faults(
    tmp_path: Path,
) -> None:
    run("from senders import returns; returns(Path(sys.argv[2]), 110, 4)", tmp_path)
    read = almwp.read(tmp_path)
    assert len(read.submissions) == 110
    assert [found for sent in read.submissions for found in sent.findings] == []
    assert len({sent.institution for sent in read.submissions}) == 54
    plan = almwp.merge(read)
    assert len(plan.activities) == 54 * 4
    assert (plan.conflicts, plan.likely_versions, plan.superseded) == ((), (), ())
    assert max(len(activity.origins) for activity in plan.activities) == 3


def test_no_trap_is_fallen_into(tmp_path: Path) -> None:
    work = """
from traps import lost_of, write_traps
from almwp.workflow.bookreading import read_book
from almwp.workflow.session import Session
write_traps(Path(sys.argv[2]))
print(lost_of(read_book(Path(sys.argv[2]), Session.start().reading).book))
"""
    assert run(work, tmp_path / "traps.xlsx").strip() == "[]"
