"""The command that installs a package where this very almwp finds it."""

import sys
from pathlib import Path

import pytest

from almwp.installing import install_command


def test_the_command_names_the_python_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Path(sys.executable)
    monkeypatch.setenv("PATH", str(own.parent))
    assert install_command("x").startswith("python -m pip")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert install_command("x").startswith(str(own).removesuffix(".exe"))
    monkeypatch.chdir(own.parents[1])
    assert install_command("x").startswith(own.parent.name)


def test_the_command_is_that_of_whoever_made_the_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("almwp.installing.find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert install_command("a[b]") == 'uv pip install --python python "a[b]"'
    prefix = str(Path("home", ".local", "pipx", "venvs", "almwp"))
    monkeypatch.setattr(sys, "prefix", prefix)
    assert install_command("a[b]") == 'pipx inject almwp "a[b]"'
