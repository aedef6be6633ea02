"""Run several commands at the same moment, in children of one warm process.

It is started as a program, told the commands by JSON on standard input, and tells how
each of them ended.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.interrupted.forking import command
from tests.interrupted.systemcalls import SystemCalls


def main() -> None:
    """Start all commands at once, and tell how they ended."""
    job = json.load(sys.stdin)
    command(job["warm"], SystemCalls())  # everything is imported now
    waiting, started = os.pipe()
    children = []
    for arguments in job["commands"]:
        told = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
        child = os.fork()
        if not child:
            os.close(started)
            os.read(waiting, 1)  # until nobody can write any more
            json.dump(command(arguments, SystemCalls()), told)
            told.flush()
            os._exit(0)
        children.append((child, told))
    os.close(started)
    ended = []
    for child, told in children:
        os.waitpid(child, 0)
        with told:
            told.seek(0)
            ended.append(json.load(told))
    json.dump(ended, sys.stdout)


if __name__ == "__main__":
    main()
