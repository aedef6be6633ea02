"""Blocks for Windows on the pages: taken apart by a grammar, and run where they can.

No machine of the project has PowerShell; a grammar of it says what each program is
given.  Lines for ``cmd`` are read by rule, as there is no grammar of it.
"""

import importlib
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"]
BLOCK = re.compile(r"^ *```(powershell|cmd)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
THERE = ".venv\\Scripts\\"
HERE = ".venv/bin/"
WITHOUT_TWIN = {
    ("Set-ExecutionPolicy -Scope Process -ExecutionPolicy RemoteSigned", "activate"),
    ("almwp completion powershell", "Out-String", "Invoke-Expression"),
}
"""Blocks that no page has for other systems as well, as there is nothing like it."""
NOT_RUN = {
    "Set-ExecutionPolicy -Scope Process -ExecutionPolicy RemoteSigned",
    "Out-String",
    "Invoke-Expression",
    "activate",
    "mkdir plugin-desk",
    "cd plugin-desk",
    "py --version",
}
"""Calls that only PowerShell or Windows can carry out, all there are.  They are read;
``activate`` is looked for where they expect it."""
FAULTS = {
    "quotes": re.compile(r'^[^"]*(?:"[^"]*"[^"]*)*"[^"]*$'),
    "a variable of PowerShell or a shell": re.compile(r"\$\w|\$\("),
    "half of a variable": re.compile(r"^[^%]*(?:%\w+%[^%]*)*%(?!\w+%)"),
    "the slash of other systems before a program": re.compile(r"^\s*[\w.]+/"),
    "a sign that cmd does not know": re.compile(r"'|`|;"),
}
"""What a line for cmd must not have."""


def blocks(language: str) -> list[tuple[str, str]]:
    return [
        (page.relative_to(ROOT).as_posix(), found[2])
        for page in PAGES
        for found in BLOCK.finditer(page.read_text(encoding="utf-8"))
        if found[1] == language
    ]


def said(words: tuple[str, ...]) -> str:
    """Return a call without the folder in which its program is."""
    return shlex.join((words[0].removeprefix(THERE), *words[1:]))


def elsewhere(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the same call as macOS and Linux have it, argument by argument."""
    program, *rest = words
    if program == f"{THERE}activate":
        return ("source", f"{HERE}activate", *rest)
    if program == "py":
        return ("python3", *rest[rest[:1] == ["-3.11"] :])
    return (program.replace(THERE, HERE), *rest)


def faults_of(line: str) -> list[str]:
    return [what for what, sign in FAULTS.items() if sign.search(line)]


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the modules of ``docs/making`` by name."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    return lambda name: importlib.import_module(f"making.{name}")


@pytest.fixture
def calls(making: Any) -> Any:
    return making("powershell").calls


@pytest.fixture
def every(calls: Any) -> list[tuple[str, ...]]:
    """Return the words of every call in a block of PowerShell, each once."""
    found = {call.words for _, text in blocks("powershell") for call in calls(text)}
    return sorted(found)


def twins_of(page: str, making: Any) -> list[list[tuple[str, ...]]]:
    """Return the blocks for other systems of a page, each as the words of its calls."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [
        [tuple(shlex.split(call.words, comments=True)) for call in block.calls]
        for block in making("console").blocks(text)
    ]


def lacks_twin(page: str, text: str, making: Any) -> bool:
    """Say whether no block of *page* does elsewhere what *text* does on Windows."""
    found = making("powershell").calls(text)
    if tuple(said(call.words) for call in found) in WITHOUT_TWIN:
        return False
    return [elsewhere(c.words) for c in found] not in twins_of(page, making)


def test_there_are_blocks_to_look_at() -> None:
    assert len(blocks("powershell")) > 12


@pytest.mark.parametrize(
    ("page", "text"), blocks("powershell"), ids=lambda each: each.split("\n")[0]
)
def test_a_block_does_what_its_neighbour_for_other_systems_does(
    page: str, text: str, making: Any
) -> None:
    assert not lacks_twin(page, text, making)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("venv .venv", "venv .env"),
        ("-r requirements.txt", "-r requirement.txt"),
        (".venv\\Scripts\\pip", ".venv\\Script\\pip"),
        (".venv\\Scripts\\pip", "pip"),
        ("--version", "--versions"),
        ("py -3.11 -m venv .venv\n", ""),
    ],
)
def test_a_block_that_does_something_else_is_seen(
    old: str, new: str, making: Any
) -> None:
    page = "docs/tutorial/install.md"
    (text,) = (x for p, x in blocks("powershell") if p == page and "--version" in x[9:])
    assert old in text
    assert not lacks_twin(page, text, making)
    assert lacks_twin(page, text.replace(old, new), making)


def test_what_is_not_run_is_known(every: Any) -> None:
    left = {said(words) for words in every if runnable(words) is None}
    assert left == NOT_RUN


def runnable(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return *words* as they are run here: (what kind of call, its arguments)."""
    program, *rest = (words[0].removeprefix(THERE), *words[1:])
    if program == "almwp":
        return ("almwp", *rest)
    if program == "py" and rest[:1] == ["-3.11"]:
        rest = rest[1:]
    if program == "pip":
        return ("pip", *rest)
    if program in ("py", "python") and rest[:2] == ["-m", "pip"]:
        return ("pip", *rest[2:])
    if program == "py" and rest[:2] == ["-m", "venv"]:
        return ("venv", *rest[2:])
    return None


def test_what_is_almwp_runs(
    every: Any, making: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    ours = [
        found for words in every if (found := runnable(words)) if found[0] == "almwp"
    ]
    assert len(ours) >= 2
    for words in ours:
        done = making("console").carry_out(shlex.join(words))
        assert (done.exit_code, bool(done.said)) == (0, True), words


def test_the_environment_is_made_where_the_pages_look_for_it(
    every: Any, tmp_path: Path
) -> None:
    made = {
        found[1:] for words in every if (found := runnable(words)) if found[0] == "venv"
    }
    assert made == {(".venv",)}
    command = [sys.executable, "-m", "venv", "--without-pip", *made.pop()]
    subprocess.run(command, cwd=tmp_path, check=True)
    scripts = [
        Path(sysconfig.get_path("scripts", f"{name}_venv", {"base": ".venv"}))
        for name in ("nt", "posix")
    ]
    assert [each.as_posix() for each in scripts] == [".venv/Scripts", ".venv/bin"]
    own = tmp_path / scripts[sys.platform != "win32"]
    assert (own / "activate").is_file()


def pip_takes(arguments: tuple[str, ...]) -> bool:
    """Say whether pip knows these options; it installs nothing, but tells of itself."""
    command = [sys.executable, "-m", "pip", *arguments, "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return done.returncode == 0


def test_pip_takes_the_options_and_the_files_are_there(every: Any) -> None:
    ours = [
        found[1:] for words in every if (found := runnable(words)) if found[0] == "pip"
    ]
    assert len(ours) >= 4
    own = {each.parent.name for each in ROOT.glob("plugins/*/pyproject.toml")} | {
        "almwp"
    }
    for command, *words in ours:
        assert pip_takes((command, *words)), words
        plain = [
            word
            for before, word in zip((command, *words), words, strict=False)
            if not word.startswith("-") and not before.startswith("-")
        ]
        assert set(plain) - {"--no-index"} <= own, words
        if "-r" in words:
            assert (ROOT / words[words.index("-r") + 1]).is_file(), words


def test_an_option_that_pip_does_not_know_is_seen() -> None:
    assert not pip_takes(("install", "--prxy", "x", "-r", "requirements.txt"))


def test_a_block_for_cmd_is_sound() -> None:
    found = [(p, x) for p, text in blocks("cmd") for x in text.splitlines()]
    assert [(page, line) for page, line in found if faults_of(line)] == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("almwp check %USERPROFILE%\\report.xlsx", 0),
        ('almwp check "my report.xlsx" -o plan.json', 0),
        ('almwp check "my report.xlsx', 1),
        ("almwp check %USERPROFILE\\report.xlsx", 1),
        ("almwp check $HOME", 1),
        (".venv/Scripts/almwp check", 1),
        ("cd a; almwp check 'my report.xlsx'", 1),
    ],
)
def test_the_rule_for_cmd_sees_what_is_wrong(line: str, count: int) -> None:
    assert len(faults_of(line)) == count


def test_the_page_says_that_nothing_was_run_in_powershell() -> None:
    page = ROOT / "docs" / "how-to" / "complete-in-your-shell.md"
    words = " ".join(page.read_text(encoding="utf-8").split())
    assert "has never been run in PowerShell" in words
