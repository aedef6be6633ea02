"""What the import of a plugin brings with it, seen in a fresh process."""

import subprocess
import sys

__tracebackhide__ = True  # pytest shows the line of whoever asks


def modules_with(package: str) -> frozenset[str]:
    """Return all modules that a fresh process has after importing *package* alone.

    A plugin is imported whenever almwp starts: what is slow to import is to be
    imported where it is used.
    """
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, {package}; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    return frozenset(done.stdout.split())
