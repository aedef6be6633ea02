"""Run a command and measure it: ``python measured.py SECONDS COMMAND...``.

It runs by itself, as a small process: a process is charged with the memory of the one
that starts it.  It prints a line of JSON: exit code, seconds of the processor, bytes of
memory at the peak, and whether the command had to be stopped.  What the command prints
goes to the files ``out`` and ``err`` in the folder where it is run.
"""

import json
import os
import signal
import subprocess
import sys
import threading

_ROOM = 2_000_000_000


def main() -> None:
    """Run the command."""
    seconds, *command = sys.argv[1:]
    told: dict[str, int | float | None] = {"seconds": None, "bytes": None}
    overran = threading.Event()
    if sys.platform != "win32":
        import resource

        # Four times what is allowed: a file that asks for more shall not end the tests.
        resource.setrlimit(resource.RLIMIT_AS, (_ROOM, _ROOM))
    with open("out", "wb") as out, open("err", "wb") as err:
        # A group of its own: whatever the command starts is stopped with it.
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
        clock = threading.Timer(float(seconds), _stop, (process, overran))
        clock.start()
        process.wait()
        clock.cancel()
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        scale = 1 if sys.platform == "darwin" else 1024
        told = {
            "seconds": used.ru_utime + used.ru_stime,
            "bytes": used.ru_maxrss * scale,
        }
    ended = {"code": process.returncode, "overran": overran.is_set()}
    print(json.dumps(told | ended))


def _stop(process: subprocess.Popen[bytes], overran: threading.Event) -> None:
    overran.set()
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
