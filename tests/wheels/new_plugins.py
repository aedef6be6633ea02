"""Write a new plugin of each kind, install it from nothing, test it and use it.

``python new_plugins.py WHEELS FOLDER``: almwp comes from the folder WHEELS.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from building import INSTALLED, ROOT, plain_settings, program, uv

NAMES = {
    "exporter": "notes",
    "framework": "my-plan",
    "language": "jv",
    "reader": "bars",
    "report": "states",
    "scorer": "begun",
}
"""The kinds that are tried here, and the name of the plugin of each."""


class Desk:
    """A fresh environment with almwp in it, and a folder for plugins."""

    def __init__(self, wheels: Path, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.folder, self.environment = folder, folder / "environment"
        self.wheels = wheels
        uv("venv", "--quiet", "--python", sys.executable, self.environment)
        self.install(*INSTALLED, "mypy", "pytest", "hatchling")

    def install(self, *what: str | Path) -> None:
        """Install packages."""
        python = program(self.environment, "python")
        constraints = ROOT / "constraints.txt"
        more = ("--find-links", self.wheels, "--constraint", constraints)
        uv("pip", "install", "--quiet", "--python", python, *more, *what)

    def run(self, name: str, *arguments: str | Path, cwd: Path | None = None) -> str:
        """Run a program of the environment and return what it printed.

        Raises:
            AssertionError: It failed.
        """
        call = [program(self.environment, name), *arguments]
        done = subprocess.run(
            [str(part) for part in call],
            cwd=cwd or self.folder,
            capture_output=True,
            encoding="utf-8",
            env=plain_settings(),
            check=False,
        )
        assert done.returncode == 0, f"{call}\n{done.stdout}\n{done.stderr}"
        return done.stdout


def main(wheels: Path, folder: Path) -> None:
    """Do all of it.

    Raises:
        AssertionError: Something did not work.
    """
    desk = Desk(wheels, folder)
    where = desk.run("python", "-c", "import almwp; print(almwp.__file__)")
    assert "site-packages" in Path(where.strip()).parts, where
    asked = "from almwp.workflow.newplugin import plugin_kinds as k; print(*k())"
    kinds = desk.run("python", "-c", asked).split()
    assert kinds == sorted(NAMES), "each kind needs a use below"
    plugins = [folder / f"almwp-{NAMES[kind]}" for kind in kinds]
    for kind, plugin in zip(kinds, plugins, strict=True):
        desk.run("almwp", "new-plugin", plugin, "--kind", kind)
        desk.install(plugin)
        print(desk.run("python", "-m", "pytest", "-q", cwd=plugin).splitlines()[-1])
    # One run for all: each is a package of its own.
    sources = [plugin / "src" for plugin in plugins]
    print(desk.run("python", "-m", "mypy", "--strict", *sources).strip())
    listed = desk.run("almwp", "--strict-plugins", "plugins")
    for plugin in plugins:
        assert plugin.name in listed, listed
    use(desk)


def use(desk: Desk) -> None:
    """Use what each plugin contributes, once.

    Raises:
        AssertionError: It does not do what it says.
    """
    reports = ROOT / "examples" / "submissions"
    call = ("position", reports, "--country", "VN", "--meeting", "slom-21")
    desk.run("almwp", *call, "--to", NAMES["exporter"], "-o", "out")
    paper = (desk.folder / "out" / "position-VN-slom-21.txt").read_text("utf-8")
    assert paper.startswith("National position of Viet Nam\n"), paper[:200]
    assert ".xlsx!" in paper, "the paper names no cell"

    bars = desk.folder / f"vn.{NAMES['reader']}"
    rows = "#bars\nCountry: Viet Nam\nActivity | Status\nStudy | planned\n"
    bars.write_text(rows, encoding="utf-8")
    assert activities(desk, bars) == 1

    table = desk.folder / "vn.csv"
    words = "activity in jv;state in jv\nStudy;planned in jv\nForum;completed in jv\n"
    table.write_text(words, encoding="utf-8")
    assert activities(desk, table) == 2

    scores = desk.run("almwp", "score", reports, "--method", NAMES["scorer"])
    assert "%" in scores, scores
    export = ("export", reports, "--report", NAMES["report"], "--to", "csv")
    desk.run("almwp", *export, "-o", "out")
    (states,) = (desk.folder / "out").glob(f"{NAMES['report']}*.csv")
    assert "State of activities" in states.read_text("utf-8-sig")
    shown = desk.run("almwp", "frameworks", NAMES["framework"].upper())
    assert "Sample outcome 1" in shown, shown
    print(f"used: {', '.join(NAMES.values())}")


def activities(desk: Desk, file: Path) -> int:
    """Return how many activities are read in a file."""
    checked = json.loads(desk.run("almwp", "check", file, "--format", "json"))
    count: int = checked["files"][0]["counts"]["activities"]
    return count


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
