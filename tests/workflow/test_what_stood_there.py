"""What another program has written is not written over; what killed runs left goes."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from almwp.errors import UnwritableFileError
from almwp.workflow import locking
from almwp.workflow.locking import locked
from almwp.workflow.writing import (
    NOTHING,
    fingerprint_at,
    write_together,
    write_whole,
)

OURS, THEIRS, OLD = b"ours", b"theirs", b"old"


def test_what_stood_there_when_the_work_began_gives_way(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    write_whole(path, OLD, stood=fingerprint_at(path))
    write_whole(path, OURS, stood=fingerprint_at(path))
    assert path.read_bytes() == OURS
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("before", [None, OLD])
def test_what_another_program_wrote_since_stays(
    before: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "plan.json"
    if before is not None:
        path.write_bytes(before)
    stood = fingerprint_at(path)
    write_whole(path, THEIRS)
    with pytest.raises(UnwritableFileError, match="another program wrote") as caught:
        write_whole(path, OURS, stood=stood)
    assert caught.value.exit_code == 3
    assert path.read_bytes() == THEIRS
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("now", [None, OURS])
def test_where_nothing_would_be_lost_nothing_is_refused(
    now: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(OLD)
    stood = fingerprint_at(path)
    path.unlink()
    if now is not None:
        path.write_bytes(now)
    write_whole(path, OURS, stood=stood)
    assert path.read_bytes() == OURS


def test_fingerprints_are_those_of_files_and_of_nothing_else(tmp_path: Path) -> None:
    path, link = tmp_path / "a", tmp_path / "link"
    assert fingerprint_at(path) == NOTHING
    assert fingerprint_at(tmp_path) is None
    path.write_bytes(OLD)
    assert fingerprint_at(path) == hashlib.sha256(OLD).hexdigest()
    if sys.platform != "win32":
        link.symlink_to(path)
        assert fingerprint_at(link) == fingerprint_at(path)
        os.mkfifo(tmp_path / "pipe")
        assert fingerprint_at(tmp_path / "pipe") is None


@pytest.mark.skipif(sys.platform == "win32", reason="a lock keeps its own process out")
def test_a_file_that_another_run_is_replacing_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.json"
    monkeypatch.setattr(locking, "_PAUSE", 0.0)
    with locked(path):
        with pytest.raises(UnwritableFileError, match="another program uses it"):
            write_whole(path, OURS, stood=NOTHING)
        with (
            pytest.raises(UnwritableFileError, match="another program uses it"),
        ):  # one lock for all spellings: a disk may take them for one file
            write_whole(path.with_name("PLAN.json"), OURS, stood=NOTHING)
    write_whole(path, OURS, stood=NOTHING)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="locks of another kind")
def test_a_lock_that_a_killed_run_left_holds_nobody_up(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    child = os.posix_spawn(
        sys.executable, [sys.executable, "-c", KILLED, str(path)], os.environ
    )
    os.waitpid(child, 0)
    (left,) = tmp_path.iterdir()
    assert left.name.endswith(".lock")
    write_whole(path, OURS, stood=NOTHING)
    assert list(tmp_path.iterdir()) == [path]


KILLED = """
import os, sys
from pathlib import Path
from almwp.workflow.locking import locked
with locked(Path(sys.argv[1])):
    os.kill(os.getpid(), 9)
"""


def test_what_killed_runs_left_long_ago_goes(tmp_path: Path) -> None:
    kept = {
        "young": tmp_path / ".almwp-0123456789abcdef.part",
        "what stood there": tmp_path / ".almwp-0123456789abcdef.old",
        "somebody else's": tmp_path / ".almwp-notes.txt",
        "a report": tmp_path / "report.part",
    }
    for path in kept.values():
        path.write_bytes(b"")
    folder = tmp_path / ".almwp-00000000000000aa.part"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.csv").write_bytes(b"")
    gone = [folder]
    for name in (".almwp-00000000000000bb.part", ".almwp-00000000000000cc.lock"):
        (tmp_path / name).write_bytes(b"")
        gone.append(tmp_path / name)
    for path in (*gone, *kept.values()):
        if path != kept["young"]:
            os.utime(path, (1, 1))
    write_together([(tmp_path / "a.md", OURS), (tmp_path / "b.md", OURS)])
    assert [path for path in gone if path.exists()] == []
    assert [name for name, path in kept.items() if not path.exists()] == []


def test_a_clock_that_was_wrong_removes_nothing_of_ours(tmp_path: Path) -> None:
    ahead = tmp_path / ".almwp-0123456789abcdef.part"
    ahead.write_bytes(b"")
    os.utime(ahead, (4e9, 4e9))
    write_whole(tmp_path / "a.md", OURS)
    assert (tmp_path / "a.md").read_bytes() == OURS
    assert ahead.exists()


def test_a_file_that_nobody_may_write_stays(tmp_path: Path) -> None:
    path = tmp_path / "final.docx"
    path.write_bytes(OLD)
    path.chmod(0o444)
    for write in (
        lambda: write_whole(path, OURS),
        lambda: write_together([(tmp_path / "new.md", OURS), (path, OURS)]),
    ):
        with pytest.raises(UnwritableFileError, match="may not be written"):
            write()
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_folders_that_were_made_for_nothing_go_again(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFileError):
        write_whole(tmp_path / "a" / "b" / ("c" * 300), OURS)
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_is_open_elsewhere_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to put a file in place of one that Word has open."""
    new, old = tmp_path / "a.html", tmp_path / "b.docx"
    old.write_bytes(OLD)
    replace = os.replace

    def refusing(source: Path, target: Path) -> None:
        if Path(target) == old and not str(source).endswith(".old"):
            raise PermissionError(13, "The process cannot access the file")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refusing)
    with pytest.raises(UnwritableFileError, match="close it in Word") as caught:
        write_together([(new, OURS), (old, OURS)])
    assert (caught.value.path, caught.value.exit_code) == (str(old), 3)
    assert old.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [old]


def test_a_disk_that_knows_no_second_names_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(source: Path, target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", none)
    test_a_target_that_is_open_elsewhere_stays(tmp_path, monkeypatch)
