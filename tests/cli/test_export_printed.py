"""Overlaps and alignment on the terminal: as a table of text, and as JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.model.report import Report
from tests.schemafit import insist_it_fits

Almwp = Callable[..., Any]


@pytest.mark.parametrize("report", ["overlaps", "alignment", "progress"])
def test_any_report_can_be_printed_as_json(
    almwp: Almwp, submissions: Path, report: str
) -> None:
    ended = almwp("export", submissions, "--report", report, "--to", "json", "--print")
    assert (ended.code, ended.err) == (0, "")
    plain = json.loads(ended.out)
    insist_it_fits(plain, Report)
    assert plain["data"]["of"] in {"overlaps", "alignment", "scorecard"}


def test_overlaps_can_be_printed_as_a_table(almwp: Almwp, submissions: Path) -> None:
    ended = almwp("export", submissions, "--report", "overlaps", "--to", "markdown",
                  "--print")  # fmt: skip
    assert ended.code == 0
    assert (
        "| Outcome | BN | KH | ID | LA | MY | MM | PH | SG | TH | TL | VN |"
        in ended.out
    )
    assert "ASEAN; Placement; Protection; Migrant Fishers" in ended.out


def test_printing_writes_no_file(
    almwp: Almwp, submissions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    almwp("export", submissions, "--report", "alignment", "--to", "json", "--print")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("formats", "said"),
    [
        (["--to", "json", "--to", "markdown"], "name one format to print, with --to"),
        (["--to", "docx"], "docx is no text"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    almwp: Almwp, submissions: Path, formats: list[str], said: str
) -> None:
    ended = almwp("export", submissions, "--report", "overlaps", "--print", *formats)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
