"""The house stays liveable: short files, telling names, nothing of our machines."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 300
"""Lines of a file of code: one that is longer does more than one thing."""
FAULTY_NAME = re.compile(r"(utils?|helpers?|misc|common|managers?)\.py")
MACHINE = re.compile(r"(?<![a-zA-Z.])/(work|root|tmp|home)/[a-z]|\.\./shared|/shared/")


def tracked(*patterns: str) -> list[Path]:
    """Return the files of the repository; outside of git, those on the disk."""
    call = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    try:
        listed = subprocess.run(call, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        found = [p for pattern in patterns for p in ROOT.rglob(pattern)]
        return sorted(p for p in found if not {".venv", ".tox"} & set(p.parts))
    names = listed.decode().splitlines()
    return [p for name in sorted(set(names)) if (p := ROOT / name.strip('"')).is_file()]


CODE = tracked("*.py")


def test_there_is_code_to_look_at() -> None:
    assert len(CODE) > 100


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_are_short_and_named_for_what_they_do(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST, f"{path} has {lines} lines"
    assert not FAULTY_NAME.fullmatch(path.name), f"{path} says nothing of its room"


@pytest.mark.parametrize(
    "path",
    tracked("*.py", "*.toml", "*.md", "*.txt", "*.ini", "*.po", "*.json"),
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_nothing_points_to_a_machine_of_ours(path: Path) -> None:
    if path == Path(__file__).resolve():
        return
    found = MACHINE.search(path.read_text(encoding="utf-8"))
    assert found is None, f"{path} names {found[0]}"


def test_requirements_name_packages_and_no_addresses() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "constraints.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text, name
        assert "--hash" not in text, name
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+( ; .+)?", line), line
