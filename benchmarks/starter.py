"""Start a program and say what it took: ``python starter.py COMMAND...``.

It runs as a small process of its own: the system charges a program with the memory of
the one that starts it, and whoever measures may hold much.  On standard output it
prints a line of JSON: how the program ended, its seconds of the processor, its peak,
and the last line that it printed.
"""

import json
import os
import subprocess
import sys
import tempfile


def main(command: list[str]) -> None:
    """Start the program and wait for its end."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said)
        # The accounts of this very child; subprocess would add up those of all.
        _, status, usage = os.wait4(process.pid, 0)
        said.seek(0)
        lines = said.read().decode("utf-8", "replace").splitlines()
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    told = {
        "code": process.returncode,
        "seconds": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * unit,
        "last": lines[-1] if lines else "",
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
