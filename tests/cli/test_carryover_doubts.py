"""``almwp carry-over`` with words, files and crosswalks that do not fit."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.carryoverfiles import ADOPTED, NEW, OLD, PROPOSALS, written

Almwp = Callable[..., Any]


@pytest.fixture
def sent(make_workbook: Callable[..., Path], tmp_path: Path) -> Path:
    """A folder with a report and proposals, a crosswalk and an adopted text beside."""
    return written(make_workbook, tmp_path)


def test_words_of_places_are_kept_until_their_framework_is_known(
    almwp: Almwp, sent: Path, tmp_path: Path, make_workbook: Callable[..., Path]
) -> None:
    rows = [list(row) for row in PROPOSALS]
    rows[7][2] = "Bogus topic"
    make_workbook("sent/vn-proposals.xlsx", *rows)
    whole = "complete = true, total = 2 }"
    text = ADOPTED.replace('"priority area" }', f'"priority area", {whole}')
    (tmp_path / "adopted.toml").write_text(text, encoding="utf-8")
    adopted = tmp_path / "adopted.toml"
    call = ["--to", adopted, "--crosswalk", tmp_path / "crosswalk.toml"]
    almwp("merge", sent, "-o", tmp_path / "without.json")
    almwp("merge", sent, "--framework", adopted, "-o", tmp_path / "with.json")
    told = [
        almwp("carry-over", given, *call).out
        for given in (sent, tmp_path / "without.json", tmp_path / "with.json")
    ]
    assert told[0] == told[1] == told[2]
    assert "'Bogus topic' is no place that is known" in told[0]
    assert "it names no outcome" not in told[0]


def test_what_the_call_reads_is_not_written_over(
    almwp: Almwp, sent: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.json"
    almwp("merge", sent, "-o", plan)
    before = plan.read_bytes()
    call = ["--to", NEW, "--format", "json", "-o", plan]
    ended = almwp("carry-over", plan, *call)
    assert (ended.code, plan.read_bytes()) == (2, before)
    assert "is read by this call" in ended.err


def test_a_crosswalk_that_fits_nothing_ends_with_one(
    almwp: Almwp, sent: Path, tmp_path: Path
) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(
        f'old_framework = "{OLD}"\nnew_framework = "{NEW}"\n[[successions]]\n'
        'kind = "succeeds"\nold = ["VN:3"]\nnew = ["VN:77"]\nbasis = "reported"\n',
        encoding="utf-8",
    )
    ended = almwp("carry-over", sent, "--to", NEW, "--crosswalk", path)
    assert ended.code == 1
    assert "(odd.toml, entry 1): 'VN:77' is no node" in ended.out
    assert "succeeded by 0" in ended.out
