"""Put what the scripts of the story print under their calls on its pages.

``python docs/make_story_pages.py`` runs the scripts and writes the pages anew, the
English one and its translation; a test holds them in step.
"""

import contextlib
import io
import os
import re
import runpy
import sys
import tempfile
from pathlib import Path

from almwp.workflow.writing import write_whole

DOCS = Path(__file__).resolve().parent
EXAMPLES = DOCS.parent / "examples"
PAGE = DOCS / "tutorial" / "from-one-period-to-the-next.md"
PAGES = (PAGE, DOCS / "vi" / PAGE.relative_to(DOCS))
_STEP = re.compile(
    r"```console\n\$ python examples/(?P<script>\S+)\n```\n\n```text\n(?:.*?\n)?```\n",
    re.DOTALL,
)


def scripts(place: Path = PAGE) -> list[str]:
    """Return the scripts that a page calls, in its order."""
    return [step["script"] for step in _STEP.finditer(place.read_text("utf-8"))]


def page(place: Path = PAGE) -> str:
    """Run the scripts one after the other and return a page with what they print."""
    with tempfile.TemporaryDirectory() as folder:

        def run(step: re.Match[str]) -> str:
            said = said_by(step["script"], Path(folder)).rstrip()
            call = f"$ python examples/{step['script']}"
            return f"```console\n{call}\n```\n\n```text\n{said}\n```\n"

        return _STEP.sub(run, place.read_text("utf-8"))


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


if __name__ == "__main__":
    for each in PAGES:
        write_whole(each, page(each).encode())
