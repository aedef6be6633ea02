"""The whole test file of a plugin author."""

import almwp_brief

from almwp.plugins.loading import load_plugins
from almwp.testing import check_exporter


def test_keeps_exporter_promises() -> None:
    (exporter,) = almwp_brief.almwp_exporters()
    check_exporter(exporter)


def test_contributes_the_brief_beside_the_others() -> None:
    plugins = load_plugins(extra={"brief-in-test": almwp_brief})
    assert plugins.exporters.provider_of("brief") == "brief-in-test"
    assert plugins.failures == ()
