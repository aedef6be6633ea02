"""The table of what was measured: in Markdown, saved in a page, and compared again."""

import importlib.metadata
import platform
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tabulate import tabulate

from bars import Bar

MEASURED = (
    "almwp",
    "attrs",
    "cattrs",
    "jinja2",
    "openpyxl",
    "pandas",
    "polars",
    "pydantic",
    "python-calamine",
    "python-docx",
    "rapidfuzz",
    "xlsxwriter",
)
HEADINGS = ("", "what is compared", "bar", "measured", "lowest to highest", "met")
BEGIN = "<!-- The table begins: benchmarks/run.py --save writes it. -->"
END = "<!-- The table ends. -->"
SPREAD = 0.15
"""By how much of the middle two runs may differ beyond what each of them saw: shares of
the processor's seconds held to that on a machine that others use too."""


def table(bars: Sequence[Bar]) -> str:
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


def surroundings(rounds: int, date: str = "") -> str:
    """Return what was measured, and on what.

    Args:
        rounds: How often each pair was run.
        date: The day, as whoever measures says it; a clock would differ each time.
    """
    versions = []
    for name in MEASURED:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    when = f"Measured on {date}. " if date else ""
    return (
        f"{when}Medians of {rounds} interleaved rounds, by seconds of the processor; "
        f"Python {platform.python_version()} on {platform.system()}, "
        f"{platform.machine()}; {', '.join(versions)}."
    )


def save(path: Path, told: str) -> None:
    """Put the table in the place that is marked in a page; else it is all of the file.

    Args:
        path: The page, or a new file.
        told: The table and what was measured.
    """
    block = f"{BEGIN}\n\n{told}\n\n{END}"
    page = path.read_text(encoding="utf-8") if path.exists() else f"{BEGIN}{END}\n"
    before, mark, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (mark and end):
        raise SystemExit(f"{path} has no place for the table: {BEGIN} ... {END}")
    path.write_text(f"{before}{block}{after}", encoding="utf-8", newline="\n")


def differing(saved: str, bars: Sequence[Bar]) -> Iterator[str]:
    """Give the bars that were measured otherwise than in a table that was saved.

    Two runs agree where what they saw of a bar overlaps, with `SPREAD` of the middle
    allowed on either side.
    """
    known = dict(_spreads(saved))
    for bar in bars:
        if bar.what not in known:
            continue
        low, high = known[bar.what]
        slack = SPREAD * abs(bar.found.middle)
        if bar.found.high + slack < low or bar.found.low - slack > high:
            now = f"{bar.found.low:.2f} to {bar.found.high:.2f}"
            yield f"{bar.what}: {low:.2f} to {high:.2f} before, {now} now"


def _spreads(saved: str) -> Iterator[tuple[str, tuple[float, float]]]:
    """Give what each line of a table compares, and its lowest and highest."""
    for line in saved.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        spread = re.fullmatch(
            r"(-?[\d.]+) to (-?[\d.]+)", cells[-2] if cells[1:] else ""
        )
        if len(cells) == len(HEADINGS) and spread:
            yield cells[1], (float(spread[1]), float(spread[2]))
