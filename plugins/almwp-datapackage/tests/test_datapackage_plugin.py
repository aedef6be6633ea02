"""What the distribution brings, and what it says in which language."""

import almwp_datapackage

from almwp.plugins.loading import load_plugins
from almwp.testing.conformance.exporters import check_exporter
from almwp.testing.conformance.ownphrases import check_phrases
from almwp.testing.importing import modules_with


def test_keeps_exporter_promises() -> None:
    (exporter,) = almwp_datapackage.almwp_exporters()
    check_exporter(exporter, read_as=".csv")


def test_is_found_by_its_entry_point() -> None:
    plugins = load_plugins()
    assert plugins.exporters.provider_of("datapackage") == "datapackage"
    assert plugins.failures == ()


def test_importing_it_lays_out_nothing() -> None:
    assert "almwp_datapackage.package" not in modules_with("almwp_datapackage")


def test_all_that_it_says_and_nothing_else_is_said_in_vietnamese() -> None:
    check_phrases("almwp_datapackage", "vi")
