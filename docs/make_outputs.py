"""Put what commands print under them on the pages that show it.

``python docs/make_outputs.py`` runs the console blocks of every page and writes anew
what is shown below a command.  Output that is shown shortened, with a line ``...``, is
left as it is, and so is a command below which nothing is shown.
"""

import contextlib
import sys
import tempfile
from pathlib import Path
from shutil import copytree

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
if str(DOCS) not in sys.path:
    sys.path.insert(0, str(DOCS))

from almwp.workflow.writing import write_whole  # noqa: E402
from making.console import (  # noqa: E402 - found only now
    ELISION,
    Block,
    agrees,
    blocks,
    carry_out,
    lay_out,
    prepare,
)


def renewed(text: str, folder: Path) -> str:
    """Return a page with what its commands print today in *folder*."""
    copytree(ROOT / "examples", folder / "examples")
    made, last = "", 0
    lay_out(text, folder)
    for block in blocks(text):
        if block.not_run:
            continue
        with contextlib.chdir(folder):
            prepare(block, folder, ROOT)
            lines = _run(block)
        if block.prompted:
            made += text[last : block.start] + lines
            last = block.end
    return made + text[last:]


def _run(block: Block) -> str:
    lines: list[str] = []
    for call in block.calls:
        said = carry_out(call.words).said
        lines.append(f"$ {call.words}")
        kept = ELISION in call.shown and agrees(call.shown, said)
        lines += call.shown if kept or not call.shown else said
    return "\n".join(lines) + "\n"


def main() -> None:
    """Renew every page that shows what a command prints."""
    for page in sorted(DOCS.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        if "```console" not in text:
            continue
        with tempfile.TemporaryDirectory() as folder:
            write_whole(page, renewed(text, Path(folder)).encode())


if __name__ == "__main__":
    main()
