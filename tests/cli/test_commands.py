"""Every command on the example submissions: results on stdout, messages on stderr."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.cli.commands import COMMANDS
from almwp.model.framework import Framework
from almwp.model.meeting import Meeting
from almwp.model.member import Member
from almwp.model.score import Scorecard
from almwp.workflow.checking import Checked
from tests.schemafit import insist_it_fits

Almwp = Callable[..., Any]


def valid(text: str, cls: type) -> Any:
    plain = json.loads(text)
    for record in plain if isinstance(plain, list) else [plain]:
        insist_it_fits(record, cls)
    return plain


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_how_it_is_used(command: str, almwp: Almwp) -> None:
    for option in ("--help", "-h"):
        ended = almwp(command, option)
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith(f"Usage: almwp {command} ")


def test_the_help_lists_every_command(almwp: Almwp) -> None:
    ended = almwp("--help")
    assert ended.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in ended.out


def test_check_accounts_for_every_cell(almwp: Almwp, submissions: Path) -> None:
    ended = almwp("check", submissions, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    files = valid(ended.out, Checked)["files"]
    assert len(files) == 4
    for file in files:
        cells = file["cells"]
        assert cells.pop("total") == sum(cells.values()) > 0


def test_check_prints_findings_in_excels_words(almwp: Almwp, submissions: Path) -> None:
    ended = almwp("check", submissions)
    assert (ended.code, ended.err) == (0, "")
    assert "ph-report-slom21.xlsx!SLOM 21!G12: note ALM210: " in ended.out
    assert ended.out.splitlines()[-1].startswith("files: 4; errors: 0; ")


def test_check_speaks_vietnamese(almwp: Almwp, submissions: Path) -> None:
    english = almwp("check", submissions, "--format", "json")
    vietnamese = almwp("check", submissions, "--format", "json", "--lang", "vi")
    for one, other in zip(
        json.loads(english.out)["files"],
        json.loads(vietnamese.out)["files"],
        strict=True,
    ):
        for said, translated in zip(one["findings"], other["findings"], strict=True):
            assert said["code"] == translated["code"]
            assert said["message"] != translated["message"]


def test_check_shows_the_fate_of_every_cell(almwp: Almwp, submissions: Path) -> None:
    ended = almwp("check", submissions, "--ledger", "--format", "json")
    for file in valid(ended.out, Checked)["files"]:
        counted = sum(entry["count"] for entry in file["ledger"])
        assert counted == file["cells"]["total"]
    assert "field or reason" in almwp("check", submissions, "--ledger").out


def test_check_compares_with_a_second_reader(almwp: Almwp, submissions: Path) -> None:
    pytest.importorskip("openpyxl")
    plain = almwp("check", submissions)
    assert almwp("check", submissions, "--cross-read").out == plain.out


def test_score_prints_shares_with_bounds_and_coverage(
    almwp: Almwp, submissions: Path
) -> None:
    ended = almwp("score", submissions, "--by", "outcome,area,body,country")
    assert (ended.code, ended.err) == (0, "")
    for word in ("programme", "outcome", "area", "body", "country", "bounds", "known"):
        assert word in ended.out


def test_score_for_machines_fits_its_schema(almwp: Almwp, submissions: Path) -> None:
    ended = almwp("score", submissions, "--format", "json", "--as-of", "slom-20")
    card = valid(ended.out, Scorecard)
    assert (ended.code, card["as_of"]) == (0, "2024-10")


def test_the_published_figure_is_reproduced(almwp: Almwp) -> None:
    ended = almwp("score", "--published", "SLOM-WG-WP-2021-2025")
    assert (ended.code, ended.err) == (0, "")
    for words in (
        "6 of 31",
        "19.4 % to 83.9 %",
        "11 of 31",
        "(inferred, as of 2022-10",
    ):
        assert words in ended.out
    plain = json.loads(
        almwp("score", "--published", "SLOM-WG-WP-2021-2025", "--format", "json").out
    )
    score = plain["lines"][0]["score"]
    assert (score["value"], score["low"], score["high"]) == ("6/31", "6/31", "26/31")


def test_a_saved_plan_scores_as_its_files_do(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.json"
    merged = almwp("merge", submissions, "-o", plan)
    assert (merged.code, merged.out) == (0, f"{plan}\n")
    of_files = almwp("score", submissions, "--by", "outcome,country")
    assert almwp("score", plan, "--by", "outcome,country").out == of_files.out
    assert (
        almwp("score", plan, submissions, "--by", "outcome,country").out == of_files.out
    )
    assert almwp("check", plan).out.startswith(f"{plan.as_posix()}: a saved plan")


def test_position_writes_word_and_markdown(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "báo cáo quốc gia"
    call = ("position", submissions, "--country", "VN", "--meeting", "slom-21")
    ended = almwp(*call, "--to", "docx", "--to", "markdown", "-o", folder)
    assert (ended.code, ended.err) == (0, "")
    written = [Path(line) for line in ended.out.splitlines()]
    assert [p.name for p in written] == [
        "position-VN-slom-21.docx",
        "position-VN-slom-21.md",
    ]
    assert zipfile.ZipFile(written[0]).testzip() is None
    assert "Viet Nam" in written[1].read_text(encoding="utf-8")


def test_no_audience_replaces_the_file_of_another(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    call = ("position", submissions, "--country", "PH", "--meeting", "slom-21")
    for audience in ("internal", "delegation", "meeting"):
        almwp(*call, "--audience", audience, "--to", "markdown", "-o", tmp_path)
    almwp(*call, "--lang", "vi", "--to", "markdown", "-o", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "position-PH-slom-21-delegation.md",
        "position-PH-slom-21-meeting.md",
        "position-PH-slom-21-vi.md",
        "position-PH-slom-21.md",
    ]


def test_position_for_a_meeting_that_nobody_knows(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    call = ("position", submissions, "--country", "Viet Nam", "--to", "markdown")
    ended = almwp(*call, "--meeting", "SLOM 22", "--date", "2026-11", "-o", tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"{tmp_path / 'position-VN-slom-22.md'}\n"


def test_export_writes_any_report(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    ended = almwp(
        "export",
        submissions,
        "--report",
        "progress",
        "--to",
        "markdown",
        "-o",
        tmp_path,
    )
    assert (ended.code, ended.out) == (0, f"{tmp_path / 'progress.md'}\n")


def test_frameworks_lists_all_and_tells_the_draft(almwp: Almwp) -> None:
    listed = almwp("frameworks")
    assert (listed.code, listed.err) == (0, "")
    assert "ALM-WP-2021-2025" in listed.out
    told = almwp("frameworks", "ALM-WP-2026-2030").out
    assert "DRAFT for 2026-2030: not adopted" in told
    assert "basis: " in told


@pytest.mark.parametrize(
    ("call", "cls"),
    [
        (("frameworks",), Framework),
        (("frameworks", "ALM-WP-2021-2025"), Framework),
        (("members",), Member),
        (("members", "--on", "2025-10-21"), Member),
        (("meetings",), Meeting),
        (("meetings", "--body", "slom"), Meeting),
    ],
)
def test_the_catalogue_is_printed_for_machines(
    call: tuple[str, ...], cls: type, almwp: Almwp
) -> None:
    ended = almwp(*call, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    assert valid(ended.out, cls)


def test_members_are_ten_before_and_eleven_since(almwp: Almwp) -> None:
    assert almwp("members", "--on", "2025-10-25").out.splitlines()[-1].startswith("10 ")
    assert almwp("members", "--on", "2025-10-26").out.splitlines()[-1].startswith("11 ")
    assert "Việt Nam" in almwp("members", "--lang", "vi").out


def test_meetings_tell_host_and_chair(almwp: Almwp) -> None:
    ended = almwp("meetings", "--body", "SLOM")
    line = next(x for x in ended.out.splitlines() if x.startswith("slom-21"))
    assert "Siem Reap" in line
    assert "slom-wg" not in ended.out


def test_plugins_says_who_brings_what(almwp: Almwp) -> None:
    ended = almwp("plugins")
    assert (ended.code, ended.err) == (0, "")
    for name in ("core", "excel", "progress", "slom", "implementation", "docx"):
        assert name in ended.out
