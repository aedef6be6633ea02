"""Build wheels of almwp and its plugins, and environments in which they are installed.

``python building.py WHEELS`` writes them into the folder WHEELS; nothing is there but
what a stranger would get.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = ("almwp", "almwp-excel", "almwp-progress", "almwp-slom")


def build(wheels: Path) -> None:
    """Build a wheel of each distribution."""
    for folder in (ROOT, *(ROOT / "plugins" / name for name in INSTALLED[1:])):
        uv("build", "--quiet", "--wheel", "--out-dir", wheels, folder)
    for path in sorted(wheels.glob("*.whl")):
        print(path.name)


def uv(*arguments: str | Path, cwd: Path | None = None) -> None:
    """Run uv.

    Raises:
        CalledProcessError: It failed.
    """
    call = [sys.executable, "-m", "uv", *map(str, arguments)]
    subprocess.run(call, check=True, cwd=cwd, env=plain_settings())


def plain_settings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the settings of this process without what names an environment of ours."""
    named = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "TOX_ENV_DIR")
    kept = {name: value for name, value in os.environ.items() if name not in named}
    return kept | {"PYTHONUTF8": "1", "COLUMNS": "100", **(more or {})}


def program(environment: Path, name: str) -> Path:
    """Return a program of an environment."""
    return environment / ("Scripts" if os.name == "nt" else "bin") / name


if __name__ == "__main__":
    build(Path(sys.argv[1]))
