"""What the distribution brings, and what it says in which language."""

import ast
import subprocess
import sys
from pathlib import Path

import almwp_datapackage
from almwp_datapackage.phrases import phrases

from almwp.plugins.loading import load_plugins
from almwp.testing.conformance.exporters import check_exporter

SOURCE = Path(almwp_datapackage.__file__).parent


def test_keeps_exporter_promises() -> None:
    (exporter,) = almwp_datapackage.almwp_exporters()
    check_exporter(exporter, read_as=".csv")


def test_is_found_by_its_entry_point() -> None:
    plugins = load_plugins()
    assert plugins.exporters.provider_of("datapackage") == "datapackage"
    assert plugins.failures == ()


def test_importing_it_lays_out_nothing() -> None:
    seen = (
        "import sys, almwp_datapackage; "
        "print(*{'almwp_datapackage.package', 'csv'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", seen], check=True, capture_output=True, text=True
    )
    assert "almwp_datapackage.package" not in done.stdout


def sentences() -> set[str]:
    """Return what the code says in the language of a report."""
    found: set[str] = set()
    for path in SOURCE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "say",
                "CallError",
            ):
                (said,) = node.args
                assert isinstance(said, ast.Constant)
                found.add(str(said.value))
    return found


def test_all_that_it_says_is_said_in_vietnamese() -> None:
    say = phrases("vi")
    assert sentences()
    assert [s for s in sorted(sentences()) if say(s) == s] == []


def test_nothing_is_translated_that_nobody_says() -> None:
    po = (SOURCE / "locale" / "vi.po").read_text(encoding="utf-8")
    ids = {line[7:-1] for line in po.splitlines() if line.startswith('msgid "')} - {""}
    assert ids == sentences()
