"""The bars of overlaps: titles that say the same, looked for inside their areas."""

import json
from pathlib import Path

from bars import Bar, Bench
from measuring import Compared, of_parts, script
from titles import titles

OURS, PEER = "ours_outputs.py", "peers/like_titles.py"
AREAS = 8
"""The areas of the work programme of 2021-2025."""


def group(bench: Bench) -> list[Bar]:
    """Measure 1,000 and 10,000 titles, and which of the twins among them are found."""
    few, many = (_titles(bench, number) for number in (1_000, 10_000))
    found = bench.run(
        {
            "few": script(OURS, "overlaps", few),
            "many": script(OURS, "overlaps", many),
            "theirs": script(PEER, many),
        }
    )
    grown = of_parts(found, "many", "few")
    share = float(bench.said(script(OURS, "recall", many)))
    return [
        Bar(
            code="P20",
            what="overlaps of 10,000 titles inside areas / rapidfuzz over all pairs",
            most=0.1,
            found=of_parts(found, "many", "theirs"),
        ),
        Bar(
            code="P20",
            what="exponent of the time from 1,000 to 10,000 titles",
            most=1.7,
            found=grown.exponents(),
        ),
        Bar(
            code="P20",
            what="share of the planted twins that is not found",
            most=0.01,
            found=Compared.of([1 - share]),
        ),
    ]


def _titles(bench: Bench, number: int) -> Path:
    """Return a file of so many titles, made once."""
    path = bench.folder / "titles" / f"{number}.json"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        told = [(each.title, each.area, each.twin) for each in titles(number, AREAS)]
        path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path
