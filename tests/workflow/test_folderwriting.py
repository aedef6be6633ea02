"""Folders are written whole or not at all, and never over what is not theirs."""

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from almwp.errors import UnwritableFileError
from almwp.exporting.filesets import LIST_OF_FILES
from almwp.workflow.folderwriting import write_folder

FILES = {
    PurePosixPath("a.csv"): b"a",
    PurePosixPath("thư mục/b.csv"): "Đào tạo".encode(),
}
OTHER = {PurePosixPath("c.csv"): b"c"}


def held(folder: Path) -> dict[str, bytes]:
    found = (p for p in folder.rglob("*") if p.is_file())
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}
    files.pop(LIST_OF_FILES, None)
    return files


def alone(folder: Path) -> bool:
    """Say whether nothing was left beside a folder."""
    return list(folder.parent.iterdir()) == [folder]


def test_a_folder_is_written_and_those_above_it_made(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "plan.datapackage"
    write_folder(target, FILES, "datapackage")
    assert held(target) == {str(name): content for name, content in FILES.items()}
    assert alone(target)


def test_the_same_export_replaces_all_that_it_left(tmp_path: Path) -> None:
    target = tmp_path / "plan"
    write_folder(target, FILES, "datapackage")
    write_folder(target, OTHER, "datapackage")
    assert held(target) == {"c.csv": b"c"}
    assert alone(target)


def test_the_same_files_give_the_same_folder(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_folder(tmp_path / name, FILES, "datapackage")
    one, two = ((tmp_path / n / LIST_OF_FILES).read_bytes() for n in ("one", "two"))
    assert one == two
    assert json.loads(one)["format"] == "datapackage"
    assert list(json.loads(one)["files"]) == ["a.csv", "thư mục/b.csv"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    target = tmp_path / "plan"
    target.mkdir()
    write_folder(target, FILES, "datapackage")
    assert len(held(target)) == 2


def with_own_file(folder: Path) -> None:
    (folder / "my notes.txt").write_text("mine", encoding="utf-8")


def with_own_folder(folder: Path) -> None:
    (folder / "thư mục" / "old").mkdir()
    (folder / "thư mục" / "old" / "x.csv").write_bytes(b"mine")


def with_link(folder: Path) -> None:
    (folder / "link").symlink_to(folder.parent)


def without_list(folder: Path) -> None:
    (folder / LIST_OF_FILES).unlink()


def with_broken_list(folder: Path) -> None:
    (folder / LIST_OF_FILES).write_text("[", encoding="utf-8")


def with_list_of_another_kind(folder: Path) -> None:
    (folder / LIST_OF_FILES).write_text("[1]", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        with_own_file,
        with_own_folder,
        with_link,
        without_list,
        with_broken_list,
        with_list_of_another_kind,
    ],
)
def test_a_folder_with_other_things_is_left_as_it_is(
    change: object, tmp_path: Path
) -> None:
    target = tmp_path / "plan"
    write_folder(target, FILES, "datapackage")
    assert callable(change)
    change(target)
    before = held(target)
    with pytest.raises(UnwritableFileError, match="did not write"):
        write_folder(target, OTHER, "datapackage")
    assert held(target) == before
    assert alone(target)


def edited(folder: Path) -> None:
    (folder / "a.csv").write_bytes(b"a, and what I added")


def linked(folder: Path) -> None:
    (folder / "a.csv").unlink()
    (folder.parent / "own.csv").write_bytes(b"a")
    (folder / "a.csv").symlink_to(folder.parent / "own.csv")


def made_a_folder(folder: Path) -> None:
    (folder / "a.csv").unlink()
    (folder / "a.csv").mkdir()
    (folder / "a.csv" / "a.csv").write_bytes(b"a")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (edited, r"somebody changed .* \(a\.csv\)"),
        (linked, r"somebody changed .* \(a\.csv\)"),
        (made_a_folder, "did not write"),
    ],
)
def test_what_somebody_changed_is_not_written_over(
    change: Callable[[Path], None], why: str, tmp_path: Path
) -> None:
    target = tmp_path / "plan"
    write_folder(target, FILES, "datapackage")
    change(target)
    before = held(target)
    with pytest.raises(UnwritableFileError, match=why):
        write_folder(target, FILES, "datapackage")
    assert held(target) == before


def test_a_file_that_was_taken_away_is_written_again(tmp_path: Path) -> None:
    target = tmp_path / "plan"
    write_folder(target, FILES, "datapackage")
    (target / "a.csv").unlink()
    write_folder(target, FILES, "datapackage")
    assert len(held(target)) == 2


def test_a_folder_of_another_format_is_left_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "plan"
    write_folder(target, FILES, "datapackage")
    with pytest.raises(UnwritableFileError, match=r"\(a\.csv, almwp-files\.json, "):
        write_folder(target, OTHER, "parquet")
    assert len(held(target)) == 2


def test_what_a_system_leaves_in_folders_is_no_reason_to_refuse(tmp_path: Path) -> None:
    target = tmp_path / "plan"
    write_folder(target, FILES, "datapackage")
    (target / ".DS_Store").write_bytes(b"")
    write_folder(target, OTHER, "datapackage")
    assert held(target) == {"c.csv": b"c"}


def test_a_file_of_that_name_is_left_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "plan"
    target.write_bytes(b"mine")
    with pytest.raises(UnwritableFileError, match="there is a file"):
        write_folder(target, FILES, "datapackage")
    assert target.read_bytes() == b"mine"


def test_what_cannot_be_written_leaves_the_old_folder_and_nothing_beside(
    tmp_path: Path,
) -> None:
    target = tmp_path / "plan"
    write_folder(target, FILES, "datapackage")
    impossible = {PurePosixPath("c.csv"): b"c", PurePosixPath("a" * 300): b"long"}
    with pytest.raises(UnwritableFileError, match="could not be written"):
        write_folder(target, impossible, "datapackage")
    assert len(held(target)) == 2
    assert alone(target)
    with pytest.raises(UnwritableFileError):
        write_folder(tmp_path / "new", impossible, "datapackage")
    assert alone(target)


@pytest.mark.skipif(sys.platform == "win32", reason="no rights of this kind")
def test_a_folder_has_the_usual_rights_or_those_it_had(tmp_path: Path) -> None:
    usual, target = tmp_path / "usual", tmp_path / "plan"
    usual.mkdir()
    write_folder(target, FILES, "datapackage")
    assert target.stat().st_mode == usual.stat().st_mode
    target.chmod(0o700)
    write_folder(target, OTHER, "datapackage")
    assert stat.S_IMODE(target.stat().st_mode) == 0o700


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    write_folder(target, FILES, "datapackage")
    link.symlink_to(target, target_is_directory=True)
    write_folder(link, OTHER, "datapackage")
    assert link.is_symlink()
    assert held(target) == {"c.csv": b"c"}


def test_the_old_folder_comes_back_when_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan"
    write_folder(target, FILES, "datapackage")
    rename = Path.rename

    def failing(self: Path, to: Path) -> Path:
        if self.name.endswith(".part"):
            raise PermissionError(13, "in use")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(UnwritableFileError, match="close what is open in it"):
        write_folder(target, OTHER, "datapackage")
    assert len(held(target)) == 2
    assert alone(target)


def test_a_run_that_was_killed_between_two_renamings_is_finished_by_the_next(
    tmp_path: Path,
) -> None:
    target, aside = tmp_path / "plan", tmp_path / "plan.almwp-old"
    write_folder(target, FILES, "datapackage")
    target.rename(aside)  # as far as it came
    write_folder(target, OTHER, "datapackage")
    assert held(target) == {"c.csv": b"c"}
    assert alone(target)
    write_folder(aside, FILES, "datapackage")  # or it came further
    write_folder(target, FILES, "datapackage")
    assert len(held(target)) == 2
    assert alone(target)


def test_what_somebody_changed_in_a_folder_set_aside_stays(tmp_path: Path) -> None:
    target, aside = tmp_path / "plan", tmp_path / "plan.almwp-old"
    for folder in (target, aside):
        write_folder(folder, FILES, "datapackage")
    (aside / "a.csv").write_bytes(b"mine")
    with pytest.raises(UnwritableFileError, match="somebody changed"):
        write_folder(target, OTHER, "datapackage")
    assert (aside / "a.csv").read_bytes() == b"mine"
    assert len(held(target)) == 2
