"""Whatever our own distributions contribute keeps the promises of its kind.

Each contribution is taken from the registry, so that a new one cannot be forgotten.
"""

import io
import tomllib
import zipfile
from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import attrs
import pytest

from almwp.plugins.loading import load_plugins
from almwp.plugins.registry import Plugins, Registry
from almwp.testing import (
    check_exporter,
    check_framework,
    check_language,
    check_reader,
    check_report,
    check_scorer,
)
from almwp.testing.sampleform import sample_form

ROOT = Path(__file__).resolve().parents[2]
FOREIGN = ROOT / "plugins" / "almwp-excel" / "tests" / "files"


def _own_names() -> set[str]:
    """Return the names of the entry points of our own distributions."""
    names: set[str] = set()
    for file in [ROOT / "pyproject.toml", *ROOT.glob("plugins/*/pyproject.toml")]:
        about = tomllib.loads(file.read_text(encoding="utf-8"))["project"]
        names |= set(about["entry-points"]["almwp"])
    return names


OWN = _own_names()
PLUGINS = load_plugins(point for point in entry_points(group="almwp"))


def _text_of_pdf(content: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(
        page.extract_text() for page in PdfReader(io.BytesIO(content)).pages
    )


def _text_of_parquet(content: bytes) -> str:
    from pyarrow import parquet

    words: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            rows = parquet.read_table(io.BytesIO(archive.read(name))).to_pylist()
            words.extend(str(value) for row in rows for value in row.values())
    return "\n".join(words)


EXPORTERS: Mapping[str, Mapping[str, Any]] = {
    "datapackage": {"read_as": ".csv"},
    "parquet": {"text_of": _text_of_parquet},
    # The bars of a figure are drawn; in words it has its alternative text.
    "pdf": {"text_of": _text_of_pdf, "leaves_out": ["figures"]},
}
"""How the kit has to be called for an exporter, where that is not the plain way."""


def _of(registry: Registry[Any]) -> list[Any]:
    own = (name for name in registry if registry.provider_of(name) in OWN)
    return [pytest.param(registry[name], id=name) for name in own]


CELLS = {
    "csv": {
        "vn": {
            **{"A1": "Activity", "B1": "Status", "A2": "Đào tạo", "B2": "planned"},
            "A3": "Hội thảo",
        }
    }
}
"""What stands in the samples; the tests of the distributions compare the others."""


def _sample_of(name: str) -> tuple[bytes, str]:
    """Return a file for a reader, and its name; each of our readers needs one here."""
    if name == "xlsx":
        write_form = PLUGINS.readers["xlsx"].write_form
        assert write_form is not None
        return write_form(sample_form()), "form.xlsx"
    if name == "csv":
        return "Activity;Status\nĐào tạo;planned\nHội thảo;\n".encode(), "vn.csv"
    assert name == "calamine", f"give the reader {name} a file to read here"
    return (FOREIGN / "report.ods").read_bytes(), "report.ods"


def test_all_our_distributions_are_loaded() -> None:
    loaded = {each.name for each in PLUGINS.loaded}
    assert loaded >= OWN, f"not installed: {', '.join(sorted(OWN - loaded))}"


def test_every_kind_of_contribution_is_tried_here() -> None:
    kinds = {
        registry.kind
        for field in attrs.fields(Plugins)
        if isinstance(registry := getattr(PLUGINS, field.name), Registry)
    }
    # Commands and rules have no kit: click and the tests of messages look at them.
    assert kinds - {"command", "rule"} == {
        *("exporter", "framework", "language", "reader", "report", "scorer")
    }


@pytest.mark.parametrize("exporter", _of(PLUGINS.exporters))
def test_exporters_keep_their_promises(exporter: Any) -> None:
    check_exporter(exporter, **EXPORTERS.get(exporter.name, {}))


@pytest.mark.parametrize("reader", _of(PLUGINS.readers))
def test_readers_keep_their_promises(reader: Any) -> None:
    check_reader(reader, *_sample_of(reader.name), cells=CELLS.get(reader.name))


@pytest.mark.parametrize("scorer", _of(PLUGINS.scorers))
def test_scorers_keep_their_promises(scorer: Any) -> None:
    check_scorer(scorer)


@pytest.mark.parametrize("kind", _of(PLUGINS.reports))
def test_reports_keep_their_promises(kind: Any) -> None:
    check_report(kind)


@pytest.mark.parametrize("source", _of(PLUGINS.frameworks))
def test_frameworks_keep_their_promises(source: Any) -> None:
    check_framework(source)


@pytest.mark.parametrize("language", _of(PLUGINS.languages))
def test_languages_keep_their_promises(language: Any) -> None:
    check_language(language)
