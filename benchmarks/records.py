"""Measure what it takes to make records of rows that were read."""

from bars import Bar, Bench
from measuring import Compared, parts, script

NUMBER = 10_000


def group(bench: Bench) -> list[Bar]:
    """Measure the making of records against pydantic and cattrs, with the same rules.

    Of ours what reading the cells takes is taken off; of theirs only making them is
    measured.  Ours are made with their findings, the ledger and the origin of each
    value, theirs without any of these.
    """
    (file,) = bench.files(1, NUMBER)
    peer = "peers/making_records.py"
    found = bench.run(
        {
            "cells": script("ours.py", "cells", "-", file),
            "ours": script("ours.py", "import", "-", file),
            **{name: script(peer, name, file) for name in ("pydantic", "cattrs")},
        }
    )

    def against(name: str) -> Compared:
        runs = zip(found["ours"], found["cells"], parts(found[name]), strict=True)
        ratios = [(own.seconds - less.seconds) / part for own, less, part in runs]
        return Compared.of(ratios)

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
