"""The fixture for plugin authors loads what it is given, and imports late."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from almwp import testing
from almwp.errors import UnknownNameError
from almwp.plugins.hookspecs import hookimpl
from almwp.plugins.records import Exporter

if TYPE_CHECKING:
    from almwp.plugins.registry import Plugins


class Brief:
    @hookimpl
    def almwp_exporters(self) -> Iterator[Exporter]:
        yield Exporter(
            name="brief", summary="", suffix=".md", render=lambda report: b"x"
        )


class Broken:
    @hookimpl
    def almwp_exporters(self) -> Iterator[Exporter]:
        raise OSError("no disk")


def test_only_the_given_plugins_are_loaded(
    load_only: "Callable[..., Plugins]",
) -> None:
    plugins = load_only(mine=Brief())
    assert list(plugins.exporters) == ["brief"]
    assert plugins.exporters.provider_of("brief") == "mine"
    assert [loaded.name for loaded in plugins.loaded] == ["mine"]
    assert not plugins.readers


def test_installed_plugins_are_loaded_by_their_names(
    load_only: "Callable[..., Plugins]",
) -> None:
    plugins = load_only("core", mine=Brief())
    assert [loaded.name for loaded in plugins.loaded] == ["core", "mine"]
    assert {"json", "brief"} <= set(plugins.exporters)
    assert "docx" not in plugins.exporters


def test_an_installed_plugin_of_another_name_is_refused(
    load_only: "Callable[..., Plugins]",
) -> None:
    with pytest.raises(UnknownNameError, match="no plugin named 'cor'"):
        load_only("cor")


def test_the_kit_is_imported_when_it_is_asked_for() -> None:
    assert set(testing.__all__) <= set(dir(testing))
    for name in testing.__all__:
        assert getattr(testing, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'check_all'"):
        _ = testing.check_all


def test_a_broken_plugin_is_among_the_failures(
    load_only: "Callable[..., Plugins]",
) -> None:
    plugins = load_only(good=Brief(), bad=Broken())
    assert "brief" in plugins.exporters
    assert [failure.plugin for failure in plugins.failures] == ["bad"]


def test_starting_pytest_imports_nothing_of_almwp() -> None:
    program = (
        "import sys, almwp.testing.pytest_plugin\n"
        "print([n for n in sys.modules if n.split('.')[0] == 'almwp'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(
        ["almwp", "almwp.testing", "almwp.testing.pytest_plugin"]
    )
