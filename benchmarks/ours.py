"""The jobs that are measured, done with almwp as any program would do them."""

import sys
from pathlib import Path

import almwp

SCOPES = ("outcome", "area", "country", "body")
FOR_NUMBERS = ("numpy", "pandas", "polars")
"""Libraries that take longer to load than all scores take."""


def main(job: str, folder: str, files: list[str]) -> None:
    """Do one job with *files*.

    Args:
        job: ``cells`` reads the cells; ``import`` makes a plan of them; ``score``
            scores it as well, and ``whole`` writes JSON and HTML of it too.
        folder: Where to write.
        files: The workbooks.
    """
    if job == "cells":
        _read_cells(files)
        return
    session = almwp.Session.start()
    read = almwp.read(files, session=session)
    if read.failures:
        raise SystemExit(str(read.failures[0]))
    plan = almwp.merge(read.submissions)
    if job == "import":
        return
    almwp.score(plan, by=SCOPES, session=session)
    loaded = [name for name in FOR_NUMBERS if name in sys.modules]
    if loaded:
        raise SystemExit(f"scoring has loaded {loaded[0]}")
    if job == "score":
        return
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    almwp.write(plan, out / "plan.json", session=session)
    country = read.submissions[0].country
    own = almwp.merge(sent for sent in read.submissions if sent.country == country)
    report = almwp.report(own, "progress", country=country, session=session)
    almwp.write(report, out / "country.html", session=session)


def _read_cells(files: list[str]) -> None:
    """Read the cells and let them go."""
    from almwp.workflow.bookreading import read_book
    from almwp.workflow.session import Session

    reading = Session.start().reading
    for file in files:
        for sheet in read_book(Path(file), reading).book.sheets:
            for _ in sheet.read_rows():
                pass


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
