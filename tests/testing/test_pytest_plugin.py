"""The fixture for plugin authors loads what it is given, and imports late."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

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
