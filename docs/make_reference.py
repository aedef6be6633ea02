"""Write the pages that are made from the code: the reference, and what it knows.

``python docs/make_reference.py`` writes them anew and takes away those that nothing
makes any more; a test holds them in step.
"""

import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent
if str(DOCS) not in sys.path:  # so that it can be run from any folder
    sys.path.insert(0, str(DOCS))

from almwp.workflow.writing import write_whole  # noqa: E402
from making import (  # noqa: E402 - found only now
    catalogue,
    commands,
    contributions,
    data,
    fields,
    hooks,
    limits,
    rules,
    schemas,
    testing,
    unknown,
    words,
)

_MAKERS = (
    commands,
    fields,
    rules,
    hooks,
    data,
    schemas,
    testing,
    contributions,
    catalogue,
    words,
    unknown,
    limits,
)
OWN_FOLDERS = ("commands", "fields", "rules", "data", "schemas", "frameworks")
"""Folders of the reference in which every page is made."""


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    made: dict[str, str] = {}
    for maker in _MAKERS:
        made |= maker.pages()
    return made


def stale(made: dict[str, str]) -> list[Path]:
    """Return the pages of folders of ours that nothing makes any more."""
    known = {DOCS / name for name in made}
    every = (p for f in OWN_FOLDERS for p in (DOCS / "reference" / f).glob("*.md"))
    return sorted(set(every) - known)


def main() -> None:
    """Write the pages."""
    made = pages()
    for name, text in made.items():
        path = DOCS / name
        write_whole(path, text.encode())
    for path in stale(made):
        path.unlink()


if __name__ == "__main__":
    main()
