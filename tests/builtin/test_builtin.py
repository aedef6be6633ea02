"""The core contributes through its own entry point, like any plugin."""

from importlib.metadata import entry_points

from almwp import builtin
from almwp.catalogue.frameworks import framework_ids
from almwp.catalogue.languages import language_codes
from almwp.plugins.loading import load_plugins
from almwp.testing.conformance import check_framework, check_language


def test_the_core_is_found_by_its_entry_point() -> None:
    (core,) = (p for p in entry_points(group="almwp") if p.name == "core")
    assert core.load() is builtin


def test_it_contributes_every_packaged_framework_and_language() -> None:
    plugins = load_plugins(found=(), extra={"core": builtin})
    assert set(plugins.frameworks) == set(framework_ids())
    assert set(plugins.languages) == set(language_codes())
    assert plugins.failures == ()


def test_what_it_contributes_keeps_the_promises() -> None:
    for source in builtin.almwp_frameworks():
        check_framework(source)
    for language in builtin.almwp_languages():
        check_language(language)
