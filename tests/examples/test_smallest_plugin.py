"""The smallest plugin of the examples works as its README says."""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "almwp-brief"


def test_its_own_tests_pass() -> None:
    # Its package is on the path and not installed: the entry point is not needed here.
    code = (
        "import sys, pytest; sys.path.insert(0, 'src');"
        "sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', 'tests']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=FOLDER, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout


def test_its_code_is_about_twenty_five_lines() -> None:
    code = (FOLDER / "src" / "almwp_brief" / "__init__.py").read_text(encoding="utf-8")
    assert len([line for line in code.splitlines() if line.strip()]) <= 30
