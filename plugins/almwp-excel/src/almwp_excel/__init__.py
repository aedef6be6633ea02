"""Read Excel submissions of the ALM work programme, cell by cell."""

from collections.abc import Iterator

from almwp.findings.rule import Finding
from almwp.intake.cells import Book
from almwp.intake.limits import Limits
from almwp.plugins import Reader, hookimpl


def _sniff(head: bytes, /) -> bool:
    from almwp_excel.signature import is_zip  # imported late: plugins load often

    return is_zip(head)


def _read(content: bytes, name: str, limits: Limits, /) -> Book:
    from almwp_excel.reader import read  # imported late: plugins load often

    return read(content, name, limits)


def _second_opinion(content: bytes, name: str, /) -> tuple[Finding, ...]:
    from almwp_excel.cross_read import second_opinion  # asked for seldom

    return second_opinion(content, name)


@hookimpl
def almwp_readers() -> Iterator[Reader]:
    """Contribute the reader of Excel workbooks."""
    yield Reader(
        name="xlsx",
        summary="Excel workbooks (.xlsx, .xlsm), every cell with its look",
        patterns=("*.xlsx", "*.xlsm"),
        sniff=_sniff,
        read=_read,
        second_opinion=_second_opinion,
    )
