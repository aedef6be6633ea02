"""Help ends with examples, and every one of them works."""

import contextlib
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy, copytree
from typing import Any

import click
import pytest
import xlsxwriter

from almwp.cli.commands import COMMANDS
from almwp.cli.examples import examples_of
from almwp.cli.main import almwp, run

Almwp = Callable[..., Any]

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


def every() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Give each command of the core by its words, groups too."""
    context = click.Context(almwp, info_name="almwp")
    yield (), almwp
    for name in COMMANDS:
        command = almwp.get_command(context, name)
        assert command is not None
        yield (name,), command
        if isinstance(command, click.Group):
            for below, part in command.commands.items():
                yield (name, below), part


EVERY = dict(every())
CALLS = sorted({call for command in EVERY.values() for call in examples_of(command)})


@pytest.mark.parametrize("words", EVERY, ids=lambda words: " ".join(words) or "almwp")
def test_help_ends_with_the_examples(words: tuple[str, ...], almwp: Almwp) -> None:
    calls = examples_of(EVERY[words])
    assert calls, "no example"
    own = " ".join(("almwp", *words)).removesuffix(" show")
    assert any(call.startswith(own) or "plugins" in words for call in calls)
    ended = almwp(*words, "--help")
    assert ended.code == 0
    assert ended.out.endswith("".join(["\nExamples:\n", *(f"  {c}\n" for c in calls)]))
    assert ended.out.count(f"  {calls[0]}\n") == 1


PLAN_HEADINGS = (
    *("No.", "Indicator", "Outcome", "Unit", "Direction", "Type"),
    *("Baseline", "Baseline date", "Target year", "Target", "Reading date"),
    *("Reading", "Sex"),
)
PRODUCTIVITY = ("1.1", "Labour productivity", "1", "%", "rising", "level")
INDICATORS = (
    ("Country", "Viet Nam"),
    ("Reporting date", "2024-06-30"),
    (),
    PLAN_HEADINGS,
    (*PRODUCTIVITY, 40, 2020, 2025, 60, 2023, 50, ""),
    (*PRODUCTIVITY, 35, 2020, 2025, 60, 2023, 45, "women"),
)


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the files that the examples name as a reader's own."""
    folder = tmp_path_factory.mktemp("laid") / "out"
    folder.mkdir()
    with contextlib.chdir(folder):
        _lay_out()
    return folder


@pytest.fixture
def there(laid_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy what is laid out, and go there."""
    copytree(laid_out, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)


def _lay_out() -> None:
    copytree(EXAMPLES, "examples")
    own = EXAMPLES / "submissions"
    for folder in ("inbox", "reports", "slom-20", "slom-21"):
        copytree(own, folder)
    copy(own / "vn-bao-cao-slom21.xlsx", "my-report.xlsx")
    copy(own / "vn-bao-cao-slom21.xlsx", "sent-in-may.xlsx")
    copy(own / "vn-bao-cao-slom21.xlsx", "sent-in-june.xlsx")
    copy(own / "ph-report-slom21.xlsx", "new-report.xlsx")
    copy(EXAMPLES / "story" / "4-programme-2026-2030.xlsx", "matrix.xlsx")
    with xlsxwriter.Workbook("reports/indicators.xlsx") as book:
        sheet = book.add_worksheet("Report")
        for number, row in enumerate(INDICATORS):
            sheet.write_row(number, 0, [str(value) for value in row])
    for name, pages in TEXTS.items():
        text = (ROOT / "docs" / "how-to" / pages).read_text(encoding="utf-8")
        begin = text.index(f"# {name}\n")
        words = text[begin : text.index("```", begin)]
        Path(name).write_text(words, encoding="utf-8", newline="\n")
    copy("my-policy.toml", "policy.toml")
    copy("adopted.toml", "my-framework.toml")
    copy("crosswalk.toml", "my-crosswalk.toml")
    for call in BEFORE:
        assert run(call.split()[1:]) == 0, call


TEXTS = {
    "my-policy.toml": "choose-a-policy.md",
    "adopted.toml": "carry-over.md",
    "crosswalk.toml": "carry-over.md",
}
"""Files that a page shows, and the page."""
BEFORE = (
    "almwp template framework -o filled-in.xlsx --framework ALM-WP-2021-2025",
    "almwp template proposals -o proposals.xlsx --country VN",
    "almwp merge examples/submissions -o plan.json",
    "almwp merge examples/submissions --write-decisions decisions.toml",
)
WRITES = ("-o", "--write-decisions", "--write-mapping", "new-plugin")


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize("call", CALLS)
def test_an_example_of_the_help_works(call: str, almwp: Almwp) -> None:
    words = shlex.split(call)[1:]
    target = None
    if ">" in words:
        target = Path(words[-1])
        words = words[: words.index(">")]
    for option in WRITES:  # what is to be made is not there yet
        if option in words and words[words.index(option) + 1] != "-":
            Path(words[words.index(option) + 1]).unlink(missing_ok=True)
    ended = almwp(*words)
    assert ended.code == 0, ended.err + ended.out
    assert ended.out
    if target is not None:
        target.write_text(ended.out, encoding="utf-8", newline="\n")
        assert almwp("check", target).code == 0
