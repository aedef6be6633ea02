"""Measure almwp against bars: ``python benchmarks/run.py [--rounds N] [GROUP...]``.

Each pair runs interleaved in processes of its own; the ratio of their seconds of the
processor is taken in each round, and the middle of the rounds stands against the bar.
Nothing here is a test: what misses a bar is shown, and the exit code stays 0.
"""

import argparse
import sys
from pathlib import Path

from bars import Bench, scratch
from groups import GROUPS
from table import differing, save, surroundings, table


def main(words: list[str]) -> None:
    """Measure what is asked for and print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    asked.add_argument("--rounds", type=int, default=5, help="how often; 5 or more")
    asked.add_argument("--keep", type=Path, help="a folder for the workbooks, kept")
    asked.add_argument("--save", type=Path, help="the page to put the table in")
    asked.add_argument("--date", default="", help="the day, as the table shall say it")
    asked.add_argument("--compare", type=Path, help="a table to name differences from")
    given = asked.parse_args(words)
    unknown = [name for name in given.groups if name not in GROUPS]
    if unknown:
        asked.error(f"no group {unknown[0]!r} (known: {', '.join(GROUPS)})")
    if sys.platform == "win32":
        asked.error("Windows keeps no accounts of ended processes; use Linux or macOS")
    saved = given.compare.read_text(encoding="utf-8") if given.compare else ""
    with scratch() as folder:
        place = (given.keep or Path(folder)).resolve()
        bench = Bench(folder=place, rounds=given.rounds, say=_say)
        bars = [bar for name in given.groups or GROUPS for bar in GROUPS[name](bench)]
    told = f"{table(bars)}\n\n{surroundings(given.rounds, given.date)}"
    print(told)
    if given.save:
        save(given.save, told)
    if given.compare:
        others = list(differing(saved, bars))
        print("\n".join(["", *others]) if others else "\nBoth runs agree.")


def _say(what: str) -> None:
    print(f"\r\033[K{what}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
