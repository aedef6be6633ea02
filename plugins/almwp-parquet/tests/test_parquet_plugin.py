"""What the distribution brings, and what it says in which language."""

import ast
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import almwp_parquet
import pytest
from almwp_parquet.phrases import phrases
from pyarrow import parquet

from almwp.errors import CallError
from almwp.model.report import Report
from almwp.plugins.loading import load_plugins
from almwp.testing.conformance.exporters import check_exporter

SOURCE = Path(almwp_parquet.__file__).parent


def words_of(content: bytes) -> str:
    """Return every cell of every file of a packed data set, a line for each."""
    words: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            rows = parquet.read_table(io.BytesIO(archive.read(name))).to_pylist()
            words.extend(str(value) for row in rows for value in row.values())
    return "\n".join(words)


def test_keeps_exporter_promises() -> None:
    (exporter,) = almwp_parquet.almwp_exporters()
    check_exporter(exporter, text_of=words_of)


def test_is_found_by_its_entry_point() -> None:
    plugins = load_plugins()
    assert plugins.exporters.provider_of("parquet") == "parquet"
    assert plugins.failures == ()


def test_importing_it_brings_no_heavy_library() -> None:
    seen = "import sys, almwp_parquet; print(*{'pyarrow', 'numpy'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", seen], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == []


def test_a_missing_library_is_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (exporter,) = almwp_parquet.almwp_exporters()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CallError, match=r"-m pip install almwp-parquet$"):
        exporter.render(Report(title="A report"))


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
