"""Entry points of plugins are found without the library that knows all of them."""

import sys
import zipfile
from collections.abc import Callable
from importlib.metadata import EntryPoint, PathDistribution, entry_points
from pathlib import Path

import pytest

from almwp.plugins.installed import PluginPoint, installed_points, with_hook

Install = Callable[..., Path]


def by_the_library(group: str) -> set[PluginPoint]:
    return {
        PluginPoint(
            name=point.name,
            value=point.value,
            distribution=(point.dist and point.dist.name) or "",
            version=(point.dist and point.dist.version) or "",
        )
        for point in entry_points(group=group)
    }


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put the metadata of a distribution on the path."""
    monkeypatch.syspath_prepend(tmp_path)

    def add(
        folder: str, points: str, metadata: str = "Name: x\nVersion: 1\n", /
    ) -> Path:
        told = tmp_path / folder
        told.mkdir(parents=True)
        (told / "entry_points.txt").write_text(points, encoding="utf-8")
        name = "PKG-INFO" if folder.endswith("egg-info") else "METADATA"
        (told / name).write_text(metadata, encoding="utf-8")
        return told

    return add


@pytest.mark.parametrize("group", ["almwp", "console_scripts", "pytest11", "nothing"])
def test_they_are_those_that_the_library_finds(group: str) -> None:
    assert set(installed_points(group)) == by_the_library(group)


@pytest.mark.parametrize(
    ("folder", "points"),
    [
        ("wave-1.0.dist-info", "[almwp]\nwave = almwp_wave\n"),
        ("wave-1.0-py3.11.egg-info", "[almwp]\nwave = almwp_wave\n"),
        ("wave.egg-info", "[almwp]\nwave = almwp_wave:plugin.inner\n"),
        ("Wave.Two-1.0.dist-info", "[other]\na = b\n\n[almwp]\nwave=almwp_wave [x]\n"),
        (
            "wave-1.0.dist-info",
            "[almwp]\r\n # no\r\n#no = no\r\n wave = almwp_wave \r\n",
        ),
        (
            "wave-1.0.dist-info",
            "[almwp]\na = b\nc = d\n[later]\ne = f\n[almwp]\ng = h\n",
        ),
        ("wave-1.0.dist-info", "[almwp.more]\nwave = almwp_wave\n"),
        ("wave-1.0.dist-info", "wave = almwp_wave\n"),
        ("wave-1.0.dist-info", ""),
    ],
)
def test_metadata_of_any_form_is_read_as_the_library_reads_it(
    folder: str, points: str, install: Install
) -> None:
    install(
        folder,
        points,
        "Metadata-Version: 2.1\nName: wave\nVersion: 1.0\n\nVersion: 9\n",
    )
    assert set(installed_points("almwp")) == by_the_library("almwp")


def test_of_two_of_one_name_the_first_on_the_path_counts(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("later/al_wave-1.0.dist-info", "[almwp]\nold = almwp_wave\n")
    install("first/Al.Wave-2.0.dist-info", "[almwp]\nnew = almwp_wave\n")
    for name in ("later", "first"):
        monkeypatch.syspath_prepend(tmp_path / name)
    found = {point.name for point in installed_points("almwp")}
    assert "new" in found
    assert "old" not in found
    assert set(installed_points("almwp")) == by_the_library("almwp")


def test_those_in_a_zip_file_are_found_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "wave.zip"
    with zipfile.ZipFile(path, "w") as file:
        told = "wave-1.0.dist-info"
        file.writestr(f"{told}/entry_points.txt", "[almwp]\nwave = almwp_wave\n")
        file.writestr(f"{told}/METADATA", "Name: wave\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(path)
    assert PluginPoint("wave", "almwp_wave", "wave", "1.0") in installed_points("almwp")


def test_those_that_another_finder_knows_are_found_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, install: Install
) -> None:
    told = install("elsewhere/wave-1.0.dist-info", "[almwp]\nwave = almwp_wave\n")

    class Finder:
        @staticmethod
        def find_spec(*_: object) -> None: ...

        @staticmethod
        def find_distributions(*_: object) -> list[PathDistribution]:
            return [PathDistribution(told)]

    assert "wave" not in {point.name for point in installed_points("almwp")}
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder])
    assert "wave" in {point.name for point in installed_points("almwp")}


@pytest.mark.parametrize("gone", ["no/such/folder", "", "a-file"])
def test_a_path_that_is_no_folder_hides_nothing(
    gone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").write_bytes(b"no ZIP file")
    monkeypatch.syspath_prepend(gone)
    assert set(installed_points("almwp")) == by_the_library("almwp")


def test_where_no_metadata_tells_it_the_distribution_has_no_name(
    install: Install,
) -> None:
    install("wave-1.0.dist-info", "[almwp]\nwave = almwp_wave\n", "")
    (wave,) = (p for p in installed_points("almwp") if p.name == "wave")
    assert (wave.distribution, wave.version) == ("", "")


@pytest.mark.parametrize(
    "value",
    [
        "json",
        "importlib.metadata",
        "json:loads",
        "importlib.metadata:EntryPoint.load",
        "json : loads",
        "json:loads [extra]",
    ],
)
def test_what_stands_there_is_loaded_as_the_library_loads_it(value: str) -> None:
    expected = EntryPoint(name="x", value=value, group="almwp").load()
    assert PluginPoint(name="x", value=value).load() is expected


def test_of_plugins_those_with_a_hook_are_told_from_others() -> None:
    with_it = PluginPoint(name="a", value="almwp.builtin")
    without = PluginPoint(name="b", value="json")
    torn = PluginPoint(name="c", value="no_such_module_anywhere")
    same = PluginPoint(name="a", value="json", distribution="other")
    every = [with_it, without, torn, same]
    assert with_hook(every, "almwp_languages") == [with_it, torn, same]
    assert with_hook(every, "almwp_commands") == [torn]
