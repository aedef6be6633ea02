"""Run a command many times in children of one warm process, each ended otherwise.

At each of its calls to the system in turn, and then at random moments.  It is started
as a program, told what to do by JSON on standard input, and tells by JSON what became
of each run: to start almwp for each anew would take minutes.
"""

import hashlib
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.interrupted.systemcalls import SystemCalls

Ended = dict[str, Any]


def command(arguments: Sequence[str], calls: SystemCalls) -> tuple[int, str]:
    """Run ``almwp`` in this process; return how it ended and what it said."""
    from almwp.cli.main import run

    said = StringIO()
    with redirect_stdout(StringIO()), redirect_stderr(said), calls.watched():
        code = run(list(arguments))
    return code, said.getvalue()


def in_a_child(
    arguments: Sequence[str], calls: SystemCalls, kill_after: float | None = None
) -> Ended:
    """Run ``almwp`` in a child of this process, and tell how it ended."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        child = os.fork()
        if not child:
            code, said = command(arguments, calls)
            json.dump({"code": code, "said": said, "made": calls.made}, told)
            told.flush()
            os._exit(0)
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        told.seek(0)
        ended = json.loads(told.read() or "{}")
    return {**ended, "is_killed": os.WIFSIGNALED(status)}


def standing(folder: Path) -> dict[str, str]:
    """Return the fingerprints of all files in *folder*, by their names."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in files
    }


def put_back(folder: Path, before: Mapping[str, bytes]) -> None:
    """Make *folder* hold what it held before, and nothing else."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            with suppress(OSError):  # what it holds was there before
                path.rmdir()
        elif before.get(path.relative_to(folder).as_posix()) is None:
            path.unlink()
    for name, content in before.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def main() -> None:
    """Do what standard input asks for, and tell what became of it."""
    job = json.load(sys.stdin)
    folder, arguments = Path(job["folder"]), job["arguments"]
    before = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    old = standing(folder)
    command(arguments, SystemCalls())  # everything is imported now
    put_back(folder, before)
    began = time.monotonic()
    whole = in_a_child(arguments, SystemCalls())
    lasted = time.monotonic() - began
    new = standing(folder)
    chance = random.Random(job.get("seed", 0))
    runs: list[Ended] = []
    wanted = [
        {**each, job["at"]: place}
        for each in job["each"]
        for place, name in enumerate(whole["made"])
        if name == "write" or not each.get("is_half")
        if min(place, len(whole["made"]) - 1 - place) < job.get("ends", place + 1)
    ]
    wanted += [{} for _ in range(job.get("in_all", 0) - len(wanted))]
    for each in wanted:
        put_back(folder, before)
        after = None if each else chance.random() * lasted
        ended = in_a_child(arguments, SystemCalls(**each), after)
        runs.append({**ended, "asked": each, "files": standing(folder)})
        if job.get("again") and each:  # a later run is not hindered
            runs[-1]["again"] = in_a_child(arguments, SystemCalls())["code"]
            runs[-1]["later"] = standing(folder)
    json.dump({"whole": whole, "old": old, "new": new, "runs": runs}, sys.stdout)


if __name__ == "__main__":
    main()
