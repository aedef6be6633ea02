"""Measure almwp against bars: ``python benchmarks/run.py [--rounds N] [GROUP...]``.

Each pair runs interleaved in processes of its own; the ratio of their seconds of the
processor is taken in each round, and the middle of the rounds stands against the bar.
Nothing here is a test: what misses a bar is shown, and the exit code stays 0.
"""

import argparse
import importlib.metadata
import platform
import sys
from pathlib import Path

from tabulate import tabulate

import bars
from bars import Bar, Bench, scratch
from outputs import outputs
from overlap import overlap
from scoring import roll_up

GROUPS = {
    **bars.GROUPS,
    "scoring": roll_up,
    "outputs": outputs,
    "overlap": overlap,
}

MEASURED = (
    "almwp",
    "openpyxl",
    "pandas",
    "polars",
    "pydantic",
    "python-calamine",
    "rapidfuzz",
    "xlsxwriter",
)
HEADINGS = ("", "what is compared", "bar", "measured", "lowest to highest", "met")


def main(words: list[str]) -> None:
    """Measure what is asked for and print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    asked.add_argument("--rounds", type=int, default=5, help="how often; 5 or more")
    asked.add_argument("--keep", type=Path, help="a folder for the workbooks, kept")
    given = asked.parse_args(words)
    unknown = [name for name in given.groups if name not in GROUPS]
    if unknown:
        asked.error(f"no group {unknown[0]!r} (known: {', '.join(GROUPS)})")
    if sys.platform == "win32":
        asked.error("Windows keeps no accounts of ended processes; use Linux or macOS")
    with scratch() as folder:
        place = (given.keep or Path(folder)).resolve()
        bench = Bench(folder=place, rounds=given.rounds, say=_say)
        found = [bar for name in given.groups or GROUPS for bar in GROUPS[name](bench)]
    print(table(found))
    print()
    print(surroundings(given.rounds))


def table(bars: list[Bar]) -> str:
    """Return the bars as a table in Markdown."""
    lines = [
        (
            bar.code,
            bar.what,
            f"{bar.most:g} {bar.unit}".strip(),
            f"{bar.found.middle:.2f} {bar.unit}".strip(),
            f"{bar.found.low:.2f} to {bar.found.high:.2f}",
            "yes" if bar.is_met else "NO",
        )
        for bar in bars
    ]
    return tabulate(lines, HEADINGS, tablefmt="github", disable_numparse=True)


def surroundings(rounds: int) -> str:
    """Return what was measured, and on what."""
    versions = []
    for name in MEASURED:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return (
        f"Medians of {rounds} interleaved rounds, by seconds of the processor; Python "
        f"{platform.python_version()} on {platform.system()}, {platform.machine()}; "
        f"{', '.join(versions)}."
    )


def _say(what: str) -> None:
    print(f"\r\033[K{what}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
