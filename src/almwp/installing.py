"""What to type to install a package where this very almwp finds it."""

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path


def install_command(requirement: str) -> str:
    """Return the command that installs *requirement* beside this almwp.

    It names the Python in use where ``python`` would be another one, as it is when
    almwp is called by its path; and it is that of uv or pipx where one of them made
    the place in which almwp is, as there is no pip then.

    Args:
        requirement: What to install: ``almwp[figures]``, or a folder of the project.
    """
    wanted = f'"{requirement}"' if "[" in requirement else requirement
    prefix = Path(sys.prefix)
    if "pipx" in prefix.parts and "venvs" in prefix.parts:
        return f"pipx inject {prefix.name} {wanted}"
    python = _python()
    if find_spec("pip") is None:
        return f"uv pip install --python {python} {wanted}"
    return f"{python} -m pip install {wanted}"


def _python() -> str:
    """Return the Python in use as one types it here."""
    own = Path(sys.executable)
    found = shutil.which("python")
    if found and Path(found) == own:
        return "python"
    shown = str(own)
    here = f"{Path.cwd()}{os.sep}"
    if shown.startswith(here):
        shown = shown.removeprefix(here)
    shown = shown.removesuffix(".exe")
    return f'"{shown}"' if " " in shown else shown
