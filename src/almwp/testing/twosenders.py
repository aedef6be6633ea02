"""What two senders report, Viet Nam and the Philippines, for tests of papers.

Names that only one of them may read begin with INTERNAL, to be looked for in a paper.
"""

from typing import Any

from almwp.model.activity import RowOrigin
from almwp.model.ids import CountryCode
from almwp.model.source import Origin
from almwp.model.submission import Submission

OWN, OTHER = "a" * 64, "b" * 64
"""Fingerprints of the file of Viet Nam, and of that of the Philippines."""


def sent(sha256: str, country: str | None, **facts: Any) -> Submission:
    """Return what *country* sent, with other fields of it."""
    return Submission(
        file=f"INTERNAL-{country}.xlsx",
        sha256=sha256,
        country=CountryCode(country) if country else None,
        **facts,
    )


def at(sha256: str, cell: str) -> Origin:
    """Return a cell of one of the two files."""
    name = "INTERNAL-VN.xlsx" if sha256 == OWN else "INTERNAL-PH.xlsx"
    return Origin(file=name, sha256=sha256, sheet="Plan", cell=cell)


def read_in(sha256: str, row: int) -> tuple[RowOrigin, ...]:
    """Return the row in which an activity was read, with its number and its title."""
    columns = (("number", "A"), ("title", "B"))
    file = at(sha256, "A1").file
    return (
        RowOrigin(file=file, sha256=sha256, sheet="Plan", row=row, columns=columns),
    )
