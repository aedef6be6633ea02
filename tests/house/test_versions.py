"""One version for all distributions, and one name for each thing."""

import tomllib
from pathlib import Path
from typing import Any

import almwp

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = sorted((ROOT / "plugins").iterdir())


def project(folder: Path) -> dict[str, Any]:
    text = (folder / "pyproject.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)["project"]
    return found


def test_all_distributions_have_one_version() -> None:
    versions = {project(folder)["version"] for folder in [ROOT, *PLUGINS]}
    assert versions == {almwp.__version__}


def test_names_of_distribution_package_and_entry_point_agree() -> None:
    for folder in PLUGINS:
        short = folder.name.removeprefix("almwp-")
        about = project(folder)
        assert about["name"] == folder.name
        assert about["entry-points"]["almwp"] == {short: f"almwp_{short}"}
        assert (folder / "src" / f"almwp_{short}" / "py.typed").is_file()


def test_plugins_require_this_core() -> None:
    major, minor, _ = almwp.__version__.split(".")
    wanted = f"almwp>={major}.{minor},<{major}.{int(minor) + 1}"
    for folder in PLUGINS:
        assert wanted in project(folder)["dependencies"]


def test_the_changelog_tells_of_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {almwp.__version__}" in text


def editable(requirements: str) -> set[str]:
    lines = (ROOT / requirements).read_text(encoding="utf-8").splitlines()
    return {
        line.removeprefix("-e ").partition("[")[0]
        for line in lines
        if line.startswith("-e ")
    }


def test_every_distribution_is_installed_by_the_requirements() -> None:
    # Whoever wants one of these formats installs it.
    formats = ("datapackage", "iati", "parquet", "pdf")
    optional = {f"./plugins/almwp-{name}" for name in formats}
    every = {".", *(f"./plugins/{folder.name}" for folder in PLUGINS)}
    assert editable("requirements.txt") == every - optional
    assert editable("requirements-dev.txt") == optional
