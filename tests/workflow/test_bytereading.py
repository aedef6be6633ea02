"""The bytes of a file are read, whatever happens to it meanwhile."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from almwp.errors import UnreadableFileError
from almwp.workflow.bytereading import read_bytes, settings_bytes


def test_a_file_that_never_ends_is_no_file(tmp_path: Path) -> None:
    zero = Path("/dev/zero")
    if not zero.exists():
        pytest.skip("there is no such device here")
    for path in (zero, tmp_path / "link.xlsx"):
        if path != zero:
            path.symlink_to(zero)
        with pytest.raises(UnreadableFileError, match="not an ordinary file"):
            read_bytes(path, 1000)
        with pytest.raises(OSError, match="not an ordinary file"):
            settings_bytes(path)


def changing(at: Path, content: bytes) -> Any:
    """Return a way to open a file that is written to just after it is opened."""
    fdopen = os.fdopen

    def opened(handle: int, mode: str) -> Any:
        stream = fdopen(handle, mode)
        read = stream.read

        def reading(count: int) -> bytes:
            found = read(count)
            with at.open("ab") as other:
                other.write(content)
            return bytes(found)

        class Growing:
            def __enter__(self) -> "Growing":
                return self

            def __exit__(self, *given: object) -> None:
                stream.close()

            def read(self, count: int) -> bytes:
                return reading(count)

        return Growing()

    return opened


def test_a_file_that_grows_while_it_is_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"half of")
    monkeypatch.setattr(os, "fdopen", changing(path, b" the workbook"))
    with pytest.raises(UnreadableFileError, match="changed while it was being read"):
        read_bytes(path, 1000)


def test_a_file_that_is_gone_again_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    found = os.open

    def too_late(name: Path, *given: int) -> int:
        path.unlink(missing_ok=True)
        return found(name, *given)

    monkeypatch.setattr(os, "open", too_late)
    with pytest.raises(UnreadableFileError, match="no such file or folder"):
        read_bytes(path, 1000)


@pytest.mark.parametrize("name", ["a\0b.xlsx", "\ud800.xlsx"])
def test_what_no_name_can_be_is_not_there(name: str, tmp_path: Path) -> None:
    if sys.platform == "win32" and "\0" not in name:
        pytest.skip("names of files may be no text there")
    with pytest.raises(UnreadableFileError, match="no such file or folder"):
        read_bytes(tmp_path / name, 1000)


@pytest.mark.parametrize(
    "name",
    [
        "with spaces .xlsx",
        "b\u00e1o c\u00e1o.xlsx",  # composed
        "ba\u0301o ca\u0301o.xlsx",  # decomposed
        "two\nlines.xlsx",
        "-o.xlsx",
        "--help.xlsx",
        "CON.xlsx",
        "ends with a dot..xlsx",
        "x" * 250 + ".xlsx",
    ],
)
def test_any_name_is_a_name(name: str, tmp_path: Path) -> None:
    from almwp.workflow.files import find_files
    from almwp.workflow.session import Session

    path = tmp_path / name
    try:
        path.write_bytes(b"x")
    except OSError:
        pytest.skip("this system has no such names")
    assert read_bytes(path, 1) == b"x"
    assert list(find_files([tmp_path], Session.start().plugins)) == [path]


def test_a_policy_as_large_as_a_disk_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    with path.open("wb") as stream:
        stream.truncate(10**12)  # it takes no room
    with pytest.raises(OSError, match="the file is too large"):
        settings_bytes(path)
