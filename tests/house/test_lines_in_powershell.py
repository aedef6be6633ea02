"""Commands of the pages mean the same in PowerShell as in the shells that run them."""

import importlib
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("plugins/*/*.md")]
)
POWERSHELL = re.compile(r"^ *```powershell\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
NOT_FOR_IT = {
    'eval "$(almwp completion bash)"',
    'eval "$(almwp completion zsh)"',
    "almwp completion fish | source",
    "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt && "
    ".venv/bin/almwp position examples/submissions --country VN --meeting slom-21",
    "python3 -m venv .venv && .venv/bin/pip install -r requirements-dev.txt && "
    ".venv/bin/tox",
}
"""Lines for one shell, or for people who build almwp; no other may be so."""
ECHO = """\
import json, sys
print(json.dumps(sys.argv[1:]), flush=True)
"""


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the modules of ``docs/making`` by name."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    return lambda name: importlib.import_module(f"making.{name}")


def lines(making: Any) -> Iterator[tuple[str, str]]:
    """Give the commands of the pages, each with its page."""
    for page in PAGES:
        for block in making("console").blocks(page.read_text(encoding="utf-8")):
            for call in block.calls:
                yield page.relative_to(ROOT).as_posix(), call.words


def in_a_shell(line: str) -> tuple[tuple[str, ...], str]:
    """Return the words of a command, and the file into which it prints."""
    words, to = shlex.split(line, comments=True), ""
    if ">" in words:
        to = words[words.index(">") + 1]
        words = words[: words.index(">")]
    return tuple(words), to


def means_the_same(line: str, making: Any) -> bool:
    powershell = making("powershell")
    try:
        (call,) = powershell.calls(line)
    except (powershell.NotPlainError, ValueError):
        return False
    return (call.words, call.to) == in_a_shell(line)


def test_a_command_means_the_same_in_powershell(making: Any) -> None:
    found = list(lines(making))
    assert len(found) > 300
    other = {line for _, line in found if not means_the_same(line, making)}
    assert other == NOT_FOR_IT


@pytest.mark.parametrize(
    "line",
    [
        'almwp explain "$name" a.xlsx',
        "almwp check $HOME/a.xlsx",
        "almwp check my\\ report.xlsx",
        "almwp check a.xlsx && almwp score a.xlsx",
        'almwp check "a"b',
        "almwp check 'a'\\''b'",
        'almwp check ""',
        "almwp check `pwd`",
        "almwp check 'say \"yes\"'",
        "almwp check a.xlsx \\\n  --lang vi",
        "almwp check a.xlsx 2> problems.txt",
        "almwp check @list",
        "almwp check a.xlsx --by outcome, country",
        "almwp check {a,b}.xlsx",
        "almwp check \u201ca.xlsx\u201d",
    ],
)
def test_a_line_that_would_mean_something_else_is_seen(line: str, making: Any) -> None:
    assert not means_the_same(line, making)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("almwp check 'it''s' \"a b\"", ("almwp", "check", "it's", "a b")),
        ("almwp check a `\n  --lang vi", ("almwp", "check", "a", "--lang", "vi")),
        (".venv\\Scripts\\almwp a\\b.xlsx", (".venv\\Scripts\\almwp", "a\\b.xlsx")),
        ("almwp score --by a,b-c,d # why", ("almwp", "score", "--by", "a,b-c,d")),
        ("py -3.11 1.50 2022-12-31", ("py", "-3.11", "1.50", "2022-12-31")),
    ],
)
def test_words_are_taken_apart_as_powershell_does(
    line: str, words: tuple[str, ...], making: Any
) -> None:
    (call,) = making("powershell").calls(line)
    assert call.words == words


def test_pipes_and_files_are_told(making: Any) -> None:
    first, second, third = making("powershell").calls("a x | b > c.json\nd")
    assert (first.words, first.to, first.reads) == (("a", "x"), "", False)
    assert (second.words, second.to, second.reads) == (("b",), "c.json", True)
    assert (third.words, third.reads) == (("d",), False)


@pytest.mark.parametrize(
    "text",
    ['py -m venv "x', "cd (", "almwp | | Out-String", "if (1) { cd x", "if (1) {}"],
)
def test_what_is_no_call_is_refused(text: str, making: Any) -> None:
    powershell = making("powershell")
    with pytest.raises(powershell.NotPlainError):
        powershell.calls(text)


def test_bash_and_zsh_take_no_address_of_a_cell_for_history(making: Any) -> None:
    taken = re.compile(r'"[^"]*![^"=( ][^"]*"|^[^"\']*\w!\w')
    assert taken.search('almwp explain "a.xlsx!Report!D6" a.xlsx')
    assert taken.search("almwp explain a.xlsx!Report!D6 a.xlsx")
    assert [found for found in lines(making) if taken.search(found[1])] == []


def test_a_page_that_prints_into_a_file_says_what_powershell_does_then(
    making: Any,
) -> None:
    pages = {page for page, line in lines(making) if in_a_shell(line)[1]}
    assert pages == {"docs/how-to/machine-output.md"}
    for page in pages:
        words = " ".join((ROOT / page).read_text(encoding="utf-8").split())
        assert "In Windows PowerShell 5.1 a pipe and the sign `>` change" in words


def in_powershell(script: Path) -> str:
    """Return what PowerShell prints that runs *script*; skip where there is none."""
    program = shutil.which("pwsh") or shutil.which("powershell")
    if program is None:
        pytest.skip("powershell is not at hand")
    done = subprocess.run(
        [program, "-NoProfile", "-ExecutionPolicy", "Bypass", "-File", str(script)],
        cwd=script.parent,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def test_powershell_itself_takes_the_lines_apart_in_this_way(
    making: Any, tmp_path: Path
) -> None:
    """Put a program that tells its arguments in the place of each, and have it run."""
    powershell = making("powershell")
    echo, script = tmp_path / "echo.py", tmp_path / "lines.ps1"
    echo.write_text(ECHO, encoding="utf-8")
    texts = [line for _, line in lines(making) if line not in NOT_FOR_IT]
    for page in PAGES:
        for text in POWERSHELL.findall(page.read_text(encoding="utf-8")):
            texts += [line for line in text.splitlines() if "|" not in line]
    texts = [re.sub(r" > \S+$", "", text) for text in texts]
    calls = [powershell.calls(text)[0].words for text in texts]
    told = [
        f"& '{sys.executable}' '{echo}'{text.removeprefix(words[0])}\n"
        for text, words in zip(texts, calls, strict=True)
    ]
    script.write_text("".join(told), encoding="utf-8-sig")
    done = in_powershell(script)
    found = [tuple(json.loads(line)) for line in done.splitlines()]
    assert found == [words[1:] for words in calls]


def test_powershell_itself_runs_what_is_almwp(making: Any, tmp_path: Path) -> None:
    """Run the blocks for Windows in it, each call of almwp with its own exit code."""
    script = tmp_path / "blocks.ps1"
    found = [
        call.words[1:]
        for page in PAGES
        for text in POWERSHELL.findall(page.read_text(encoding="utf-8"))
        for call in making("powershell").calls(text)
        if call.words[0].endswith("almwp")
    ]
    assert len(found) > 2
    run = f"& '{sys.executable}' -m almwp"
    text = "".join(
        f"{run} {' '.join(words)} | Out-Null\n'ended: ' + $LASTEXITCODE\n"
        for words in found
    )
    script.write_text(text, encoding="utf-8-sig")
    assert in_powershell(script).splitlines().count("ended: 0") == len(found)
