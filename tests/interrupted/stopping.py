"""Run a command that is stopped, as by Ctrl-C, when it opens a certain file.

It is started as a program: with part of a path, how often a file whose path holds it is
opened before the command is stopped, and the words of the command.  The signal is a
real one, and the moment is always the same.
"""

import os
import signal
import sys
from typing import Any


def stop_at(part: str, number: int) -> None:
    """Have this process stopped when it opens that file for the numbered time."""
    seen: list[str] = []

    def look(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and part in str(arguments[0]):
            seen.append(str(arguments[0]))
            if len(seen) == number:
                os.kill(os.getpid(), signal.SIGINT)

    sys.addaudithook(look)


if __name__ == "__main__":
    stop_at(sys.argv[1], int(sys.argv[2]))
    sys.argv = ["almwp", *sys.argv[3:]]
    from almwp.cli.start import start

    start()
