"""Run the command line: within this process, or as a user would."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from attrs import frozen

from almwp.cli.main import run

EXAMPLES = Path(__file__).parents[2] / "examples" / "submissions"


@frozen(kw_only=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Almwp = Callable[..., Ended]
InstallPlugin = Callable[[str, str], None]


@pytest.fixture
def almwp(capsys: pytest.CaptureFixture[str]) -> Almwp:
    """Run ``almwp`` within this process."""

    def call(*arguments: str | Path) -> Ended:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Ended(code=code, out=captured.out, err=captured.err)

    return call


@pytest.fixture
def almwp_alone() -> Almwp:
    """Run the installed ``almwp`` in a process of its own."""

    def call(*arguments: str | Path, **settings: str) -> Ended:
        import os

        program = Path(sys.executable).with_name("almwp")
        done = subprocess.run(
            [str(program), *map(str, arguments)],
            capture_output=True,
            env={**os.environ, **settings},
            timeout=60,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err
        return Ended(code=done.returncode, out=out, err=err)

    return call


@pytest.fixture
def submissions() -> Path:
    """The folder of example submissions."""
    return EXAMPLES


@pytest.fixture
def make_workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook of one sheet below the test's folder."""

    def make(name: str, *rows: Sequence[str]) -> Path:
        import xlsxwriter

        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Report")
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        return path

    return make


@pytest.fixture
def install_plugin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[InstallPlugin]:
    """Install a plugin of one module; processes that are started find it as well."""
    folder = tmp_path / "installed"
    folder.mkdir()
    before = set(sys.modules)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder), prepend=":")

    def install(name: str, source: str) -> None:
        (folder / f"almwp_{name}.py").write_text(source, encoding="utf-8")
        told = folder / f"almwp_{name}-1.10.dist-info"
        told.mkdir()
        (told / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: almwp-{name}\nVersion: 1.10\n",
            encoding="utf-8",
        )
        (told / "entry_points.txt").write_text(
            f"[almwp]\n{name} = almwp_{name}\n", encoding="utf-8"
        )

    yield install
    for module in set(sys.modules) - before:
        del sys.modules[module]
