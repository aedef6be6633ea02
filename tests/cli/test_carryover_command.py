"""What ``almwp carry-over`` prints, writes and refuses."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from almwp.cli.carryoverfile import COLUMNS
from almwp.plan.carryover import CarriedOver
from tests.cli.carryoverfiles import NEW, OLD, written
from tests.schemafit import insist_it_fits
from tests.workflow.carryovermaking import fill_in

Almwp = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def sent(make_workbook: Callable[..., Path], tmp_path: Path) -> Path:
    """A folder with a report and proposals, a crosswalk and an adopted text beside."""
    return written(make_workbook, tmp_path)


def test_every_activity_is_listed_by_outcome_with_cells(
    almwp: Almwp, sent: Path
) -> None:
    ended = almwp("carry-over", sent, "--to", NEW)
    assert ended.code == 0
    first, *_ = ended.out.splitlines()
    assert first == f"{OLD} -> {NEW}, by the newest reports"
    assert ended.out.index("1 Skilled and Adaptable") < ended.out.index("4 Expanded")
    assert "[vn.xlsx!Report!F7]" in ended.out
    assert (
        "activities of ALM-WP-2021-2025: 4 (closed 1, continues 1, succeeded by 0, "
        "proposed anew 1, dropped 0, undecided 1)" in ended.out
    )
    assert "proposals: 4 (new 3, proposed anew 1)" in ended.out
    assert "is a draft" in ended.out
    assert "Digital skills (*)" in ended.out


def test_proposals_move_from_topics_to_the_adopted_text(
    almwp: Almwp, sent: Path
) -> None:
    folder = sent.parent
    call = ["--to", folder / "adopted.toml", "--crosswalk", folder / "crosswalk.toml"]
    ended = almwp("carry-over", sent, *call, "--format", "json")
    assert ended.code == 0
    made = json.loads(ended.out)
    insist_it_fits(made, CarriedOver)
    places = {
        p["id"]: [place["node"] for place in p["hanging"].get("places", [])]
        for p in made["proposals"]
    }
    assert places == {"VN:11": ["A1"], "VN:12": [], "VN:13": [], "VN:14": ["A2"]}
    hung = {p["id"]: p["hanging"] for p in made["proposals"]}
    assert [c["node"] for c in hung["VN:12"]["choices"]] == ["A1", "A2"]
    assert "closes" in hung["VN:13"]["why"]
    by_id = {a["id"]: a for a in made["activities"]}
    assert by_id["VN:2"]["hanging"]["places"][0]["node"] == "G1"
    assert made["new_is_adopted"] is True
    assert "taken from" in ended.err


def test_a_saved_plan_gives_the_same_as_its_files(
    almwp: Almwp, sent: Path, tmp_path: Path
) -> None:
    almwp("merge", sent, "-o", tmp_path / "plan.json")
    call = ["--to", tmp_path / "adopted.toml", "--crosswalk", "crosswalk.toml"]
    call[-1] = str(tmp_path / "crosswalk.toml")
    assert (
        almwp("carry-over", tmp_path / "plan.json", *call).out
        == almwp("carry-over", sent, *call).out
    )


def test_the_template_that_comes_back_decides(
    almwp: Almwp, sent: Path, tmp_path: Path
) -> None:
    form = tmp_path / "undecided.xlsx"
    ended = almwp(
        "carry-over", sent, "--to", NEW, "--country", "VN", "--template", form
    )
    assert ended.code == 0
    assert form.is_file()
    untouched = almwp("carry-over", sent, form, "--to", NEW)
    assert "proposed anew 1, dropped 0, undecided 1" in untouched.out
    assert "its row of the form was not filled in" in untouched.out
    assert "not filled in 1" in untouched.out
    fill_in(form)
    again = almwp("carry-over", sent, form, "--to", NEW)
    assert "proposed anew 2, dropped 0, undecided 0" in again.out
    refused = almwp("carry-over", sent, "--to", NEW, "--template", form)
    assert refused.code == 2
    assert "is there already" in refused.err
    none = tmp_path / "none.xlsx"
    ended = almwp("carry-over", sent, form, "--to", NEW, "--template", none)
    assert ended.code == 0
    assert not none.exists()
    assert "nothing is undecided" in ended.err


def test_csv_has_each_item_once(almwp: Almwp, sent: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    ended = almwp("carry-over", sent, "--to", NEW, "--format", "csv", "-o", path)
    assert (ended.code, ended.out) == (0, f"{path}\n")
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == COLUMNS
    told = [(row["what"], row["id"]) for row in rows]
    assert told == [
        *(("activity", f"VN:{n}") for n in range(1, 5)),
        *(("proposal", f"VN:{n}") for n in range(11, 15)),
    ]
    assert rows[2]["fate"] == "proposed anew"
    assert rows[2]["proposals"] == "VN:11"
    assert rows[4]["continues"] == "VN:3"


def test_it_speaks_vietnamese(almwp: Almwp, sent: Path, tmp_path: Path) -> None:
    call = ["--to", tmp_path / "adopted.toml", "--lang", "vi"]
    out = almwp("carry-over", sent, *call).out
    for english in (
        *("reported", "proposal ", "activities of", "undecided", "continues"),
        *("crosswalk", "No place", "becomes", "time frame"),
    ):
        assert english not in out, english
    assert "chưa quyết định" in out


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (["--to", "ALM-WP-2036"], 2, "no framework named"),
        (["--to", OLD], 2, "no programme before"),
        (["--to", NEW, "--framework", NEW], 2, "does not begin before"),
        (["--to", NEW, "--framework", "X"], 2, "no framework named 'X'"),
        (["--to", NEW, "--country", "Atlantis"], 2, "no country named"),
        (["--to", NEW, "--as-of", "soon"], 2, "neither a date"),
        (["--to", NEW, "-o", "x.csv"], 2, "say --format csv"),
        (["--to", NEW, "--format", "csv", "-o", "x.xlsx"], 2, "ending in .csv"),
        (["--to", NEW, "--crosswalk", "none.toml"], 3, "could not be read"),
        (["--to", NEW, "--template", "x.docx"], 2, "no template can be written"),
        (["--to", NEW, "--lang", "xx"], 2, "no language"),
        (["--to", "none.toml"], 3, "could not be read"),
        ([], 2, "Missing option '--to'"),
    ],
)
def test_a_wrong_call_is_refused_in_one_sentence(
    almwp: Almwp, sent: Path, call: Sequence[str], code: int, said: str
) -> None:
    ended = almwp("carry-over", sent, *call)
    assert ended.code == code
    assert said in ended.err
    assert ended.out == ""


def test_a_crosswalk_that_leads_elsewhere_is_refused(
    almwp: Almwp, sent: Path, tmp_path: Path
) -> None:
    crosswalk = tmp_path / "crosswalk.toml"
    call = ["--to", "ASCC-SP-2026-2035", "--crosswalk", crosswalk]
    ended = almwp("carry-over", sent, *call)
    assert ended.code == 2
    assert "does not lead to ASCC-SP-2026-2035" in ended.err


def test_files_with_nothing_of_the_earlier_programme_are_refused(
    almwp: Almwp, sent: Path
) -> None:
    ended = almwp("carry-over", sent / "vn-proposals.xlsx", "--to", NEW)
    assert ended.code == 2
    assert "name the earlier one with --framework" in ended.err
    ended = almwp(
        *("carry-over", sent / "vn-proposals.xlsx", "--to", NEW, "--framework", OLD)
    )
    assert ended.code == 0
    assert "proposals: 4 (asked 1, new 3)" in ended.out


def test_the_commands_of_the_page_run_one_after_the_other(
    almwp: Almwp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs/how-to/carry-over.md").read_text(encoding="utf-8")
    for name, text in re.findall(r"```toml\n# (\S+)\n(.*?)```", page, re.DOTALL):
        Path(name).write_text(text, encoding="utf-8")
    commands = re.findall(r"^\$ almwp (.*)$", page, re.MULTILINE)
    assert len(commands) == 6
    for command in commands:
        ended = almwp(*command.split())
        assert (ended.code, ended.out != "") == (0, True), command
    assert Path("carried.csv").is_file()
    assert Path("undecided.xlsx").is_file()
