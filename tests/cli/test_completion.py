"""Completion, as the shells themselves ask for it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.cli.completionvariable import VARIABLE
from almwp.cli.shells import SHELLS

Almwp = Callable[..., Any]

BIN = Path(sys.executable).parent
ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(
    sys.platform == "win32", reason="there is no pseudo terminal"
)
WORDS = [
    (("che",), "check"),
    (("frameworks", "imp"), "import"),
    (("check", "--anno"), "--annotate"),
    (("position", "--country", "v"), "VN"),
    (("position", "--country", "viet"), "VN"),
    (("position", "--meeting", "slom-2"), "slom-20"),
    (("score", "--as-of", "slom-2"), "slom-20"),
    (("score", "--framework", "alm-wp-2026"), "ALM-WP-2026-2030"),
    (("frameworks", "ALM-WP-2026"), "ALM-WP-2026-2030"),
    (("carry-over", "--to", "ALM-WP-2026"), "ALM-WP-2026-2030"),
    (("score", "--published", "SLOM-WG-WP-2021"), "SLOM-WG-WP-2021-2025"),
    (("score", "--method", "tr"), "trend"),
    (("score", "--by", "outcome,co"), "outcome,country"),
    (("export", "--report", "over"), "overlaps"),
    (("export", "--to", "mark"), "markdown"),
    (("export", "--lang", "v"), "vi"),
    (("export", "--lang", "en,v"), "en,vi"),
    (("check", "--lang", "v"), "vi"),
    (("check", "--format", "j"), "json"),
    (("explain", "ALM20"), "ALM201"),
    (("plot", "tim"), "timeline"),
    (("template", "prop"), "proposals"),
    (("meetings", "--body", "slom-"), "SLOM-WG"),
    (("new-plugin", "--kind", "exp"), "exporter"),
    (("completion", "power"), "powershell"),
    (("--without", "slo"), "slom"),
]


@pytest.fixture
def asked(almwp: Almwp, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Any]]:
    """Ask as PowerShell does, whose answer is the easiest to read."""

    def ask(*words: str) -> list[Any]:
        monkeypatch.setenv(VARIABLE, "powershell_complete")
        monkeypatch.setenv("COMP_WORDS", "\n".join(("almwp", *words[:-1])))
        monkeypatch.setenv("COMP_CWORD", words[-1])
        ended = almwp()
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.isascii()
        found = json.loads(ended.out.strip() or "[]")
        assert isinstance(found, list)
        return found

    return ask


@pytest.mark.parametrize(("words", "wanted"), WORDS, ids=lambda words: " ".join(words))
def test_a_name_is_completed(
    words: tuple[str, ...], wanted: str, asked: Callable[..., list[Any]]
) -> None:
    found = asked(*words)
    assert wanted in [item["value"] for item in found]
    assert all(item["help"] for item in found)


def test_every_command_is_offered(asked: Callable[..., list[Any]]) -> None:
    from almwp.cli.commands import COMMANDS

    assert {item["value"] for item in asked("")} >= set(COMMANDS)


def test_a_file_is_left_to_the_shell(asked: Callable[..., list[Any]]) -> None:
    assert asked("check", "examples\\sub") == []
    assert asked("score", "--framework", "my-fr") == []
    assert asked("explain", "ALM201", "examples/") == []


def test_where_nothing_fits_no_file_is_offered_either(
    asked: Callable[..., list[Any]],
) -> None:
    assert asked("position", "--country", "xx") == [{"value": "", "help": ""}]


@pytest.mark.parametrize(
    "words",
    [
        ("nothing", ""),
        ("check", "--nothing", ""),
        ("--without", "nothing", ""),
        ("position", "--date", "nonsense", "--country", "zz"),
        ("check", '"', ""),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_no_reason_to_speak(
    words: tuple[str, ...], asked: Callable[..., list[Any]]
) -> None:
    asked(*words)


def test_a_broken_plugin_does_not_disturb(
    install_plugin: Callable[[str, str], None], asked: Callable[..., list[Any]]
) -> None:
    install_plugin("broken", "import nothing_of_the_kind")
    assert {"value": "markdown"}.items() <= asked("export", "--to", "mark")[0].items()


def test_only_a_shell_of_ours_is_answered(
    almwp: Almwp, monkeypatch: pytest.MonkeyPatch
) -> None:
    for instruction in ("tcsh_complete", "bash_source", "bash", ""):
        monkeypatch.setenv(VARIABLE, instruction)
        ended = almwp("--version")
        assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_ascii_with_line_feeds_and_always_the_same(
    shell: str, almwp_alone: Almwp
) -> None:
    ended = almwp_alone("completion", shell)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.isascii()
    assert "\r" not in ended.out
    assert VARIABLE in ended.out
    assert almwp_alone("completion", shell, PATH="").out == ended.out


def test_completion_brings_no_heavy_library() -> None:
    seen = (
        "import os, sys\n"
        f"os.environ['{VARIABLE}'] = 'bash_complete'\n"
        "os.environ['COMP_WORDS'], os.environ['COMP_CWORD'] = sys.argv[1:]\n"
        "from almwp.cli.main import run\n"
        "run([])\n"
        "names = {name.partition('.')[0] for name in sys.modules}\n"
        "heavy = {'openpyxl', 'xlsxwriter', 'docx', 'lxml', 'jinja2', 'matplotlib',\n"
        "         'numpy', 'pyarrow', 'typst', 'tabulate', 'babel', 'rapidfuzz'}\n"
        "print(len(sys.modules), *sorted(names & heavy), file=sys.stderr)\n"
    )
    for words, place in (("almwp ", "1"), ("almwp export --to ", "3")):
        done = subprocess.run(
            [sys.executable, "-c", seen, words, place],
            capture_output=True,
            check=True,
            text=True,
        )
        count, *heavy = done.stderr.split()
        assert heavy == []
        assert int(count) < 450, f"{count} modules are too many for a key"


def needs(shell: str) -> str:
    """Return the shell; skip where it is not installed."""
    found = shutil.which(shell)
    if found is None:
        why = (
            "is not installed" if shell in ("bash", "fish", "zsh") else "is not at hand"
        )
        pytest.skip(f"{shell} {why}")
    return found


def environment(home: Path) -> dict[str, str]:
    path = os.pathsep.join((str(BIN), os.environ["PATH"]))
    return {
        **os.environ,
        "PATH": path,
        "HOME": str(home),
        "ZDOTDIR": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "TERM": "dumb",
        "HISTFILE": "",
    }


BEGIN = {
    "bash": (["--norc", "-i"], 'eval "$(almwp completion bash)"'),
    "zsh": (
        ["-f", "-i"],
        "autoload -U compinit; compinit -u -D;"
        ' eval "$(almwp completion zsh)"; unsetopt zle_bracketed_paste',
    ),
}
HOME_KEY, TAB = "\x01", "\t"


@posix
@pytest.mark.parametrize("shell", BEGIN)
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("almwp carry", "almwp carry-over"),
        ("almwp position --country V", "almwp position --country VN"),
        ("almwp score --by outcome,co", "almwp score --by outcome,country"),
        ("almwp check submissions/vn", "almwp check submissions/vn-a.xlsx"),
        ("almwp frameworks ALM-WP-2026", "almwp frameworks ALM-WP-2026-2030"),
    ],
)
def test_the_tab_key_completes(
    shell: str, typed: str, wanted: str, tmp_path: Path
) -> None:
    """Type, press Tab, and have the shell print the words it then has."""
    import pty
    import select

    program = needs(shell)
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions" / "vn-a.xlsx").touch()
    options, begin = BEGIN[shell]
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(tmp_path)
        os.execve(program, [shell, *options], environment(tmp_path))

    def until(pattern: str) -> str:
        said = ""
        while not re.search(pattern, said):
            ready, _, _ = select.select([terminal], [], [], 60)
            assert ready, f"nothing more came after {said!r}"
            said += os.read(terminal, 4096).decode(errors="replace")
        return said

    def send(keys: str) -> None:
        os.write(terminal, keys.encode())

    try:
        send(f"{begin}; echo re''ady\n")
        until("ready")
        send(typed + TAB)
        until(re.escape(wanted[len(typed) :]))
        send(f"{HOME_KEY}printf '<%s>' \nexit\n")
        words = "".join(f"<{word}>" for word in wanted.split())
        until(re.escape(words))
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


@posix
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("almwp carry", ["carry-over"]),
        ("almwp position --country v", ["VN"]),
        ("almwp score --by outcome,co", ["outcome,country"]),
        ("almwp check submissions/v", ["submissions/vn-a.xlsx"]),
    ],
)
def test_fish_completes(typed: str, wanted: list[str], tmp_path: Path) -> None:
    program = needs("fish")
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions" / "vn-a.xlsx").touch()
    done = subprocess.run(
        [program, "-c", f"almwp completion fish | source; complete -C '{typed}'"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(tmp_path),
        timeout=120,
    )
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == wanted


def test_powershell_completes() -> None:
    program = shutil.which("pwsh") or needs("powershell")
    typed = "almwp position --country V"
    script = (
        "almwp completion powershell | Out-String | Invoke-Expression; "
        f"(TabExpansion2 '{typed}' {len(typed)}).CompletionMatches.CompletionText"
    )
    path = os.pathsep.join((str(BIN), os.environ["PATH"]))
    done = subprocess.run(
        [program, "-NoProfile", "-Command", script],
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": path},
        timeout=120,
    )
    assert done.stdout.split() == ["VN"]
