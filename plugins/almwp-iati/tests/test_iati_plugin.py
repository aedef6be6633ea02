"""What the distribution brings, and what it says in which language."""

import almwp_iati

from almwp.plugins.loading import load_plugins
from almwp.testing.conformance.exporters import check_exporter
from almwp.testing.conformance.ownphrases import check_phrases
from almwp.testing.importing import modules_with


def test_keeps_exporter_promises() -> None:
    (exporter,) = almwp_iati.almwp_exporters()
    check_exporter(exporter)


def test_is_found_by_its_entry_point() -> None:
    plugins = load_plugins()
    assert plugins.exporters.provider_of("iati") == "iati"
    assert plugins.failures == ()


def test_importing_it_brings_no_heavy_library() -> None:
    assert not {"lxml", "babel"} & modules_with("almwp_iati")


def test_all_that_it_says_and_nothing_else_is_said_in_vietnamese() -> None:
    check_phrases("almwp_iati", "vi")
