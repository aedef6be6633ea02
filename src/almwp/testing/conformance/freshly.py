"""Ask another process for the same result: other orders of sets, another clock."""

import hashlib
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import Any

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_CANNOT_SAY = "-"
_SEED = "7"
_FAR_AWAY = "Etc/GMT+12"
_PROGRAM = "from almwp.testing.conformance.freshly import answer; answer()"


def check_freshly(what: str, call: Callable[..., Any], *given: Any) -> None:
    """Check that a fresh process gives what this one gives.

    The other process has another order of sets, another folder and another time zone.
    What cannot be sent there, such as a function made inside of another, is passed.

    Args:
        what: What is made, for the message.
        call: A function that can be imported.
        given: What it is called with.

    Raises:
        AssertionError: The results differ, or the other process broke.
    """
    try:
        sent = pickle.dumps((call, given))
    except (pickle.PicklingError, AttributeError, TypeError):
        return
    said = _asked(sent)
    differs = said not in (_CANNOT_SAY, fingerprint(call(*given)))
    assert not differs, (
        f"{what} is different in another process; an order of a set, the clock or the "
        "machine is in it"
    )


def fingerprint(result: Any) -> str:
    """Return a fingerprint of bytes, or of what a record says of itself."""
    content = result if isinstance(result, bytes) else repr(result).encode()
    return hashlib.sha256(content).hexdigest()


def answer() -> None:
    """Say in the other process what the call makes there."""
    try:
        call, given = pickle.loads(sys.stdin.buffer.read())
    except (ImportError, AttributeError):  # it stands in a file of tests
        print(_CANNOT_SAY)
        return
    print(fingerprint(call(*given)))


def _asked(sent: bytes) -> str:
    # What can be imported here can be imported there.
    path = os.pathsep.join(os.path.abspath(each) for each in sys.path)
    around = {
        **os.environ,
        "PYTHONHASHSEED": _SEED,
        "PYTHONPATH": path,
        "TZ": _FAR_AWAY,
    }
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            input=sent,
            capture_output=True,
            cwd=folder,
            env=around,
            check=False,
        )
    said = done.stderr.decode(errors="replace").strip()
    broke = said.splitlines()[-1] if said else f"it ended with {done.returncode}"
    assert done.returncode == 0, f"in another process it broke: {broke}"
    return done.stdout.decode().split()[-1]
