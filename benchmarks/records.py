"""Measure what it takes to make records of rows that were read."""

from bars import Bar, Bench
from measuring import Compared, script

NUMBER = 10_000


def group(bench: Bench) -> list[Bar]:
    """Measure the making of records against pydantic and cattrs, with the same rules.

    What reading the cells takes is taken off both; ours are made with their findings,
    the ledger and the origin of each value, theirs without any of these.
    """
    (file,) = bench.files(1, NUMBER)
    peer = "peers/making_records.py"
    found = bench.run(
        {
            "cells": script("ours.py", "cells", "-", file),
            "ours": script("ours.py", "import", "-", file),
            **{
                name: script(peer, name, file)
                for name in ("rows", "pydantic", "cattrs")
            },
        }
    )

    def against(name: str) -> Compared:
        seconds = {each: [t.seconds for t in taken] for each, taken in found.items()}
        ours = zip(seconds["ours"], seconds["cells"], strict=True)
        theirs = zip(seconds[name], seconds["rows"], strict=True)
        return Compared.of(
            [(a - b) / (c - d) for (a, b), (c, d) in zip(ours, theirs, strict=True)]
        )

    what = "making records of {number:,} rows / {name}"
    return [
        Bar(
            code="P11",
            what=what.format(number=NUMBER, name="pydantic with the same rules"),
            most=0.7,
            found=against("pydantic"),
        ),
        Bar(
            code="P11",
            what=what.format(number=NUMBER, name="cattrs with the same rules"),
            most=0.9,
            found=against("cattrs"),
        ),
    ]
