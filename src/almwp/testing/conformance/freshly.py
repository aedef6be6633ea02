"""Ask another process for the same result: another order of sets, day and machine."""

import hashlib
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_CANNOT_SAY = "-"
_SEED = "7"
_FAR_AWAY = "Etc/GMT+12"
_HOST = "almwp-other-host"
_USER = "almwp-other-user"
_PROGRAM = Path(__file__).with_name("elsewhere.py")


def check_freshly(what: str, call: Callable[..., Any], *given: Any) -> None:
    """Check that a fresh process gives what this one gives.

    The other process has another order of sets, another folder, home, user and host,
    another time zone, and for it this is another day.
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
        **dict.fromkeys(("LOGNAME", "USER", "LNAME", "USERNAME"), _USER),
        **dict.fromkeys(("HOSTNAME", "COMPUTERNAME"), _HOST),
    }
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-P", str(_PROGRAM), *_built_upon_dates()],
            input=sent,
            capture_output=True,
            cwd=folder,
            env={**around, "HOME": folder, "USERPROFILE": folder},
            check=False,
        )
    said = done.stderr.decode(errors="replace").strip()
    broke = said.splitlines()[-1] if said else f"it ended with {done.returncode}"
    assert done.returncode == 0, f"in another process it broke: {broke}"
    return done.stdout.decode().split()[-1]


def _built_upon_dates() -> list[str]:
    """Return the packages brought in here that have dates of their own."""
    found = {kind.__module__.partition(".")[0] for kind in _kinds_of(date)}
    return sorted(found - sys.stdlib_module_names - {"almwp", "__main__"})


def _kinds_of(kind: type[object]) -> Iterator[type[object]]:
    subclasses: list[type[object]] = kind.__subclasses__()
    for more in subclasses:
        yield more
        yield from _kinds_of(more)
