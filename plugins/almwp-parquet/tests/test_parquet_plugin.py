"""What the distribution brings, and what it says in which language."""

import io
import sys
import zipfile

import almwp_parquet
import pytest
from pyarrow import parquet

from almwp.errors import CallError
from almwp.model.report import Report
from almwp.plugins.loading import load_plugins
from almwp.testing.conformance.exporters import check_exporter
from almwp.testing.conformance.ownphrases import check_phrases
from almwp.testing.importing import modules_with


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
    assert not {"pyarrow", "numpy"} & modules_with("almwp_parquet")


def test_a_missing_library_is_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (exporter,) = almwp_parquet.almwp_exporters()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CallError, match=r"-m pip install almwp-parquet$"):
        exporter.render(Report(title="A report"))


def test_all_that_it_says_and_nothing_else_is_said_in_vietnamese() -> None:
    check_phrases("almwp_parquet", "vi")
