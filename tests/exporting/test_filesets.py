"""Formats of several files: fit names, and one packed file that is always the same."""

import io
import zipfile
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.exporting.filesets import LIST_OF_FILES, name_faults, packed

UNFIT = (
    "/a.csv",
    "../a.csv",
    "a/../../b",
    "a:b.csv",
    "a\\b.csv",
    "what?.csv",
    'say"so',
    "con",
    "data/NUL.csv",
    "folder./a.csv",
    "blank ",
    "line\nbreak",
    LIST_OF_FILES,
)
FIT = (
    "a.csv",
    "Hoạt động/framework=ALM-WP-2021-2025/country=VN/part-0.parquet",
    "console.csv",
    ".hidden",
)
names = st.lists(st.text("abc", min_size=1, max_size=2), min_size=1, max_size=2).map(
    lambda parts: PurePosixPath(*parts)
)


@pytest.mark.parametrize("name", UNFIT)
def test_a_name_that_cannot_be_everywhere_is_a_fault(name: str) -> None:
    assert len(list(name_faults({PurePosixPath(name): b""}))) == 1


@pytest.mark.parametrize("name", FIT)
def test_a_plain_name_is_none(name: str) -> None:
    assert list(name_faults({PurePosixPath(name): b""})) == []


def test_names_that_differ_only_in_capitals_are_a_fault() -> None:
    files = {PurePosixPath("A/b"): b"", PurePosixPath("a/B"): b""}
    assert list(name_faults(files)) == ["A/b and a/B differ only in capital letters"]


def test_a_file_is_no_folder_of_others() -> None:
    files = {PurePosixPath("a"): b"", PurePosixPath("a/b"): b""}
    assert list(name_faults(files)) == ["a is both a file and a folder"]


@given(st.dictionaries(names, st.binary(max_size=20), max_size=4))
def test_what_is_packed_comes_out_the_same(files: dict[PurePosixPath, bytes]) -> None:
    content = packed(files)
    assert packed(dict(reversed(files.items()))) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        listed = archive.namelist()
        read = {PurePosixPath(name): archive.read(name) for name in listed}
    assert read == files
    assert listed == [str(name) for name in sorted(files)]
