"""Plugins are found by their entry points, whatever order they come in."""

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, distributions, entry_points
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.errors import PluginError, UnknownNameError
from almwp.plugins.loading import load_plugins

Install = Callable[..., tuple[EntryPoint, ...]]

SOURCE = """
from almwp.plugins import Exporter, hookimpl

@hookimpl
def almwp_exporters():
    yield Exporter(name={name!r}, summary="", suffix=".txt", render=lambda report: b"x")
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install small distributions that nobody built: a module and its metadata."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)

    def add(
        distribution: str, name: str, source: str = "", *, metadata: bool = True
    ) -> tuple[EntryPoint, ...]:
        module = distribution.replace("-", "_")
        text = source or SOURCE.format(name=distribution)
        (tmp_path / f"{module}.py").write_text(text, encoding="utf-8")
        told = tmp_path / f"{module}-1.10.dist-info"
        told.mkdir()
        (told / "entry_points.txt").write_text(
            f"[almwp]\n{name} = {module}\n", encoding="utf-8"
        )
        if metadata:
            (told / "METADATA").write_text(
                f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.10\n",
                encoding="utf-8",
            )
        found = distributions(path=[str(tmp_path)])
        return tuple(p for d in found for p in d.entry_points if p.group == "almwp")

    yield add
    for module in set(sys.modules) - before:
        del sys.modules[module]


def test_the_core_and_its_three_plugins_are_found() -> None:
    plugins = load_plugins()
    assert plugins.failures == ()
    assert {"core", "excel", "progress", "slom"} <= {p.name for p in plugins.loaded}
    named = {p.name: p.distribution for p in plugins.loaded}
    assert named["core"] == "almwp"
    assert named["slom"] == "almwp-slom"
    assert plugins.readers.provider_of("xlsx") == "excel"
    assert plugins.scorers.provider_of("implementation") == "progress"
    assert plugins.reports.provider_of("position") == "slom"
    assert plugins.exporters.provider_of("docx") == "slom"
    assert plugins.languages.provider_of("vi") == "core"
    assert plugins.frameworks.provider_of("ALM-WP-2026-2030") == "core"


def test_a_plugin_is_found_by_its_metadata_alone(install: Install) -> None:
    install("almwp-brief", "brief")
    plugins = load_plugins()
    assert plugins.exporters.provider_of("almwp-brief") == "brief"
    (loaded,) = [p for p in plugins.loaded if p.name == "brief"]
    assert (loaded.distribution, loaded.version) == ("almwp-brief", "1.10")


def test_one_that_cannot_be_imported_is_named_with_its_distribution(
    install: Install,
) -> None:
    found = install("almwp-torn", "torn", "import no_such_module_anywhere")
    plugins = load_plugins(found)
    (failure,) = plugins.failures
    assert (failure.plugin, failure.distribution) == ("torn", "almwp-torn")
    assert "no_such_module_anywhere" in failure.why


def test_one_that_ends_the_program_when_imported_does_not(install: Install) -> None:
    found = install("almwp-exit", "exit", "raise SystemExit(3)")
    (failure,) = load_plugins(found).failures
    assert (failure.plugin, failure.why) == ("exit", "SystemExit: 3")


def test_one_that_a_person_stops_while_it_is_imported_stops(install: Install) -> None:
    found = install("almwp-slow", "slow", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        load_plugins(found)


def test_two_of_one_name_are_both_refused_and_both_named(install: Install) -> None:
    install("almwp-one", "brief")
    install("almwp-three", "third")
    found = install("almwp-two", "brief")
    plugins = load_plugins(found)
    assert list(plugins.exporters) == ["almwp-three"]
    assert [f.distribution for f in plugins.failures] == ["almwp-one", "almwp-two"]
    assert {f.why for f in plugins.failures} == {
        "the name 'brief' is claimed by almwp-one and almwp-two; none of them is used"
    }


def test_the_same_entry_point_twice_is_one(install: Install) -> None:
    found = install("almwp-brief", "brief")
    plugins = load_plugins(found + found)
    assert [p.name for p in plugins.loaded] == ["brief"]
    assert plugins.failures == ()


def test_missing_metadata_of_one_plugin_stops_nobody(install: Install) -> None:
    install("almwp-whole", "whole")
    plugins = load_plugins(install("almwp-bare", "bare", metadata=False))
    assert [p.name for p in plugins.loaded] == ["bare", "whole"]
    assert [p.distribution for p in plugins.loaded] == ["", "almwp-whole"]


@given(found=st.permutations(sorted(entry_points(group="almwp"))))
def test_the_order_of_entry_points_does_not_matter(found: list[EntryPoint]) -> None:
    plugins, usual = load_plugins(found), load_plugins()
    assert plugins.loaded == usual.loaded
    for kind in ("readers", "exporters", "frameworks", "languages"):
        assert list(getattr(plugins, kind)) == list(getattr(usual, kind))


def test_a_disabled_plugin_is_left_alone() -> None:
    plugins = load_plugins(disabled=["slom", "core"])
    assert {"slom", "core"}.isdisjoint(p.name for p in plugins.loaded)
    assert "docx" not in plugins.exporters
    assert plugins.failures == ()


def test_a_disabled_plugin_is_not_even_imported(install: Install) -> None:
    found = install("almwp-torn", "torn", "raise RuntimeError")
    assert load_plugins(found, disabled=["torn"]).failures == ()


def test_disabling_what_is_not_there_names_what_is() -> None:
    with pytest.raises(UnknownNameError) as caught:
        load_plugins(disabled=["slim"])
    assert caught.value.exit_code == 2
    assert "no plugin named 'slim'" in str(caught.value)
    for name in ("core", "excel", "progress", "slom"):
        assert name in caught.value.known


def test_an_installed_plugin_that_fails_is_fatal_when_strict(install: Install) -> None:
    found = install("almwp-torn", "torn", "raise RuntimeError('torn apart')")
    with pytest.raises(PluginError, match=r"the plugin 'torn' broke: .*apart"):
        load_plugins(found, strict=True)
