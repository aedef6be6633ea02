"""Commands that are ended, or hindered, at each of their calls to the system."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FORKING = Path(__file__).with_name("forking.py")
TABLE = "No.,Activity,Lead country,Status\n{number},{title},Viet Nam,Ongoing\n"

Job = Callable[..., Any]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with two submissions, and a plan that was merged from the first."""
    import almwp

    folder = tmp_path_factory.mktemp("sent")
    for number, title in enumerate(("Job fairs", "A study on wages"), start=1):
        text = TABLE.format(number=number, title=title)
        (folder / f"{number}.csv").write_text(text, encoding="utf-8")
    almwp.write(almwp.merge(almwp.read(folder / "1.csv")), folder / "plan.json")
    return folder


@pytest.fixture
def ended(sent: Path, tmp_path: Path) -> Job:
    """Run a command many times, each run ended or hindered otherwise."""
    folder = tmp_path / "desk"
    folder.mkdir()

    def run(what: str, **job: Any) -> Any:
        if what == "merge":
            shutil.copy(sent / "plan.json", folder)
            call = ["merge", "plan.json", str(sent / "2.csv"), "-o", "plan.json"]
        elif what == "export":
            call = ["export", str(sent / "1.csv"), "--report", "progress", "-o", "."]
            call += ["--to", "datapackage", "--to", "csv"]
            subprocess.run([sys.executable, "-m", "almwp", *call], cwd=folder)
            call[1] = str(sent / "2.csv")
        else:
            for name in ("html", "md"):
                (folder / f"position-VN-slom-21.{name}").write_bytes(b"of last year")
            call = ["position", str(sent / "plan.json"), "--country", "VN"]
            call += ["--meeting", "slom-21", "-o", "."]
            call += ["--to", "html", "--to", "markdown", "--to", "json"]
        told = {"folder": str(folder), "arguments": call, **job}
        done = subprocess.run(
            [sys.executable, str(FORKING)],
            input=json.dumps(told),
            capture_output=True,
            text=True,
            cwd=folder,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
