"""Put what the scripts of the story print under their calls on its page.

``python docs/make_story.py`` runs the scripts and writes the page anew; a test holds it
in step.
"""

import contextlib
import io
import os
import re
import runpy
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).resolve().parent
EXAMPLES = DOCS.parent / "examples"
PAGE = DOCS / "tutorial" / "from-one-period-to-the-next.md"
_STEP = re.compile(
    r"```console\n\$ python examples/(?P<script>\S+)\n```\n\n```text\n(?:.*?\n)?```\n",
    re.DOTALL,
)


def scripts() -> list[str]:
    """Return the scripts that the page calls, in its order."""
    return [step["script"] for step in _STEP.finditer(_written())]


def page() -> str:
    """Run the scripts one after the other and return the page with what they print."""
    with tempfile.TemporaryDirectory() as folder:

        def run(step: re.Match[str]) -> str:
            said = said_by(step["script"], Path(folder)).rstrip()
            call = f"$ python examples/{step['script']}"
            return f"```console\n{call}\n```\n\n```text\n{said}\n```\n"

        return _STEP.sub(run, _written())


def said_by(script: str, folder: Path) -> str:
    """Return what *script* prints when it runs in *folder*."""
    here, path, names = Path.cwd(), sys.path[:], sys.argv[:]
    said = io.StringIO()
    os.chdir(folder)
    sys.path.insert(0, str(EXAMPLES))
    sys.argv = [script]
    try:
        with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
            runpy.run_path(str(EXAMPLES / script), run_name="__main__")
    finally:
        os.chdir(here)
        sys.path[:], sys.argv[:] = path, names
    return said.getvalue()


def _written() -> str:
    return PAGE.read_text(encoding="utf-8")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
