"""Damaged files are read or refused; those that were not once are kept, and tried."""

from pathlib import Path

import pytest

from tests.fuzz.__main__ import damaged
from tests.fuzz.soundfiles import sound_files
from tests.fuzz.targets import TARGETS

FEW = {"old workbook": 1, "open document": 1, "saved plan": 6, "letterhead": 4}
"""Files of targets that take long; of others there are more."""
FOREIGN = {"old workbook", "open document"}
FOUND = sorted(p for p in (Path(__file__).parent / "found").iterdir() if "-" in p.name)


@pytest.mark.parametrize("target", TARGETS)
def test_a_damaged_file_is_read_or_refused(target: str) -> None:
    for seed in range(FEW.get(target, 40)):
        assert TARGETS[target](damaged(target, seed)) in ("read", "refused"), seed


@pytest.mark.parametrize("target", sorted(set(TARGETS) - FOREIGN))
def test_a_sound_file_is_read(target: str) -> None:
    outcomes = [TARGETS[target](content) for content in sound_files(target)[:8]]
    assert "read" in outcomes


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_once_is_read_or_refused_now(path: Path) -> None:
    target = path.stem.rpartition("-")[0].replace("-", " ")
    assert TARGETS[target](path.read_bytes()) in ("read", "refused")


def test_the_same_seed_gives_the_same_damage() -> None:
    for target in ("workbook", "decisions", "saved plan"):
        assert damaged(target, 7) == damaged(target, 7)
        assert damaged(target, 7) != damaged(target, 8)
