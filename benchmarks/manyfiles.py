"""Measure a folder of thousands of small returns: its time, and what it holds."""

import math

from bars import Bar, Bench
from measuring import Compared, Taken, almwp, ratio, rounds, script
from senders import ROWS, returns

FEW, MANY = 300, 3_000


def group(bench: Bench) -> list[Bar]:
    """Measure 3,000 returns of 100 rows against 300 of them.

    The many are read once: they take minutes, and what varies is seen in the few.
    """
    few, many = (
        returns(bench.folder / "workbooks" / f"returns-{number}", number)
        for number in (FEW, MANY)
    )
    saved = bench.folder / "out" / "many" / "plan.json"
    saved.parent.mkdir(parents=True, exist_ok=True)
    found = bench.run(
        {
            "start": almwp("--version"),
            "few": script("ours.py", "import", "-", *few),
            "saved": almwp("merge", few[0].parent, "-o", saved),
            "openpyxl": script("peers/raw_openpyxl.py", "-", *few),
        },
        codes=(0, 1),
    )
    command = {"many": script("ours.py", "import", "-", *many)}
    (all_of_them,) = rounds(command, 1, warm=0, on_run=bench.say)["many"]
    return [
        Bar(
            code="M1",
            what=f"import of {FEW} x {ROWS} rows / openpyxl merely reading them",
            most=0.45,
            found=ratio(found["few"], found["openpyxl"]),
        ),
        Bar(
            code="M2",
            what=f"exponent of the time from {FEW} to {MANY:,} returns",
            most=1.10,
            found=_grown(all_of_them, found["few"], found["start"], "seconds"),
        ),
        Bar(
            code="M3",
            what=f"exponent of the peak memory from {FEW} to {MANY:,} returns",
            most=1.05,
            found=_grown(all_of_them, found["few"], found["start"], "peak"),
        ),
        Bar(
            code="M4",
            what=f"peak memory for each row of {MANY:,} x {ROWS}, without the start",
            most=5.0,
            unit="kB",
            found=Compared.of(
                [
                    (all_of_them.peak - start.peak) / (MANY * ROWS) / 1000
                    for start in found["start"]
                ]
            ),
        ),
        Bar(
            code="M5",
            what=f"peak memory of saving the plan of {FEW} returns / without saving it",
            most=1.25,
            found=Compared.of(
                [
                    one.peak / other.peak
                    for one, other in zip(found["saved"], found["few"], strict=True)
                ]
            ),
        ),
    ]


def _grown(many: Taken, few: list[Taken], start: list[Taken], what: str) -> Compared:
    """Return the exponent by which time or memory grows with the files."""

    def grew(one: Taken, bare: Taken) -> float:
        base: float = getattr(bare, what)
        more = (getattr(many, what) - base) / (getattr(one, what) - base)
        return math.log(more) / math.log(MANY / FEW)

    return Compared.of([grew(*pair) for pair in zip(few, start, strict=True)])
