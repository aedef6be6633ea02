"""What the script for PowerShell asks of almwp, asked here in the way the script does.

The script is read, not run: which variables it sets, to what, what it takes from the
answer.  almwp is then run as the script would run it, in a process of its own.
"""

import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.cli.shells import SHELLS

ROOT = Path(__file__).resolve().parents[2]
Almwp = Callable[..., Any]
SET = re.compile(r"^ +\$env:(\w+) = (.+)$", re.MULTILINE)
TAKEN = re.compile(r"\$item\.(\w+)")
SHOWN = re.compile(r"CompletionResult\]::new\(\s*([^)]+)\)")
LINES = [
    ("almwp carry", {"carry-over"}),
    ("almwp position --country V", {"VN"}),
    ("almwp position --country viet", {"VN"}),
    ("almwp score --by outcome,co", {"outcome,country"}),
    ("almwp export --report over", {"overlaps"}),
    ("almwp explain ALM20", {"ALM201", "ALM202"}),
    ("almwp 'export' --lang en,v", {"en,vi"}),
    (".venv\\Scripts\\almwp template prop", {"proposals"}),
    ("almwp position --meeting ", {"slom-20", "slom-21"}),
]


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the module that takes lines for PowerShell apart."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    return importlib.import_module("making.powershell")


@pytest.fixture
def script(almwp: Almwp) -> str:
    printed: str = almwp("completion", "powershell").out
    return printed


def variables(script: str, line: str, making: Any) -> dict[str, str]:
    """Return what the script sets for a cursor at the end of *line*."""
    words = [*making.calls(line)[0].words, *([""] if line.endswith(" ") else [])]
    meant = {
        '$before -join "`n"': "\n".join(words[:-1]),
        "$wordToComplete": words[-1],
        **{f"'{shell}_complete'": f"{shell}_complete" for shell in SHELLS},
    }
    told = [(name, value) for name, value in SET.findall(script) if value != "$null"]
    # To PowerShell a variable of the system that is empty is none.
    return {name: meant[value] for name, value in told if meant[value]}


def answer_to(script: str, line: str, making: Any) -> bytes:
    """Return what almwp prints where the script runs it: no argument, its variables."""
    done = subprocess.run(
        [sys.executable, "-m", "almwp"],
        env=os.environ | variables(script, line, making),
        capture_output=True,
        check=True,
    )
    return done.stdout


def shown_of(script: str, answer: bytes) -> list[str]:
    """Return what PowerShell shows of an answer by the script.

    Raises:
        AssertionError: PowerShell would refuse it.
    """
    assert answer.isascii()
    assert answer.count(b"\n") == 1, "one line, however wide the window is"
    found = json.loads(answer)
    assert isinstance(found, list)
    taken = set(TAKEN.findall(script))
    shown = []
    for item in found:
        assert set(item) == taken, "the script takes what there is, and all of it"
        assert all(isinstance(each, str) for each in item.values())
        if item["value"]:
            # Neither the text, nor what is listed, nor the tip may be empty.
            assert all(item.values())
            shown.append(item["value"])
    return shown


@pytest.mark.parametrize(("line", "wanted"), LINES, ids=[each[0] for each in LINES])
def test_almwp_answers_what_the_script_asks(
    line: str, wanted: set[str], script: str, making: Any
) -> None:
    shown = shown_of(script, answer_to(script, line, making))
    assert wanted <= set(shown)
    for value in shown:  # what is put into the line stays one word there
        assert making.calls(f"almwp {value}")[0].words == ("almwp", value)


def test_files_are_left_to_powershell_and_nothing_stays_nothing(
    script: str, making: Any
) -> None:
    assert answer_to(script, "almwp check examples\\s", making) == b"[]\n"
    none = answer_to(script, "almwp position --country xx", making)
    assert json.loads(none) == [dict.fromkeys(set(TAKEN.findall(script)), "")]


def test_the_script_clears_what_it_sets(script: str) -> None:
    told = SET.findall(script)
    cleared = [name for name, value in told if value == "$null"]
    assert cleared == [name for name, value in told if value != "$null"]


def test_a_value_is_shown_as_it_is_with_words_about_it(script: str) -> None:
    (arguments,) = SHOWN.findall(script)
    text, listed, kind, tip = (each.strip() for each in arguments.split(","))
    assert (text, listed, tip) == ("$item.value", "$item.value", "$item.help")
    assert kind == "'ParameterValue'"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("$item.help", "$item.about"),
        ("$item.value", "$item.text"),
        ("COMP_WORDS = $before", "COMP_LINE = $before"),
        ("COMP_CWORD = $word", "COMP_WORD = $word"),
        ("powershell_complete", "fish_complete"),
        ('-join "`n"', '-join " "'),
    ],
)
def test_a_script_that_asks_otherwise_is_seen(
    old: str, new: str, script: str, making: Any
) -> None:
    changed = script.replace(old, new)
    assert changed != script
    line = "almwp position --country V"
    with pytest.raises((AssertionError, KeyError, ValueError)):
        assert shown_of(changed, answer_to(changed, line, making)) == ["VN"]
