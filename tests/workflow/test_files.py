"""Files are found as the user means them, and what is not read says why."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from almwp.errors import UnreadableFileError
from almwp.workflow.bytereading import read_bytes
from almwp.workflow.files import find_files
from almwp.workflow.session import Session

is_root = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0,
    reason="the rights of files do not bind root",
)
has_fifos = pytest.mark.skipif(
    not hasattr(os, "mkfifo"), reason="there are no named pipes here"
)


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def found(session: Session, *paths: Path) -> list[str]:
    return [path.name for path in find_files(paths, session.plugins)]


def test_folders_are_opened_and_files_come_in_order(
    session: Session, tmp_path: Path
) -> None:
    make(tmp_path, "b.xlsx", "a/z.xlsx", "a/deep/er/c.XLSM", "B.xlsx")
    assert found(session, tmp_path) == ["B.xlsx", "c.XLSM", "z.xlsx", "b.xlsx"]


def test_what_excel_leaves_and_what_is_hidden_is_left_alone(
    session: Session, tmp_path: Path
) -> None:
    make(tmp_path, "a.xlsx", "~$a.xlsx", ".hidden.xlsx", ".git/b.xlsx", "~$tmp/c.xlsx")
    left_out: list[Path] = []
    assert list(find_files([tmp_path], session.plugins, left_out.append)) == [
        tmp_path / "a.xlsx"
    ]
    assert left_out == []


def test_files_that_no_reader_takes_are_told(session: Session, tmp_path: Path) -> None:
    make(tmp_path, "a.xlsx", "old.doc", "deep/letter.docx")
    read = session.read([tmp_path])
    assert [path.name for path in read.left_out] == ["letter.docx", "old.doc"]


def test_a_file_that_is_named_itself_is_not_left_out(
    session: Session, tmp_path: Path
) -> None:
    make(tmp_path, "a.xlsx", "old.doc")
    read = session.read([tmp_path, tmp_path / "old.doc"])
    assert read.left_out == ()
    assert [file.path.name for file in read.files] == ["a.xlsx", "old.doc"]


def test_each_file_comes_once(session: Session, tmp_path: Path) -> None:
    make(tmp_path, "a.xlsx", "b.xlsx")
    twice = [tmp_path / "b.xlsx", tmp_path, tmp_path / "." / "a.xlsx", tmp_path]
    assert found(session, *twice) == ["b.xlsx", "a.xlsx"]
    assert [f.path.name for f in session.read(twice).files] == ["b.xlsx", "a.xlsx"]


def test_a_file_is_taken_as_it_is_named(session: Session, tmp_path: Path) -> None:
    assert found(session, tmp_path / "not there.odd") == ["not there.odd"]


@pytest.mark.parametrize("name", ["letter.docx", "~$a.xlsx"])
def test_a_folder_without_a_workbook_is_refused(
    session: Session, tmp_path: Path, name: str
) -> None:
    make(tmp_path, name)
    with pytest.raises(UnreadableFileError) as caught:
        found(session, tmp_path)
    assert caught.value.exit_code == 3
    assert str(caught.value) == (
        f"{tmp_path}: the folder holds no file to read "
        "(*.xls, *.xlsb, *.ods, *.csv, *.tsv, *.xlsx, *.xlsm)"
    )


@has_fifos
def test_a_pipe_in_a_folder_is_named_and_does_not_block(
    session: Session, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    (file,) = session.read([tmp_path]).files
    assert str(file.failure).endswith("pipe.xlsx: this is not an ordinary file")


def test_a_link_to_nowhere_is_named(session: Session, tmp_path: Path) -> None:
    (tmp_path / "gone.xlsx").symlink_to(tmp_path / "nowhere")
    (file,) = session.read([tmp_path]).files
    assert str(file.failure).endswith("gone.xlsx: this is a link that leads nowhere")


def test_a_link_to_a_folder_is_told_and_not_followed(
    session: Session, tmp_path: Path
) -> None:
    make(tmp_path, "a.xlsx")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    read = session.read([tmp_path])
    assert [file.path.name for file in read.files] == ["a.xlsx"]
    assert [path.name for path in read.left_out] == ["round"]


@is_root
def test_a_closed_folder_inside_does_not_stop_the_others(
    session: Session, tmp_path: Path
) -> None:
    make(tmp_path, "a.xlsx", "closed/b.xlsx")
    (tmp_path / "closed").chmod(0)
    files = session.read([tmp_path]).files
    (tmp_path / "closed").chmod(0o700)
    assert [file.path.name for file in files] == ["a.xlsx", "closed"]
    assert "the folder could not be opened" in str(files[1].failure)


def read(path: Path, most: int = 1000) -> bytes:
    return read_bytes(path, most)


def link_to_itself(folder: Path) -> Path:
    path = folder / "link.xlsx"
    path.symlink_to(path)
    return path


def pipe(folder: Path) -> Path:
    path = folder / "pipe.xlsx"
    os.mkfifo(path)
    return path


@pytest.mark.parametrize(
    ("make_path", "why"),
    [
        (lambda folder: folder / "a.xlsx", "there is no such file or folder"),
        (lambda folder: folder / "a" / "b.xlsx", "there is no such file or folder"),
        (lambda folder: folder, "this is a folder, not a file"),
        (link_to_itself, "the file could not be opened (its links lead in a circle)"),
        pytest.param(pipe, "this is not an ordinary file", marks=has_fifos),
        (lambda folder: folder / ("a" * 300), "the file could not be opened"),
    ],
)
def test_what_cannot_be_read_says_why_in_a_sentence(
    make_path: Callable[[Path], Path], why: str, tmp_path: Path, session: Session
) -> None:
    path = make_path(tmp_path)
    with pytest.raises(UnreadableFileError) as caught:
        read(path)
    assert caught.value.exit_code == 3
    assert str(caught.value).startswith(f"{path}: {why}")
    if path != tmp_path:  # which is a folder, and opened
        (file,) = session.read([path]).files
        assert why in str(file.failure)


def test_a_file_may_have_so_many_bytes_and_not_one_more(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"12345")
    assert read(path, 5) == b"12345"
    with pytest.raises(UnreadableFileError, match="larger than 4 bytes"):
        read(path, 4)


@is_root
def test_a_file_that_may_not_be_opened_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(UnreadableFileError, match="close it in Excel"):
        read(path)
