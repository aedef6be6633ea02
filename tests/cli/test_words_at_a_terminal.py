"""Words of cells, tabs and file names never reach a terminal as orders to it."""

import ast
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from almwp.cli.saying import on_one_line, table_of, visible
from tests.cli.test_terminal import EXAMPLES, at_terminal, posix

CLI = Path(__file__).parents[2] / "src" / "almwp" / "cli"
ORDERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
PAYLOAD = (
    "_x001B_[31m_x001B_]0;title_x0007_&#x9b;32m&#x202e;turned&#x2066;_x0008__x000D_over"
)
COLOUR = re.compile(r"\x1b\[(31|33|0)m")
BAR = re.compile(r"\r(?=[^\n])|\r$")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of reports with the payload in titles, notes and a tab."""
    made = tmp_path_factory.mktemp("hostile")
    for source in sorted((EXAMPLES).glob("*.xlsx")):
        planted_copy(source, made / source.name)
    return made


def planted_copy(source: Path, target: Path) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/sharedStrings.xml":
                part = re.sub(r"<t[^>]*>([^<]*)</t>", longer, part.decode()).encode()
            new.writestr(name, part, zipfile.ZIP_DEFLATED)


def longer(found: re.Match[str]) -> str:
    words = found[1]
    is_free = len(words) > 28 and "http" not in words
    is_cover = words.startswith(("Kế hoạch công tác", "Chương trình", "Framework"))
    if words != "Hoàn thành" and (not is_free or is_cover):
        return found[0]
    return f'<t xml:space="preserve">{words}{PAYLOAD}</t>'


def orders_in(shown: str) -> list[str]:
    """Return the orders that are not ours: two colours, and the line of a bar."""
    plain = BAR.sub("", COLOUR.sub("", shown)).replace("\r\n", "\n")
    return sorted({ascii(order) for order in ORDERS.findall(plain)})


CALLS = (
    ("check", "{}"),
    ("check", "{}", "--lang", "vi"),
    ("check", "{}", "--ledger", "--headings"),
    ("check", "{}", "--format", "json"),
    ("merge", "{}", "-o", "-"),
    ("score", "{}", "--by", "country,outcome"),
    ("score", "{}", "--format", "json"),
    ("score", "{}", "--format", "csv"),
    ("explain", "VN-01", "{}"),
    ("explain", "VN-01", "{}", "--format", "json"),
    ("explain", "ALM201", "{}", "--lang", "vi"),
    ("carry-over", "{}", "--to", "ALM-WP-2026-2030"),
    ("carry-over", "{}", "--to", "ALM-WP-2026-2030", "--format", "json"),
    ("compare", str(EXAMPLES), "{}"),
    ("compare", str(EXAMPLES), "{}", "--format", "json"),
    ("export", "{}", "--report", "progress", "--to", "markdown", "--print"),
    ("export", "{}", "--report", "progress", "--to", "json", "--print"),
    ("export", "{}", "--report", "progress", "--to", "csv", "-o", "-"),
    ("export", "{}", "--report", "progress", "--to", "html", "-o", "-"),
)


@posix
@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_no_command_hands_an_order_of_a_cell_to_the_terminal(
    call: tuple[str, ...], folder: Path
) -> None:
    code, shown = at_terminal(*(word.format(folder) for word in call))
    assert code in (0, 1), shown[-2000:]
    assert orders_in(shown) == []


@posix
def test_no_name_of_a_file_is_an_order_to_the_terminal(tmp_path: Path) -> None:
    odd = tmp_path / "a\x1b[31m\x9b2J\u202eb \udcff.xlsx"
    planted_copy(EXAMPLES / "vn-bao-cao-slom21.xlsx", odd)
    for call in (("check",), ("score",), ("check", "--lang", "vi")):
        _, shown = at_terminal(*call, odd, NO_COLOR="1")
        assert orders_in(shown) == []
        assert r"a\x1b[31m\x9b2J\u202eb \udcff.xlsx" in shown
    _, shown = at_terminal("check", tmp_path / "not\x1b[31mthere.xlsx")
    assert orders_in(shown) == []
    _, shown = at_terminal("score", odd, "--by", "x\x1b[2J")
    assert orders_in(shown) == []


def test_a_finding_stays_on_its_line(folder: Path) -> None:
    done = run("check", str(folder))
    assert done.stdout.count("\n") == len(done.stdout.splitlines())


@pytest.mark.parametrize("page", ["cp1252", "cp437", "ascii"])
@pytest.mark.parametrize("settings", [{}, {"NO_COLOR": "1"}], ids=["", "no colour"])
def test_letters_survive_a_console_of_another_code_page(
    page: str, settings: dict[str, str], tmp_path: Path
) -> None:
    named = tmp_path / "Báo cáo tiến độ – ລາວ.xlsx"
    planted_copy(EXAMPLES / "vn-bao-cao-slom21.xlsx", named)
    done = run("check", str(named), "--lang", "vi", PYTHONIOENCODING=page, **settings)
    assert done.returncode in (0, 1)
    assert done.stderr == ""
    assert "Báo cáo tiến độ – ລາວ.xlsx" in done.stdout
    assert "Hoàn thành" in done.stdout


def run(*arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    program = Path(sys.executable).with_name("almwp")
    return subprocess.run(
        [program, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | settings,
    )


def test_json_says_every_order_by_its_number_and_loses_none(folder: Path) -> None:
    said = run("check", str(folder), "--format", "json").stdout
    assert not ORDERS.search(said)
    found = [f["found"] for file in json.loads(said)["files"] for f in file["findings"]]
    assert any("\x1b[31m" in words and "\x9b32m" in words for words in found if words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Đào tạo\tnghề\n", "Đào tạo\tnghề\n"),
        ("\x1b[2J", r"\x1b[2J"),
        ("\x9b31m", r"\x9b31m"),
        ("one\rtwo", r"one\x0dtwo"),
        ("one\r\ntwo", "one\ntwo"),
        ("a\x08b\x7f\x00", r"a\x08b\x7f\x00"),
        ("\u202eevil\u2066", r"\u202eevil\u2066"),
        ("half \udcff", "half \udcff"),
    ],
)
def test_orders_are_shown_by_their_numbers(words: str, shown: str) -> None:
    assert visible(words) == shown


def test_what_is_on_one_line_is_one_line() -> None:
    assert on_one_line("one\n  two\r\nthree\u2028four") == "one two three four"


def test_columns_are_as_wide_as_what_is_shown() -> None:
    head, rule, row = table_of([("\x1b[31m", "x")], ("a", "b")).split("\n")
    assert row == r"\x1b[31m  x"
    assert head.index("b") == row.rindex("x") == rule.rindex(" ") + 1


def test_nothing_is_printed_but_by_the_module_that_makes_words_visible() -> None:
    """House rule: whoever prints goes through ``almwp.cli.saying``."""
    for path in sorted(CLI.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        names = {ast.unparse(call) for call in calls}
        printing = {"click.echo", "click.secho", "print", "sys.stdout.write"}
        if path.name != "saying.py":
            assert not names & printing, path.name
