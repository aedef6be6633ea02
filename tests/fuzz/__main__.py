"""Give every target damaged files for as long as wanted; keep those it falls over.

    python -m tests.fuzz --examples 20000
    python -m tests.fuzz --minutes 20 --only workbook --only "saved plan"
    python -m tests.fuzz --again "workbook-4711.xlsx"

The seed is printed; the same seed gives the same files.
"""

import argparse
import faulthandler
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.mutating import mutated
from tests.fuzz.soundfiles import sound_files
from tests.fuzz.targets import TARGETS

ENDINGS = {
    "workbook": ".xlsx",
    "annotated workbook": ".xlsx",
    "framework workbook": ".xlsx",
    "text table": ".csv",
    "old workbook": ".xls",
    "open document": ".ods",
    "saved plan": ".json",
    "letterhead": ".docx",
}
SELDOM = {"old workbook": 30, "open document": 30, "saved plan": 4, "letterhead": 4}
"""Targets that are slow: one in so many turns is theirs."""
HANGS = 60
"""Seconds after which a file counts as one on which the program hangs."""


def damaged(target: str, seed: int) -> bytes:
    """Return the damaged file of a seed."""
    sound = sound_files(target)
    return mutated(sound[random.Random(seed).randrange(len(sound))], seed, sound)


def _turns(names: list[str], first: int, examples: int | None) -> Iterator[int]:
    turn = 0
    while examples is None or turn < examples:
        yield first + turn
        turn += 1


def run(
    names: list[str],
    first: int,
    kept: Path,
    examples: int | None = None,
    seconds: float | None = None,
) -> int:
    """Try one target after another, and return how many faults were found."""
    end = None if seconds is None else time.monotonic() + seconds
    outcomes: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    for seed in _turns(names, first, examples):
        if end is not None and time.monotonic() > end:
            break
        for target in names:
            if (seed - first) % SELDOM.get(target, 1):
                continue
            content = damaged(target, seed)
            # A file that is never finished is on the disk before it is tried.
            waiting = kept / f"trying{ENDINGS.get(target, '.toml')}"
            waiting.write_bytes(content)
            faulthandler.dump_traceback_later(HANGS, exit=True)
            try:
                outcomes[f"{target}: {TARGETS[target](content)}"] += 1
            except Exception as error:  # noqa: BLE001 - every fault is wanted
                outcomes[f"{target}: FAULT"] += 1
                kind = _kind_of(error)
                faults[kind] += 1
                if faults[kind] <= 3:
                    name = f"{target.replace(' ', '-')}-{seed}"
                    path = kept / f"{name}{ENDINGS.get(target, '.toml')}"
                    path.write_bytes(content)
                    print(f"{path}: {kind}", flush=True)
            finally:
                faulthandler.cancel_dump_traceback_later()
                waiting.unlink()
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:8} {outcome}")
    for kind, count in faults.most_common():
        print(f"{count:8} {kind}")
    return faults.total()


def _kind_of(error: BaseException) -> str:
    """Tell faults apart by what was raised, and where."""
    while error.__cause__ is not None:
        error = error.__cause__
    last = traceback.extract_tb(error.__traceback__)[-1]
    said = str(error).partition("\n")[0][:160]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}: {said}"


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, help="how many for each target")
    parser.add_argument("--minutes", type=float, help="how long at the most")
    parser.add_argument("--seed", type=int, help="of the first example")
    parser.add_argument("--only", action="append", choices=sorted(TARGETS))
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"))
    asked = parser.parse_args()
    if asked.examples is None and asked.minutes is None:
        asked.examples = 1000
    first = random.randrange(10**9) if asked.seed is None else asked.seed
    print(f"seed {first}", flush=True)
    asked.keep.mkdir(parents=True, exist_ok=True)
    names = asked.only or list(TARGETS)
    seconds = None if asked.minutes is None else asked.minutes * 60
    return int(run(names, first, asked.keep, asked.examples, seconds) > 0)


if __name__ == "__main__":
    sys.exit(main())
