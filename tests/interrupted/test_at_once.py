"""Of runs that save one plan at once, each one's work is in it, or it is told."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import almwp
from almwp.errors import UnwritableFileError

RACING = Path(__file__).with_name("racing.py")
TABLE = "No.,Activity,Lead country,Status\n{number},{title},Viet Nam,Ongoing\n"
TITLES = ("Wages", "Migrants", "Safety", "Inspection", "Skills")


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
def test_no_run_loses_what_another_saved(sent: Path, tmp_path: Path) -> None:
    plan, warm = tmp_path / "plan.json", tmp_path / "warm.json"
    for copy in (plan, warm):
        shutil.copy(sent / "plan.json", copy)
    commands = []
    for number, title in enumerate(TITLES, start=2):
        table = tmp_path / f"{number}.csv"
        table.write_text(TABLE.format(number=number, title=title), encoding="utf-8")
        commands.append(["merge", str(plan), str(table), "-o", str(plan)])
    other = ["merge", str(warm), str(sent / "2.csv"), "-o", str(warm)]
    done = subprocess.run(
        [sys.executable, str(RACING)],
        input=json.dumps({"warm": other, "commands": commands}),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    ended = json.loads(done.stdout)
    saved = [title for (code, _), title in zip(ended, TITLES, strict=True) if code == 0]
    (read,) = almwp.read(plan).files
    assert read.plan is not None
    titles = {str(activity.title) for activity in read.plan.activities}
    assert saved
    assert titles == {"Job fairs", *saved}
    for code, said in ended:
        if code:
            assert code == 3
            assert "another program wrote this file" in said
            assert said.startswith(f"almwp: {plan}: ")
            assert len(said.splitlines()) == 1
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_program_that_saves_a_plan_is_told_too(sent: Path, tmp_path: Path) -> None:
    path = shutil.copy(sent / "plan.json", tmp_path)
    read = almwp.read([path, sent / "2.csv"])
    before = read.files[0].sha256
    ours = almwp.merge(read)
    theirs = almwp.merge(almwp.read(sent / "2.csv"))
    almwp.write(theirs, path)
    with pytest.raises(UnwritableFileError, match="another program wrote"):
        almwp.write(ours, path, replaces=before)
    (now,) = almwp.read(path).files
    assert now.plan == theirs
    almwp.write(ours, path, replaces=now.sha256)
    (now,) = almwp.read(path).files
    assert now.plan == ours


def test_only_a_plan_is_saved_in_place_of_another(sent: Path, tmp_path: Path) -> None:
    plan = almwp.merge(almwp.read(sent / "2.csv"))
    report = almwp.position(plan, country="VN", meeting="slom-21")
    with pytest.raises(almwp.CallError, match="only a plan"):
        almwp.write(report, tmp_path / "a.md", replaces="")
