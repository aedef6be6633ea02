"""What the distribution brings, what it needs, and that it costs nothing until used."""

import io
import sys

import almwp_pdf
import pytest
from almwp_pdf.document import render
from pypdf import PdfReader

from almwp.errors import CallError
from almwp.model.figures import Figure
from almwp.model.report import Report
from almwp.plugins.loading import load_plugins
from almwp.testing.conformance.exporters import check_exporter
from almwp.testing.conformance.ownphrases import check_phrases
from almwp.testing.importing import modules_with


def words_of(content: bytes) -> str:
    """Return the words of every page."""
    pages = PdfReader(io.BytesIO(content)).pages
    return "\n".join(page.extract_text() for page in pages)


def test_keeps_exporter_promises() -> None:
    (exporter,) = almwp_pdf.almwp_exporters()
    # The bars of a figure are drawn; in words it has its alternative text.
    check_exporter(exporter, text_of=words_of, leaves_out=["figures"])


def test_is_found_by_its_entry_point() -> None:
    plugins = load_plugins()
    assert plugins.exporters.provider_of("pdf") == "pdf"
    assert plugins.failures == ()


def test_importing_it_brings_no_heavy_library() -> None:
    assert not {"typst", "matplotlib"} & modules_with("almwp_pdf")


@pytest.mark.parametrize(
    ("library", "command"),
    [("typst", "pip install almwp-pdf"), ("matplotlib", 'install "almwp[figures]"')],
)
def test_what_is_not_installed_is_named_with_the_command(
    library: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(CallError) as caught:
        render(Report(title="A paper", blocks=[Figure(caption="Bars")]))
    assert str(caught.value).endswith(command)


def test_all_that_it_says_and_nothing_else_is_said_in_vietnamese() -> None:
    check_phrases("almwp_pdf", "vi")
