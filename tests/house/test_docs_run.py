"""Every block of code on every page runs, and prints what the page shows."""

import importlib
import json
import re
import tomllib
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
DATA = re.compile(r"^```(toml|json)\n(.*?)^```", re.DOTALL | re.MULTILINE)
KNOWN = {"console", "python", "text", "toml", "json", "powershell", "cmd"}
"""Languages of blocks; ``text`` is shown, the last two are for Windows."""
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("plugins/*/*.md")]
)
NOT_RUN = re.compile(r"<!-- not run: (.*?) -->")
REASONS = {
    "it installs from the network",
    "it is for Windows",
    "it switches the terminal over",
    "it takes the project down from the network",
    "a test of its own follows this page word for word",
    "FILE... stands for any files",
}
"""Why a block may not be run here; any other reason has to be added to this list."""


def texts_with(pattern: str) -> list[Path]:
    return [page for page in PAGES if pattern in page.read_text(encoding="utf-8")]


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    return importlib.import_module("making.console")


@pytest.mark.parametrize("page", texts_with("```python\n"), ids=named)
def test_the_code_of_a_page_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    names: dict[str, Any] = {"__name__": "page"}
    for block in PYTHON.finditer(text):
        skipped_lines = "\n" * text.count("\n", 0, block.start(1))  # true line numbers
        exec(compile(skipped_lines + block[1], str(page), "exec"), names)
    for row in names.get("worked_out", ()):  # what a page works out, it also shows
        assert row in text.splitlines(), row


@pytest.mark.parametrize("page", texts_with("```console\n"), ids=named)
def test_the_commands_of_a_page_end_and_print_as_it_shows(
    page: Path, console: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    console.lay_out(text, tmp_path)
    for block in console.blocks(text):
        if block.not_run:
            continue
        console.prepare(block, tmp_path, ROOT)
        for call in block.calls:
            where = f"{named(page)}:{block.line}: {call.words}"
            done = console.carry_out(call.words)
            last = call is block.calls[-1]
            said = "\n".join(done.said)
            assert done.exit_code == (block.exit_code if last else 0), (
                f"{where}\n{said}"
            )
            if call.shown:
                assert console.agrees(call.shown, done.said), (
                    f"{where}\n{said}\nrun python docs/make_outputs.py"
                )


def test_commands_are_found_with_what_is_shown_and_what_they_need(console: Any) -> None:
    text = (
        "<!-- given: old.xlsx = examples/x.xlsx -->\n<!-- exit: 1 -->\n"
        "```console\n$ almwp check old.xlsx\none\n...\n$ almwp members\n```\n"
        "\n<!-- not run: it is for Windows -->\n\n```console\n> dir\n```\n"
    )
    first, second = console.blocks(text)
    assert [call.words for call in first.calls] == [
        "almwp check old.xlsx",
        "almwp members",
    ]
    assert first.calls[0].shown == ("one", "...")
    assert first.before == (("given", "old.xlsx = examples/x.xlsx"),)
    assert (first.exit_code, second.not_run) == (1, "it is for Windows")


@pytest.mark.parametrize(
    ("shown", "agrees"),
    [
        (("a", "b"), True),
        (("a",), False),
        (("a", "..."), True),
        (("...",), True),
        (("b", "a"), False),
        (("a", "b", "c"), False),
    ],
)
def test_output_agrees_line_by_line(
    console: Any, shown: tuple[str, ...], agrees: bool
) -> None:
    assert console.agrees(shown, ("a", "b")) is agrees


def test_a_command_that_is_not_ours_is_not_run(console: Any) -> None:
    with pytest.raises(console.CannotRunError):
        console.carry_out("pip install almwp")


@pytest.mark.parametrize("page", texts_with("```"), ids=named)
def test_blocks_say_in_which_language_they_are(page: Path) -> None:
    fences = re.findall(r"^ *```(.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(fences) % 2 == 0
    assert set(fences[::2]) <= KNOWN, page
    assert set(fences[1::2]) <= {""}, page


@pytest.mark.parametrize(
    "page", texts_with("```toml") + texts_with("```json"), ids=named
)
def test_data_on_a_page_can_be_read(page: Path) -> None:
    for language, text in DATA.findall(page.read_text(encoding="utf-8")):
        (tomllib.loads if language == "toml" else json.loads)(text)


def test_what_is_not_run_has_one_of_few_reasons() -> None:
    found = [
        (named(page), reason)
        for page in PAGES
        for reason in NOT_RUN.findall(page.read_text(encoding="utf-8"))
    ]
    assert {reason for _, reason in found} <= REASONS, found
    # A translation has the blocks of its page, and is held to them by a test; those
    # for Windows are taken apart and run by another.
    own = [
        name
        for name, reason in found
        if not name.startswith("docs/vi/") and reason != "it is for Windows"
    ]
    assert len(own) <= 25, "so many blocks that nobody runs"
