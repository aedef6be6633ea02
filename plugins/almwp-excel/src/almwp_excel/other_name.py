"""A workbook (.xlsx) that came under the name of another format."""

from attrs import evolve

from almwp.findings.rule import Location
from almwp.intake.cells import Book
from almwp.intake.limits import Limits
from almwp_excel import rules
from almwp_excel.reader import read


def read_under_other_name(content: bytes, name: str, limits: Limits) -> Book:
    """Read a workbook as what it is, and say that its name says otherwise.

    Raises:
        UnreadableFileError: It is no workbook, is damaged, or passes a limit.
    """
    book = read(content, name, limits)
    said = rules.OTHER_FORMAT.at(Location(file=name))
    return evolve(book, findings=(said, *book.findings))
