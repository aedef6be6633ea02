"""Nothing happens on import, nothing prints, and the log is silent until wanted."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

import almwp

ROOT = Path(__file__).resolve().parents[2]
WATCH = """
import importlib, os, pkgutil, sys
sys.dont_write_bytecode = True
done = []
ACTS = ("socket.", "subprocess.", "os.system", "os.mkdir", "os.remove", "os.rename",
        "os.putenv", "os.spawn", "os.exec", "os.fork", "shutil.", "tempfile.",
        "urllib.", "ftplib.", "smtplib.", "http.client", "webbrowser.", "os.chmod")
class Watched(dict):
    def get(self, key, default=None):
        self.tell(key)
        return super().get(key, default)
    def __getitem__(self, key):
        self.tell(key)
        return super().__getitem__(key)
    def tell(self, key):
        frame = sys._getframe(2)
        while frame and frame.f_globals.get("__name__") in ("os", "_collections_abc"):
            frame = frame.f_back
        if frame and frame.f_globals.get("__name__", "").startswith("almwp"):
            done.append(("environment", key))
os.environ = Watched(os.environ)
def watch(event, args):
    if event.startswith(ACTS):
        done.append((event, str(args)[:200]))
    if event == "open":
        path, mode, flags = args
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) if flags else False
        if writes or (isinstance(mode, str) and set(mode) & set("wax+")):
            done.append((event, str(args)[:200]))
sys.addaudithook(watch)
name = os.path.basename(sys.argv[1])
sys.path.insert(0, os.path.dirname(sys.argv[1]))
package = importlib.import_module(name)
for found in pkgutil.walk_packages(package.__path__, f"{name}."):
    if not found.name.endswith("__main__") and ".skeletons." not in found.name:
        importlib.import_module(found.name)
for each in done:
    print(each)
"""
PACKAGES = sorted(
    path
    for path in [ROOT / "src" / "almwp", *ROOT.glob("plugins/*/src/almwp_*")]
    if (path / "__init__.py").is_file()
)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_nothing_happens_on_import(package: Path) -> None:
    """No file is written, nothing asked of a network or the environment, or printed."""
    called = subprocess.run(
        [sys.executable, "-c", WATCH, str(package)], capture_output=True, text=True
    )
    assert (called.stdout, called.stderr, called.returncode) == ("", "", 0)


def whole_api(submissions: Path, folder: Path) -> None:
    session = almwp.Session.start(extra={"broken": Broken()})
    paths = [submissions, folder / "not-there.xlsx"]
    files = almwp.read(paths, session=session)
    plan = almwp.merge(files)
    almwp.check([submissions], session=session).rows()
    almwp.compare(plan, plan, session=session)
    card = almwp.score(plan, session=session)
    carried = almwp.carry_over(plan, to="ALM-WP-2026-2030", session=session)
    report = almwp.position(plan, country="VN", meeting="slom-21", session=session)
    almwp.write(report, folder / "position.docx", session=session)
    almwp.write(almwp.report(plan, "plan", session=session), folder / "plan.csv")
    almwp.write(plan, folder / "plan.json", session=session)
    assert carried.activities
    for each in (plan, card, report, files):
        assert each.rows()
        assert each._repr_html_()


class Broken:
    """A plugin that fails, so that there is something to warn of."""

    def almwp_exporters(self, unknown: int) -> None:
        """Take what no hook gives."""


def test_nothing_prints(
    submissions: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    whole_api(submissions, tmp_path)
    assert capfd.readouterr() == ("", "")


def test_warnings_of_the_log_are_not_printed_to_who_never_asked(
    submissions: Path, tmp_path: Path
) -> None:
    """Python prints them itself where no handler is known; a child has none."""
    code = (
        "import sys, almwp\n"
        "read = almwp.read([sys.argv[1]])\n"
        "assert read.failures and not almwp.merge(read).activities\n"
    )
    missing = str(tmp_path / "not-there.xlsx")
    called = subprocess.run(
        [sys.executable, "-c", code, missing], capture_output=True, text=True
    )
    assert (called.stdout, called.stderr, called.returncode) == ("", "", 0)


def test_the_log_tells_of_files_and_failures(
    submissions: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"no workbook")
    with caplog.at_level(logging.DEBUG, logger="almwp"):
        whole_api(submissions, tmp_path)
        almwp.read([bad])
    names = {record.name.partition(".")[0] for record in caplog.records}
    assert names == {"almwp"}
    told = {(r.levelname, r.getMessage()) for r in caplog.records}
    words = "\n".join(message for _, message in told)
    assert ("DEBUG", f"reading {bad}") in told
    assert "could not be read" in words
    assert "the plugin broken failed" in words
    assert f"wrote {tmp_path / 'plan.json'}" in words
