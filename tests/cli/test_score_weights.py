"""``almwp score`` with weights: shares instead of counts, and each absence by name."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Almwp = Callable[..., Any]

ROWS = (
    "Activity,Status,Budget,Lead country,Outcome\n"
    "Job fairs,Completed,25.000 USD,VN; ID,1\n"
    "Survey,Planned,US$ 75000,VN,2\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "vn.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def policy(folder: Path, text: str) -> Path:
    path = folder / "policy.toml"
    path.write_text(text, encoding="utf-8")
    return path


def scored(almwp: Almwp, report: Path, *options: str | Path) -> Any:
    call = ("score", report, "--from-country", "VN", "--framework", "ALM-WP-2021-2025")
    ended = almwp(*call, *options)
    assert ended.code == 0, ended.err
    return ended


@pytest.mark.parametrize("method", ["implementation", "timeliness"])
def test_the_table_shows_shares_where_activities_weigh_differently(
    almwp: Almwp, report: Path, tmp_path: Path, method: str
) -> None:
    budget = policy(tmp_path, 'weights = "budget"')
    plain = scored(almwp, report, "--method", method).out
    out = scored(almwp, report, "--method", method, "--policy", budget).out
    counts = re.compile(r"\d to \d of 2")  # bounds as numbers of activities
    assert counts.search(plain)
    assert not counts.search(out)
    assert "shares of the weight, not numbers" in out
    if method == "implementation":
        assert "25 % completed" in out


def test_the_policy_is_told_in_vietnamese(
    almwp: Almwp, report: Path, tmp_path: Path
) -> None:
    budget = policy(tmp_path, 'weights = "budget"')
    out = scored(almwp, report, "--policy", budget, "--lang", "vi").out
    assert "chính sách tính" in out
    assert "theo kinh phí" in out


def test_several_leads_count_once_in_the_programme_and_the_table_says_so(
    almwp: Almwp, report: Path
) -> None:
    out = scored(almwp, report, "--by", "country,outcome", "--format", "json").out
    lines = json.loads(out)["lines"]
    totals = {
        (x["scope"]["kind"], x["scope"]["id"]): x["score"]["total"] for x in lines
    }
    assert totals["programme", "ALM-WP-2021-2025"] == 2
    assert (totals["country", "VN"], totals["country", "ID"]) == (2, 1)
    table = scored(almwp, report, "--by", "country,outcome").out
    assert "lead or co-lead counts for each of them, and once in the programme" in table


def test_977_planned_and_964_implemented_prints_98_7_percent(
    almwp: Almwp, tmp_path: Path
) -> None:
    states = ["Completed"] * 964 + ["Planned"] * 13
    rows = [f"Activity number {n},{state}" for n, state in enumerate(states)]
    path = tmp_path / "all.csv"
    path.write_text("\n".join(["Activity,Status", *rows]), encoding="utf-8")
    out = scored(almwp, path, "--by", "programme").out
    rows = out.splitlines()
    place = next(n for n, row in enumerate(rows) if row.startswith("programme"))
    assert "964 of 977 " in rows[place]
    assert "977 of 977" in rows[place]
    assert "(98.7 %) completed" in rows[place + 1]
