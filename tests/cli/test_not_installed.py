"""What is not installed is named with the command that installs it."""

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from almwp.cli.notinstalled import BRINGS, advice_on, advice_without_readers
from almwp.errors import CallError, UnknownNameError, in_english
from almwp.plugins.loading import load_plugins

Almwp = Callable[..., Any]

ROOT = Path(__file__).parents[2]
WITHOUT = """
import sys
hidden, *words = sys.argv[1:]
sys.modules[hidden] = None
from almwp.cli.main import run
sys.exit(run(words))
"""


def without(library: str, *words: str | Path) -> tuple[int, str, str]:
    """Run almwp in a process of its own where *library* cannot be imported."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, library, *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("library", "words", "requirement"),
    [
        ("matplotlib", ("plot", "progress"), '"almwp[figures]"'),
        ("typst", ("export", "--report", "progress", "--to", "pdf"), "almwp-pdf"),
        ("openpyxl", ("check", "--cross-read"), '"almwp-excel[cross-read]"'),
    ],
)
@pytest.mark.parametrize(
    ("language", "said"), [("en", "is not installed"), ("vi", "chưa được cài")]
)
def test_a_library_that_is_missing_is_named_with_the_command(
    library: str,
    words: tuple[str, ...],
    requirement: str,
    language: str,
    said: str,
    submissions: Path,
    tmp_path: Path,
) -> None:
    place = () if "check" in words else ("-o", tmp_path)
    code, out, err = without(library, *words, submissions, "--lang", language, *place)
    assert (code, out) == (2, "")
    assert said in err
    assert f" pip install {requirement}" in err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_needs_a_missing_library_says_so(tmp_path: Path) -> None:
    old = sorted((ROOT / "plugins" / "almwp-excel" / "tests").rglob("*.xls"))[0]
    code, _, err = without("python_calamine", "score", old)
    assert code == 3
    assert 'pip install "almwp-excel[calamine]"; or open the file' in err


@pytest.mark.parametrize("library", ["matplotlib", "typst", "openpyxl", "lxml", "docx"])
def test_what_does_not_need_it_works_all_the_same(
    library: str, submissions: Path
) -> None:
    assert without(library, "check", submissions)[0] == 0
    assert without(library, "plugins")[0] == 0


@pytest.mark.parametrize(
    ("kind", "name", "distribution"),
    [
        (kind, name, distribution)
        for distribution, brought in BRINGS.items()
        for kind, names in brought.items()
        for name in names
    ],
)
def test_what_a_plugin_brings_is_known_where_it_is_not_installed(
    kind: str, name: str, distribution: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = UnknownNameError(kind, name.upper(), ())
    monkeypatch.setattr("importlib.metadata.version", _not_there)
    said = advice_on(error, in_english)
    assert f"'{name}' comes with {distribution}" in said
    assert said.endswith(f" pip install ./plugins/{distribution}")
    assert (ROOT / "plugins" / distribution / "pyproject.toml").is_file()


def _not_there(name: str) -> str:
    return version(f"{name}-that-nobody-has")


def test_nothing_is_said_of_what_is_installed_and_left_alone(
    almwp: Almwp, submissions: Path
) -> None:
    words = ("export", submissions, "--report", "progress", "--to", "markdown")
    ended = almwp("--without", "slom", *words)
    assert ended.code == 2
    assert "pip install" not in ended.err


def test_what_reads_files_is_named_where_nothing_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = load_plugins(disabled=("excel",))
    assert advice_without_readers(load_plugins(), in_english) == ""
    assert advice_without_readers(alone, in_english) == ""  # left alone, not missing
    monkeypatch.setattr("importlib.metadata.version", _not_there)
    said = advice_without_readers(alone, in_english)
    assert said.endswith(" pip install ./plugins/almwp-excel")


def test_other_errors_bring_no_advice() -> None:
    assert advice_on(CallError("no"), in_english) == ""
    assert advice_on(UnknownNameError("exporter", "rtf", ()), in_english) == ""


def test_the_list_of_what_is_brought_is_in_step() -> None:
    plugins = load_plugins()
    by_name = {each.name: each.distribution for each in plugins.loaded}
    registries = (plugins.exporters, plugins.readers, plugins.scorers, plugins.reports)
    for registry in registries:
        for name in registry:
            distribution = by_name[registry.provider_of(name)]
            if (ROOT / "plugins" / distribution).is_dir():
                assert name in BRINGS[distribution][registry.kind]
