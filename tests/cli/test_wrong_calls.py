"""What goes wrong ends in one clear sentence on stderr and its own exit code."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Almwp = Callable[..., Any]
MakeWorkbook = Callable[..., Path]

TABLE = ("No.", "Activity", "Lead country", "Status")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("nothing", "No such command 'nothing'"),
        ("check", "Missing argument 'FILE...'"),
        ("check SUBMISSIONS --format xml", "'xml' is not one of"),
        ("check SUBMISSIONS --lang xx", "no language named 'xx' (known: en,"),
        ("check SUBMISSIONS --framework x", "no framework named 'x' (known: "),
        ("check SUBMISSIONS --lang EN", "; did you mean 'en'?"),
        (
            "check SUBMISSIONS --framework alm-wp-2021-2025",
            "; did you mean 'ALM-WP-2021-2025'?",
        ),
        ("check SUBMISSIONS --framework=", "no framework named '' (known: "),
        ("check SUBMISSIONS --from-country=", "no country named '' (known: "),
        ("template progress --framework=", "no framework named '' (known: "),
        ("template progress --country=", "no country named '' (known: "),
        ("score SUBMISSIONS --framework=", "no framework named '' (known: "),
        ("export SUBMISSIONS --report progress --country=", "no country named ''"),
        ("position SUBMISSIONS --meeting slom-21 --country=", "no country named ''"),
        ("position SUBMISSIONS --meeting= --country VN", "no meeting named ''"),
        ("check SUBMISSIONS --from-country x", "no country named 'x' (known: "),
        ("--without slim check SUBMISSIONS", "no plugin named 'slim' (known: "),
        ("score", "nothing was named to score; name files"),
        ("score SUBMISSIONS --published X", "name files to score or a"),
        ("score gone.xlsx --by x", "no scope named 'x' (known: programme, "),
        ("score gone.xlsx --method x", "no scorer named 'x' (known: "),
        ("score gone.xlsx --as-of soon", "'soon' is neither a date"),
        ("score --published x", "no framework named 'x' (known: "),
        ("score --published ALM-WP-2026-2030", "no count of activities was"),
        ("merge SUBMISSIONS", "say where to save the plan, -o plan.json"),
        ("position gone.xlsx", "say whose position it is"),
        ("position gone.xlsx --country VN", "say for which meeting it is"),
        ("position gone.xlsx --country x --meeting slom-21", "no country"),
        # An unknown meeting may be described in the files: only they tell.
        ("position SUBMISSIONS --country VN --meeting x", "no meeting"),
        (
            "position gone.xlsx --country VN --meeting x --date x",
            "'x' is no date such as 2026-11-18",
        ),
        (
            "position gone.xlsx --country VN --meeting slom-21 --date 2026",
            "slom-21 is known to begin on 2025-10-21",
        ),
        (
            "position gone.xlsx --country VN --meeting slom-21 --to x",
            "no exporter named 'x' (known: csv, ",
        ),
        ("export gone.xlsx --report x", "no report named 'x' (known: "),
        ("frameworks x", "no framework named 'x' (known: "),
        ("meetings --body x", "no body named 'x' (known: "),
        ("members --on today", "'today' is no day such as 2025-10-21"),
        (
            "--without slom position gone.xlsx --country VN --meeting slom-21",
            "no exporter named 'docx' (known: csv, ",
        ),
    ],
)
def test_a_wrong_call_is_said_before_anything_is_read(
    call: str, said: str, almwp: Almwp, submissions: Path
) -> None:
    words = [str(submissions) if w == "SUBMISSIONS" else w for w in call.split()]
    ended = almwp(*words)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def text_file(folder: Path, make: MakeWorkbook) -> Path:
    path = folder / "text.xlsx"
    path.write_text("Activity;Status\n", encoding="utf-8")
    return path


def nothing_there(folder: Path, make: MakeWorkbook) -> Path:
    return folder / "gone.xlsx"


def empty_file(folder: Path, make: MakeWorkbook) -> Path:
    (folder / "empty.xlsx").write_bytes(b"")
    return folder / "empty.xlsx"


def empty_folder(folder: Path, make: MakeWorkbook) -> Path:
    (folder / "none").mkdir()
    return folder / "none"


def empty_workbook(folder: Path, make: MakeWorkbook) -> Path:
    return make("empty workbook.xlsx")


def strange_headings(folder: Path, make: MakeWorkbook) -> Path:
    return make("strange.xlsx", ("Alpha", "Beta"), ("1", "2"))


def broken_plan(folder: Path, make: MakeWorkbook) -> Path:
    (folder / "plan.json").write_text('{"almwp": "plan", "version": 3}')
    return folder / "plan.json"


def other_format(folder: Path, make: MakeWorkbook) -> Path:
    (folder / "report.pdf").write_bytes(b"%PDF-1.7")
    return folder / "report.pdf"


BAD: Mapping[Callable[[Path, MakeWorkbook], Path], tuple[int, str]] = {
    nothing_there: (3, "there is no such file or folder"),
    text_file: (3, "text.xlsx"),
    empty_file: (3, "empty.xlsx"),
    empty_folder: (3, "the folder holds no file to read"),
    other_format: (3, "no reader is installed for files of this kind"),
    broken_plan: (3, "a newer almwp saved this plan (version 3)"),
    empty_workbook: (1, "no cell of the workbook is filled in"),
    strange_headings: (1, "no sheet has a row of headings that is known"),
}


@pytest.mark.parametrize("make_bad", BAD)
def test_a_file_that_cannot_serve_is_one_sentence(
    make_bad: Callable[[Path, MakeWorkbook], Path],
    almwp: Almwp,
    tmp_path: Path,
    make_workbook: MakeWorkbook,
) -> None:
    path = make_bad(tmp_path, make_workbook)
    code, said = BAD[make_bad]
    for command in (
        ["check", path],
        ["score", path],
        ["merge", path, "-o", tmp_path / "out.json"],
        ["position", path, "--country", "VN", "--meeting", "slom-21", "-o", tmp_path],
    ):
        ended = almwp(*command)
        assert ended.code == code
        found = ended.out if command[0] == "check" else ended.err
        assert sum(said in line for line in found.splitlines()) == 1
        assert command[0] == "check" or ended.out == ""
    assert not (tmp_path / "out.json").exists()


def test_one_bad_file_does_not_stop_the_good_ones(
    almwp: Almwp, submissions: Path, tmp_path: Path, make_workbook: MakeWorkbook
) -> None:
    bad = text_file(tmp_path, make_workbook)
    alone = almwp("score", submissions)
    both = almwp("score", bad, submissions)
    assert (both.code, both.out) == (3, alone.out)
    assert both.err.count("\n") == 1
    assert str(bad) in both.err
    checked = almwp("check", bad, submissions)
    assert checked.code == 3
    assert checked.out.splitlines()[-1].startswith("files: 5; errors: 1;")


def test_why_a_file_was_not_read_is_said_in_the_language(
    almwp: Almwp, tmp_path: Path
) -> None:
    english = almwp("score", tmp_path / "gone.xlsx")
    vietnamese = almwp("score", tmp_path / "gone.xlsx", "--lang", "vi")
    assert (vietnamese.code, vietnamese.out) == (3, "")
    assert vietnamese.err != english.err
    assert "gone.xlsx" in vietnamese.err


def test_values_that_were_kept_out_give_1(
    almwp: Almwp, make_workbook: MakeWorkbook
) -> None:
    path = make_workbook(
        "a.xlsx",
        TABLE,
        ("1", "Job fairs", "VN", "completed"),
        ("2", "", "VN", "completed"),
    )
    assert almwp("check", path).code == 1
    scored = almwp("score", path)
    assert scored.code == 1
    assert "almwp check names them" in scored.err
    assert "1 of 1" in scored.out


def test_what_no_reader_takes_in_a_folder_is_told(
    almwp: Almwp, tmp_path: Path, make_workbook: MakeWorkbook
) -> None:
    make_workbook("good.xlsx", TABLE, ("1", "Job fairs", "VN", "completed"))
    (tmp_path / "laos.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "~$good.xlsx").write_bytes(b"")
    ended = almwp("check", tmp_path)
    assert ended.err == (
        f"almwp: left out, no reader takes such files: {tmp_path / 'laos.doc'}\n"
    )


@pytest.mark.parametrize("command", ["merge", "position"])
def test_a_place_that_cannot_be_written_gives_3(
    command: str, almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    if command == "merge":
        ended = almwp("merge", submissions, "-o", tmp_path / "file" / "plan.json")
    else:
        ended = almwp(
            *("position", submissions, "--country", "VN", "--meeting", "slom-21"),
            *("-o", tmp_path / "file" / "sub"),
        )
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.count("\n") == 1
    assert "could not be written" in ended.err
    assert (tmp_path / "file").read_bytes() == b"old"


def test_conflicts_name_both_sides(
    almwp: Almwp, tmp_path: Path, make_workbook: MakeWorkbook
) -> None:
    for country, state in (("Viet Nam", "completed"), ("Philippines", "ongoing")):
        make_workbook(
            f"{country}.xlsx",
            ("Country", country),
            ("As of", "2025-10-21"),
            (),
            TABLE,
            ("1", "Study on labour inspection", "VN", state),
        )
    ended = almwp("merge", tmp_path, "-o", tmp_path / "plan.json")
    assert ended.err.count("ALM501") == 2  # at the cell of each side
    checked = almwp("check", tmp_path / "Viet Nam.xlsx", tmp_path / "Philippines.xlsx")
    assert "Philippines.xlsx!Report!D5: warning ALM501: Status of 'Study" in checked.out
    scored = almwp("score", tmp_path / "Viet Nam.xlsx", tmp_path / "Philippines.xlsx")
    assert "contradictions between the files: 1" in scored.err
    assert "PH: ongoing (Philippines.xlsx!Report!D5)" in ended.err
    assert "VN: completed (Viet Nam.xlsx!Report!D5)" in ended.err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no such device")
def test_a_full_disk_is_a_sentence(submissions: Path) -> None:
    import subprocess
    import sys

    program = Path(sys.executable).with_name("almwp")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [program, "check", submissions, "--format", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 3
    assert done.stderr == "almwp: could not go on: there is no room left\n"
