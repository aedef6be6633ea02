"""Follow the tutorial for plugin authors word for word, from nothing to the file.

``python follow_tutorial.py WHEELS FOLDER``: pip finds almwp in the folder WHEELS by the
environment, so that the words of the page stay as they are.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen
from building import ROOT, plain_settings

PAGE = ROOT / "docs" / "tutorial" / "first-plugin.md"
ELISION = "..."
_BLOCK = re.compile(
    r"(?P<marks>(?:^<!--[^>]*-->\n)*)^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_FILE = re.compile(r"# (?P<name>[\w./-]+\.\w+)\n")
_EXIT = re.compile(r"<!-- exit: (\d+) -->")
_RULE = "-" * 8


@frozen(kw_only=True)
class Step:
    """What the page has its reader do.

    Attributes:
        script: The same for the shell.
        command: The command, empty where a file is typed.
        shown: What the page shows below it.
        exit_code: How it ends.
    """

    script: str
    command: str = ""
    shown: tuple[str, ...] = ()
    exit_code: int = 0


def steps(text: str) -> Iterator[Step]:
    """Give the steps of the page in their order."""
    for block in _BLOCK.finditer(text):
        named = _FILE.match(block["text"])
        if block["kind"] == "console":
            found = _EXIT.search(block["marks"])
            yield from _commands(block["text"], int(found[1]) if found else 0)
        elif named:
            yield _typed(named["name"], block["text"][named.end() :])


def _commands(text: str, exit_code: int) -> Iterator[Step]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        yield Step(
            # Its own words, so that changes of folder and environment last.
            script=f"{{ {command}\n}} 2>&1; code=$?; echo; echo '{_RULE}' $code",
            command=command,
            shown=tuple(shown),
            exit_code=exit_code,
        )


def _typed(name: str, text: str) -> Step:
    folder = Path(name).parent.as_posix()
    return Step(
        script=f"mkdir -p '{folder}'\ncat > '{name}' <<'END OF FILE'\n{text}END OF FILE"
    )


def follow(folder: Path, wheels: Path) -> None:
    """Do every step in *folder*, in one shell.

    Raises:
        AssertionError: A command ended otherwise than the page says, or printed else.
    """
    done = list(steps(PAGE.read_text(encoding="utf-8")))
    script = "\n".join(step.script for step in done)
    settings = {
        "PIP_FIND_LINKS": str(wheels),
        "PIP_CONSTRAINT": str(ROOT / "constraints.txt"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    ran = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env=plain_settings(settings),
        check=False,
    )
    said = re.split(rf"\n{_RULE} (\d+)\n", ran.stdout)
    commands = [step for step in done if step.command]
    assert len(said) == 2 * len(commands) + 1, ran.stdout + ran.stderr
    for step, output, code in zip(commands, said[::2], said[1::2], strict=False):
        print(f"$ {step.command}: {code}")
        told = f"$ {step.command}\n{output}"
        assert int(code) == step.exit_code, told
        if step.shown:
            assert _agrees(step.shown, output), (
                f"{told}\n\nthe page shows\n{step.shown}"
            )


def _agrees(shown: tuple[str, ...], output: str) -> bool:
    """Say whether what the page shows was printed; dots stand for anything."""
    lines = [re.escape(line).replace(re.escape(ELISION), ".*") for line in shown]
    # Columns of a table are as wide as what else is installed.
    pattern = re.sub(r"(\\ )+", r"\\s+", "\n".join(lines)).replace("\n.*\n", "\n.*")
    return re.search(pattern.strip(), output, re.DOTALL) is not None


def main(wheels: Path, folder: Path) -> None:
    """Follow the page, and look at the file in which it ends.

    Raises:
        AssertionError: The page leads elsewhere.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    follow(folder, wheels)
    (paper,) = folder.rglob("position-VN-slom-21.wiki")
    text = paper.read_text(encoding="utf-8")
    assert text.startswith("= National position of Viet Nam =\n"), text[:200]
    assert "<ref>viet-nam.csv!viet-nam!" in text, "the page names no cell"
    print(f"{paper.name}: {len(text.splitlines())} lines")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
