"""What the distribution brings, and that it costs nothing until used."""

import almwp_slom
import pytest

from almwp.plugins import Exporter
from almwp.plugins.loading import load_plugins
from almwp.testing.conformance.exporters import check_exporter
from almwp.testing.importing import modules_with

EXPORTERS = tuple(almwp_slom.almwp_exporters())


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_keeps_exporter_promises(exporter: Exporter) -> None:
    check_exporter(exporter)


def test_is_found_by_its_entry_point() -> None:
    plugins = load_plugins()
    assert {"markdown", "docx", "json"} <= set(plugins.exporters)
    assert {"position", "progress", "overlaps", "alignment"} <= set(plugins.reports)


def test_importing_it_brings_no_heavy_library() -> None:
    assert not {"docx", "lxml"} & modules_with("almwp_slom")
