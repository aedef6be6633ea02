"""The corpus has a workbook for every rule, and is what its generator writes."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from almwp.findings import (
    comparison_rules,
    holding_rules,
    matrix_rules,
    merge_rules,
)
from almwp.findings.rule import Rule
from almwp.findings.rules import RULES

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BOOKS = sorted((HERE / "books").glob("*.xlsx"))
PAIRS = sorted((HERE / "pairs").glob("*/truth.json"))


def truth_of(path: Path) -> dict[str, Any]:
    text = path.with_suffix(".json").read_text(encoding="utf-8")
    truth: dict[str, Any] = json.loads(text)
    return truth


def test_every_rule_has_a_workbook_that_triggers_it() -> None:
    told = {code for path in BOOKS for code, _, _ in truth_of(path)["findings"]}
    for pair in PAIRS:
        between = truth_of(pair)["findings"].values()
        told |= {code for found in between for code, _, _ in found}
    # Two versions of one table: each is planted in tests/plan/comparing.
    planted = {r.code for r in vars(comparison_rules).values() if isinstance(r, Rule)}
    # A matrix is no submission; its rules are met in tests/workflow.
    planted |= {r.code for r in vars(matrix_rules).values() if isinstance(r, Rule)}
    # What is held back from a meeting is met in tests/plan/test_holding.py.
    planted |= {r.code for r in vars(holding_rules).values() if isinstance(r, Rule)}
    # What decisions and saved plans bring about is met in tests of merging.
    planted |= {
        rule.code for rule in (merge_rules.OWNER_UNCLEAR, merge_rules.OLDER_PLAN)
    }
    planted |= {r.code for r in RULES.values() if r.name.startswith("decision")}
    assert sorted(set(RULES) - told - planted) == []


def test_the_corpus_has_one_difficulty_in_each_of_its_many_workbooks() -> None:
    assert len(BOOKS) >= 45
    assert len({truth_of(path)["difficulty"] for path in BOOKS}) == len(BOOKS)
    assert all(path.stat().st_size < 20_000 for path in BOOKS)


def test_the_corpus_is_what_its_generator_writes(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "tests.corpus.make_corpus", str(tmp_path)]
    subprocess.run(call, cwd=ROOT, check=True, timeout=120)
    committed = files_below(HERE / "books") | files_below(HERE / "pairs")
    written = files_below(tmp_path / "books") | files_below(tmp_path / "pairs")
    assert sorted(written) == sorted(committed)
    for name, path in committed.items():
        assert parts_of(written[name]) == parts_of(path), name


def files_below(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder.parent).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file()
    }


def parts_of(path: Path) -> dict[str, bytes]:
    """Return the parts of a workbook: packing differs from machine to machine."""
    if not zipfile.is_zipfile(path):
        return {"": path.read_bytes().replace(b"\r\n", b"\n")}
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
