"""What the distribution brings, what it needs, and that it costs nothing until used."""

import ast
import io
import subprocess
import sys
from pathlib import Path

import almwp_pdf
import pytest
from almwp_pdf.document import render
from pypdf import PdfReader

from almwp.errors import CallError
from almwp.exporting.phrases import phrases
from almwp.model.figures import Figure
from almwp.model.report import Report
from almwp.plugins.loading import load_plugins
from almwp.testing.conformance.exporters import check_exporter

SOURCE = Path(almwp_pdf.__file__).parent


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
    seen = "import sys, almwp_pdf; print(*{'typst', 'matplotlib'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", seen], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == []


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


def sentences() -> set[str]:
    """Return what the code says: last texts of calls of ``say``, and of errors."""
    found: set[str] = set()
    for path in SOURCE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_said = isinstance(node, ast.Call) and (
                ast.unparse(node.func) in ("say", "CallError")
            )
            if is_said and isinstance(node, ast.Call):
                (said,) = node.args
                assert isinstance(said, ast.Constant)
                found.add(str(said.value))
    return found


def test_all_that_it_says_is_said_in_vietnamese() -> None:
    say = phrases("vi", "almwp_pdf")
    assert len(sentences()) > 8
    assert [s for s in sorted(sentences()) if say(s) == s] == []


def test_nothing_is_translated_that_nobody_says() -> None:
    po = (SOURCE / "locale" / "vi.po").read_text(encoding="utf-8")
    ids = {line[7:-1] for line in po.splitlines() if line.startswith('msgid "')} - {""}
    assert ids
    assert ids <= sentences()
