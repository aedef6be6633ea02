"""Files are written whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from almwp.errors import UnwritableFileError
from almwp.workflow.writing import write_together, write_whole

has_rights = pytest.mark.skipif(
    sys.platform == "win32", reason="no rights of this kind"
)


def test_a_file_is_written_and_its_folder_made(tmp_path: Path) -> None:
    path = tmp_path / "thư mục mới" / "deep" / "báo cáo.md"
    write_whole(path, "Đào tạo".encode())
    assert path.read_text(encoding="utf-8") == "Đào tạo"
    assert [p.name for p in path.parent.iterdir()] == ["báo cáo.md"]


def test_an_older_file_gives_way(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"a long old text")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


@has_rights
def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    usual, ours = tmp_path / "usual", tmp_path / "ours"
    usual.write_bytes(b"")
    write_whole(ours, b"")
    assert ours.stat().st_mode == usual.stat().st_mode


@has_rights
def test_a_file_that_only_its_owner_may_read_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_whole(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "sub" / "link"
    target.write_bytes(b"old")
    link.parent.mkdir()
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def in_the_way_of_a_folder(folder: Path) -> Path:
    (folder / "file").write_bytes(b"old")
    return folder / "file" / "a.md"


def a_folder(folder: Path) -> Path:
    (folder / "a.md").mkdir()
    return folder / "a.md"


def a_pipe(folder: Path) -> Path:
    """Stand for all that is no file; a real device would not outlive a fault here."""
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def too_long(folder: Path) -> Path:
    return folder / ("a" * 300)


def round_in_a_circle(folder: Path) -> Path:
    (folder / "link").symlink_to(folder / "link")
    return folder / "link" / "a.md"


@pytest.mark.parametrize(
    "make",
    [
        in_the_way_of_a_folder,
        a_folder,
        pytest.param(a_pipe, marks=has_rights),
        too_long,
        round_in_a_circle,
    ],
)
def test_what_cannot_be_written_is_said_and_leaves_nothing_behind(
    make: object, tmp_path: Path
) -> None:
    assert callable(make)
    path = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UnwritableFileError) as caught:
        write_whole(path, b"new")
    assert caught.value.exit_code == 3
    assert str(caught.value).startswith(f"{path}: the file could not be written (")
    assert sorted(tmp_path.rglob("*")) == before
    assert not os.path.isfile(path)


def test_the_old_file_stays_when_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableFileError, match="no room left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_stopping_half_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(handle: int) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0,
    reason="the rights of folders do not bind root",
)
def test_a_closed_folder_says_what_to_do(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UnwritableFileError, match="or write elsewhere"):
        write_whole(tmp_path / "a.md", b"new")
    tmp_path.chmod(0o700)


def test_several_files_are_written_all_or_none(tmp_path: Path) -> None:
    new, old, folder = tmp_path / "a.html", tmp_path / "b.md", tmp_path / "c.docx"
    old.write_bytes(b"before")
    folder.mkdir()
    with pytest.raises(UnwritableFileError):
        write_together([(new, b"1"), (old, b"2"), (folder, b"3")])
    assert not new.exists()
    assert old.read_bytes() == b"before"
    assert write_together([(new, b"1"), (old, b"2")]) == (new, old)
    assert (new.read_bytes(), old.read_bytes()) == (b"1", b"2")


def test_what_was_written_is_taken_back_when_a_later_file_fails(tmp_path: Path) -> None:
    new, old = tmp_path / "a.html", tmp_path / "b.md"
    old.write_bytes(b"before")
    blocked = tmp_path / "a.html" / "c.docx"  # the first file stands in its way
    with pytest.raises(UnwritableFileError):
        write_together([(new, b"1"), (old, b"2"), (blocked, b"3")])
    assert not new.exists()
    assert old.read_bytes() == b"before"
