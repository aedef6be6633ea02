"""Run a script for a delegate: a sentence instead of a traceback, and an exit code."""

import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import NoReturn

from almwp.errors import AlmwpError


def launch(main: Callable[[list[str]], int], *, needs_files: bool = True) -> NoReturn:
    """Call *main* with the names on the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows has the code page of old; Vietnamese does not fit into it.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    script, names = sys.argv[0], sys.argv[1:]
    if needs_files and not names:
        print(f"name the files to read: python {script} FILE...", file=sys.stderr)
        sys.exit(2)
    try:
        sys.exit(main(names))
    except AlmwpError as refusal:
        print(refusal, file=sys.stderr)
        sys.exit(refusal.exit_code)
