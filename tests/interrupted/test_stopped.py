"""A stopped command keeps what was finished, where that is safe, and says so."""

import subprocess
import sys
from pathlib import Path

import pytest

import almwp
from almwp.workflow.reading import Reading, read_files
from almwp.workflow.session import Session
from almwp.workflow.steps import Step
from almwp.workflow.stopped import ReadingStopped
from tests.growth.nasty import workbook

STOPPING = Path(__file__).with_name("stopping.py")
TITLES = ("Job fairs", "A study on wages", "Training", "A survey")
TABLE = "No.,Activity,Lead country,Status\n{number},{title},Viet Nam,Ongoing\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for number, title in enumerate(TITLES, start=1):
        text = TABLE.format(number=number, title=title)
        (tmp_path / f"{number}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def stopped(
    desk: Path, part: str, number: int, *words: str
) -> "subprocess.CompletedProcess[str]":
    """Run a command, stopped when it opens the file for the numbered time."""
    done = subprocess.run(
        [sys.executable, str(STOPPING), part, str(number), *words],
        cwd=desk,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stderr
    return done


@posix
@pytest.mark.parametrize("finished", [0, 1, 3])
def test_check_prints_the_files_that_were_finished(desk: Path, finished: int) -> None:
    done = stopped(desk, f"{finished + 1}.csv", 1, "check", ".")
    told = [line for line in done.stdout.splitlines() if "activities: 1" in line]
    assert [line.partition(":")[0] for line in told] == [
        f"{number}.csv" for number in range(1, finished + 1)
    ]
    assert (f"files: {finished};" in done.stdout) is (finished > 0)
    assert done.stderr.splitlines()[-1] == (
        f"almwp: stopped; files that were read: {finished} of 4; nothing was written"
    )


@posix
def test_what_was_finished_is_told_as_of_those_files_alone(desk: Path) -> None:
    whole = subprocess.run(
        [sys.executable, "-m", "almwp", "check", "1.csv", "2.csv"],
        cwd=desk,
        capture_output=True,
        encoding="utf-8",
    )
    assert stopped(desk, "3.csv", 1, "check", ".").stdout == whole.stdout


@posix
def test_machines_are_given_all_or_nothing(desk: Path) -> None:
    done = stopped(desk, "3.csv", 1, "check", ".", "--format", "json")
    assert done.stdout == ""
    assert "files that were read: 2 of 4" in done.stderr


@posix
@pytest.mark.parametrize(
    "words",
    [
        ("merge", "plan.json", ".", "-o", "plan.json"),
        ("score", "."),
        ("export", ".", "--report", "progress", "--to", "html", "-o", "out"),
    ],
    ids=["merge", "score", "export"],
)
def test_no_result_is_made_of_a_part_of_the_files(
    desk: Path, words: tuple[str, ...]
) -> None:
    almwp.write(almwp.merge(almwp.read(desk / "1.csv")), desk / "plan.json")
    before = {path: path.read_bytes() for path in desk.iterdir()}
    done = stopped(desk, "3.csv", 1, *words)
    assert done.stdout == ""
    assert "nothing was written" in done.stderr.splitlines()[-1]
    assert {path: path.read_bytes() for path in desk.iterdir()} == before


@posix
def test_a_plan_that_was_begun_leaves_nothing(desk: Path) -> None:
    (desk / "plan.json").write_text("of last year", encoding="utf-8")
    done = stopped(desk, ".part", 1, "merge", "1.csv", "2.csv", "-o", "plan.json")
    assert done.stderr.splitlines()[-1] == "almwp: stopped"
    assert (desk / "plan.json").read_text(encoding="utf-8") == "of last year"
    assert sorted(path.suffix for path in desk.iterdir()) == [*[".csv"] * 4, ".json"]


@posix
@pytest.mark.parametrize("finished", [0, 1, 2])
def test_copies_that_were_marked_stay_and_are_named(
    tmp_path: Path, finished: int
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.xlsx").write_bytes(workbook("faulty", ord(name) % 5 + 2))
    done = stopped(tmp_path, ".part", finished + 1, "check", ".", "--annotate", "back")
    marked = [f"{name}.xlsx" for name in "abc"[:finished]]
    assert sorted(p.name for p in (tmp_path / "back").glob("*")) == marked
    for name in marked:
        assert f"{name}: marked copy: back/{name}" in done.stderr
        (copy,) = almwp.read(tmp_path / "back" / name).submissions
        assert copy.copy_of
    assert done.stderr.splitlines()[-1] == (
        f"almwp: stopped; copies that were marked: {finished} of 3; they are whole"
    )


@posix
def test_the_last_words_are_in_the_language_of_the_call(desk: Path) -> None:
    done = stopped(desk, "3.csv", 1, "check", ".", "--lang", "vi")
    assert "almwp: đã dừng; số tệp đã đọc: 2 trên 4" in done.stderr


def test_a_program_that_stops_the_reading_is_given_what_was_read(desk: Path) -> None:
    reading: Reading = Session.start().reading

    def stop(step: Step) -> None:
        if step.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(ReadingStopped) as told:
        read_files([desk], reading, on_step=stop)
    assert [file.path.name for file in told.value.files] == ["1.csv", "2.csv"]
    assert told.value.total == 4
    assert isinstance(told.value, KeyboardInterrupt)
