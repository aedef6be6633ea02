"""The commands run with every warning an error, and leave no file open."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUBMISSIONS = str(ROOT / "examples" / "submissions")
STORY = ROOT / "examples" / "story"
FOREIGN = ROOT / "plugins" / "almwp-excel" / "tests" / "files"
STRICT = (
    *("-X", "dev", "-W", "error"),
    # Libraries of others may open their own files as they like; ours say how.
    *("-X", "warn_default_encoding", "-W", "default::EncodingWarning"),
)
START = "from almwp.cli.main import main; main()"
FORMATS = (
    *("csv", "datapackage", "docx", "excel", "html", "json"),
    *("markdown", "parquet", "pdf"),
)
SETTINGS = (
    *("--set", "iati.reporting-org=XM-EXAMPLE-1"),
    *("--set", "iati.reporting-org-name=Invented"),
    *("--set", "iati.reporting-org-type=10"),
)
METHODS = ["implementation", "achievement", "delivery", "timeliness", "trend"]
CALLS: dict[str, list[str]] = {
    "check": ["check", SUBMISSIONS, "--annotate", "marked", "--ledger"],
    "check in JSON": ["check", SUBMISSIONS, "--format", "json", "--cross-read"],
    "check of old files": ["check", *map(str, sorted(FOREIGN.iterdir()))],
    "check of nothing": ["check", "not-there.xlsx"],
    "merge": [
        *("merge", str(STORY), "-o", "plan.json"),
        *("--decisions", str(STORY / "decisions.toml")),
    ],
    "explain": ["explain", "ALM205"],
    "compare": [
        *("compare", str(STORY / "1-labour-2023.xlsx")),
        str(STORY / "2-home-affairs-2025.xlsx"),
    ],
    "carry-over": ["carry-over", SUBMISSIONS, "--to", "ALM-WP-2026-2030"],
    "position": [
        *("position", SUBMISSIONS, "--country", "VN", "--meeting", "slom-21"),
        *("--to", "docx", "--to", "html", "--to", "markdown", "-o", "papers"),
    ],
    "template": ["template", "progress", "--country", "VN", "-o", "template.xlsx"],
    "plot": ["plot", "timeline", SUBMISSIONS, "-o", "timeline.svg"],
    "frameworks": ["frameworks", "ALM-WP-2026-2030"],
    "members": ["members"],
    "meetings": ["meetings"],
    "plugins": ["plugins"],
    "new-plugin": ["new-plugin", "made", "--kind", "exporter"],
    "completion": ["completion", "bash"],
    "help": ["--help"],
    **{f"score by {m}": ["score", SUBMISSIONS, "--method", m] for m in METHODS},
    **{
        f"export to {name}": [
            *("export", SUBMISSIONS, "--report", "progress"),
            *("--to", name, "-o", "exported"),
        ]
        for name in FORMATS
    },
    "export to iati": [
        *("export", SUBMISSIONS, "--report", "plan", "--audience", "meeting"),
        *("--to", "iati", "-o", "exported", *SETTINGS),
    ],
}
WARNED = re.compile(r"(?P<file>.+?):\d+: \w*Warning: ")


def own_folders() -> list[Path]:
    """Return where our own packages stand, wherever they are installed."""
    plugins = (*("excel", "progress", "slom", "pdf"), "datapackage", "iati", "parquet")
    specs = [find_spec(name) for name in ("almwp", *(f"almwp_{p}" for p in plugins))]
    return [Path(str(spec.origin)).parent for spec in specs if spec and spec.origin]


@pytest.mark.parametrize("name", CALLS)
def test_a_command_gives_no_warning(name: str, tmp_path: Path) -> None:
    call = [sys.executable, *STRICT, "-c", START, *CALLS[name]]
    ended = subprocess.run(call, cwd=tmp_path, capture_output=True, timeout=300)
    said = ended.stderr.decode("utf-8")
    assert ended.returncode == (3 if name == "check of nothing" else ended.returncode)
    assert ended.returncode in (0, 1, 3), said
    assert "Traceback" not in said
    assert "Exception ignored" not in said  # a file that was left open
    ours = own_folders()
    for line in said.splitlines():
        if warned := WARNED.match(line):
            where = Path(warned["file"])
            assert not any(folder in where.parents for folder in ours), line
